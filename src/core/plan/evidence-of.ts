import type { RatioEvidence } from '../../model/planning.ts';
import type { StepRatios } from '../chain/step-ratios.ts';
import { basisOf } from './answers/ratios.ts';
import { beliefOf } from './beliefs.ts';
import type { MonthChain } from './month-chain.ts';
import { repsUnder } from './org.ts';
import type { PlanState } from './plan-state.ts';

type EvidenceMonth = RatioEvidence['months'][number];

/** What stands behind a unit's ratio at one step: its own counts by month, the belief, and the override if any. */
export function ratioEvidence(
  state: PlanState,
  chain: MonthChain,
  at: number,
  unit: number,
  used: number,
): RatioEvidence {
  const ratios = chain.steps[at] as StepRatios;
  const { org } = state;
  const belief = beliefOf(org, ratios, unit);
  const override = chain.overrides[at]?.[unit] ?? null;
  const months = evidenceMonths(state, ratios, unit < 0 ? [] : repsUnder(org, unit));
  const [first, last] = [months[0], months.at(-1)];
  const rep = org.repOf[unit] ?? -1;
  return {
    measure: ratios.step.measure,
    from: ratios.step.from,
    step: ratios.step.kind,
    used,
    shrunk: belief?.shrunk ?? NaN,
    raw: belief?.raw ?? NaN,
    basis: basisOf(override !== null, belief?.basis),
    ownShare: belief?.ownShare ?? NaN,
    x: belief?.x ?? 0,
    n: belief?.n ?? 0,
    window: first && last ? { from: first.month, to: last.month } : null,
    low: belief?.low ?? NaN,
    high: belief?.high ?? NaN,
    months,
    override: override && {
      ratio: override.ratio,
      from: override.from,
      until: override.until,
      reason: override.reason,
      setOn: override.setOn,
    },
    team: (rep >= 0 ? ratios.fit?.priorMean[rep] : ratios.fit?.mu) ?? NaN,
  };
}

/** Own counts of the months where both measures are present, with the weight of each month in the fit. */
function evidenceMonths(
  state: PlanState,
  { evidence, fit }: StepRatios,
  reps: readonly number[],
): EvidenceMonth[] {
  if (!evidence) return [];
  return state.evidence.months.flatMap((month, at) => {
    const cells = reps
      .map((rep) => rep * evidence.months + at)
      .filter((cell) => !Number.isNaN((evidence.x[cell] ?? NaN) + (evidence.n[cell] ?? NaN)));
    if (cells.length === 0) return [];
    const sum = (column: Float64Array): number =>
      cells.reduce((total, cell) => total + (column[cell] ?? 0), 0);
    return [{ month, x: sum(evidence.x), n: sum(evidence.n), weight: fit?.weights[at] ?? 0 }];
  });
}
