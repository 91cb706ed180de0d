import type { RatioBelief } from '../ratios/types.ts';
import type { StepRatios } from '../chain/step-ratios.ts';
import { byUnit, type Org } from './org.ts';
import type { MonthChain } from './month-chain.ts';

/** The belief about a unit's own record: a rep's, a team's as the sum of its reps', or the company's. */
export function beliefOf(org: Org, { fit }: StepRatios, unit: number): RatioBelief | null {
  if (!fit) return null;
  const rep = org.repOf[unit] ?? -1;
  if (rep >= 0) return fit.reps[rep] ?? null;
  const at = org.groupOf[unit];
  return (at && fit.groups[at.level]?.[at.group]) ?? fit.company;
}

/**
 * The ratio that a unit's plan comes to at one step: a rep's used ratio; above, the reps' needs of the next measure
 * over their needs of this one, so that a team's figures divide into each other as a rep's do. Without goals, the
 * belief about the team's own record.
 */
export function blendedRatios(org: Org, chain: MonthChain, at: number): Float64Array {
  const ratios = chain.steps[at];
  const next = at === 0 ? chain.columns.start : chain.columns.requirement[at - 1];
  const gross = chain.columns.gross[at];
  if (!ratios || !next || !gross) return new Float64Array(org.units.length).fill(NaN);
  const known = next.map((value, rep) => (Number.isNaN(gross[rep]) ? NaN : value));
  const above = byUnit(org, known);
  const below = byUnit(org, gross);
  return above.map((value, unit) => {
    const rep = org.repOf[unit] ?? -1;
    if (rep >= 0) return chain.used[at]?.[rep] ?? NaN;
    const blended = value / (below[unit] ?? NaN);
    if (Number.isFinite(blended) && blended > 0) return blended;
    return ratios.broken ? NaN : (beliefOf(org, ratios, unit)?.used ?? NaN);
  });
}

/** The same ratio over all reps of the plan. */
export function companyRatio(chain: MonthChain, at: number): number {
  const next = at === 0 ? chain.columns.start : chain.columns.requirement[at - 1];
  const gross = chain.columns.gross[at];
  let above = 0;
  let below = 0;
  gross?.forEach((value, rep) => {
    const needed = next?.[rep] ?? NaN;
    if (Number.isNaN(value) || Number.isNaN(needed)) return;
    above += needed;
    below += value;
  });
  const ratios = chain.steps[at];
  if (below > 0 && above > 0) return above / below;
  return ratios?.broken ? NaN : (ratios?.fit?.company.used ?? NaN);
}
