import type { DropAlert } from '../../../model/planning.ts';
import type { StepRatios } from '../../chain/step-ratios.ts';
import { sharedVariance } from '../../odds/shared-market.ts';
import { BUDGET, LOOKS } from '../../track/alerts/budget.ts';
import type { StepMonth } from '../../review/luck.ts';
import { comparedRep, comparedTeam, type Compared } from '../../track/alerts/drop.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { stepsBefore } from '../steps-before.ts';
import { stepMonths } from './step-months.ts';
import { lastMonth, spanOf, weeksSoFar, type Window } from './looked.ts';

/** So many months have to be known before a ratio is called usual. */
const FEWEST_MONTHS = 3;

/** Ratios that fell below their own bands: of reps with a record of their own, and of teams. */
export function ratioDrops(state: PlanState): DropAlert[] {
  const running = weeksSoFar(state);
  const over = lastMonth(state);
  const { steps } = state.chain;
  const looks = Math.max(1, steps.length) * LOOKS;
  return steps.flatMap((step, at) => {
    // What takes time has not landed while the month runs.
    const looked = running && step.lags.length === 0 ? running : over;
    if (state.evidence.months.filter((month) => month < looked.month).length < FEWEST_MONTHS) return [];
    const ratios = stepsBefore(state, looked.month)[at];
    return ratios ? dropsOf(state, ratios, looked, looks) : [];
  });
}

function dropsOf(state: PlanState, ratios: StepRatios, looked: Window, looks: number): DropAlert[] {
  const { org } = state;
  const months = stepMonths(state, ratios, looked);
  if (months.every((month) => month === null) || !ratios.evidence || !ratios.fit) return [];
  const shared = sharedVariance(ratios.evidence, ratios.fit);
  return org.units.flatMap(({ key }, unit) => {
    const reps = repsUnder(org, unit);
    const known = reps.flatMap((rep) => months[rep] ?? []);
    const alone = (org.repOf[unit] ?? -1) >= 0;
    const own = alone ? ratios.fit?.reps[reps[0]!]?.basis === 'own' : known.length > 1;
    if (!own || known.length === 0) return [];
    const { kind } = ratios.fit!;
    // Quantiles and tails are slow, and most windows are not below what is usual.
    if (alone && !isBelow(known[0]!)) return [];
    const compared = alone ? comparedRep(known[0]!) : comparedTeam(kind, known, shared);
    if (!compared || compared.chance >= (alone ? BUDGET.ratio : BUDGET.teamRatio) / looks) return [];
    const sumOf = (of: 'x' | 'n'): number => known.reduce((total, month) => total + month[of], 0);
    const [x, n] = [sumOf('x'), sumOf('n')];
    return [dropAlert(key, ratios, looked, { ...compared, x, n })];
  });
}

const isBelow = ({ x, n, belief }: StepMonth): boolean => x < n * belief.shrunk;

const dropAlert = (
  unit: string,
  { step }: StepRatios,
  looked: Window,
  { x, n, usual, band, chance }: Compared & { x: number; n: number },
): DropAlert => ({
  rule: 'drop',
  severity: 'decide',
  signature: `drop.${unit}.${step.measure}.${looked.month}`,
  ...{ unit, measure: step.measure, from: step.from, step: step.kind },
  window: spanOf(looked),
  ...{ x, n, value: x / n, usual, ...band(), chance },
});
