import type { StepRatios } from '../../chain/step-ratios.ts';
import { trialsOf } from '../../ratios/yield.ts';
import type { RatioBelief } from '../../ratios/types.ts';
import { gapParts, type ReviewedStep, type StepPart } from '../../review/gap.ts';
import type { StepMonth } from '../../review/luck.ts';
import type { PlannedMonth } from './planned-month.ts';

/** A rep's month with its gap in parts; money in minor units. */
export interface RepMonthReview {
  readonly goal: number;
  readonly actual: number;
  readonly calendar: number;
  readonly execution: number;
  /** What a lag brought in from earlier months, less what it takes to later ones. */
  readonly carried: number;
  /** The work asked for was for another sum than the goal. */
  readonly aside: number;
  readonly other: number;
  readonly unexplained: number;
  readonly daysPlanned: number;
  readonly days: number;
  /** Work as planned in the whole month, and as done. */
  readonly workPlanned: number;
  readonly done: number;
  readonly steps: readonly (StepPart & { readonly at: MonthStep })[];
}

/** A step of the month; a blank is not zero: where a measure is missing the step says nothing. */
export interface MonthStep extends ReviewedStep {
  /** As it was counted, money in minor units. */
  readonly seen: { readonly x: number; readonly n: number };
}

/** null: no goal, or nothing was entered of the result. */
export function repMonthReview(month: PlannedMonth, rep: number, result: string): RepMonthReview | null {
  const goal = month.goal[rep]!;
  const revenue = month.actual(result)[rep]!;
  if (Number.isNaN(goal) || Number.isNaN(revenue)) return null;
  const other = month.other[rep]!;
  const ofChain = Math.max(0, goal - month.otherPlanned[rep]!);
  const beside = { goal, actual: revenue + other, other: other - (goal - ofChain) };
  const days = { planned: month.daysPlanned[rep]!, actual: month.daysWorked[rep]! };
  const done = month.actual(month.steps[0]?.step.from ?? '')[rep]!;
  const base = { ...beside, daysPlanned: days.planned, days: days.actual, done: done || 0 };
  const counted = month.steps.map((ratios, at) => stepOf(month, ratios, month.planned[at]![rep]!, rep));
  const { carried, steps } = withoutCarried(month, counted, revenue, rep);
  const ofMonth = revenue - carried;
  const money = steps.reduce((product, { planned }) => product * planned, 1);
  const workPlanned = Number.isNaN(month.handedOut[rep]!) ? ofChain / money : month.handedOut[rep]!;
  const perDay = {
    planned: workPlanned / days.planned,
    actual: days.actual > 0 ? (done || 0) / days.actual : 0,
  };
  if (!Number.isFinite(perDay.planned) || !(money > 0))
    return { ...base, ...NOTHING_PLANNED, unexplained: revenue - ofChain };
  const parts = gapParts({ days, perDay, steps, revenue: ofMonth });
  return {
    ...base,
    carried,
    calendar: parts.calendar,
    execution: parts.execution,
    aside: ofMonth - parts.gap - ofChain,
    unexplained: parts.unexplained,
    workPlanned,
    steps: parts.steps.map((part, at) => ({ ...part, at: steps[at]! })),
  };
}

/** A chain that is broken, a ratio of zero or no working days: no work was planned that could be compared. */
const NOTHING_PLANNED = { carried: 0, calendar: 0, execution: 0, aside: 0, workPlanned: NaN, steps: [] };

/**
 * The money that a lag carries over is no month's ability: it is taken out of the step that takes longest, and of what that
 * step is judged by. It is never more than came, and makes no share more than all.
 */
function withoutCarried(
  { carried }: PlannedMonth,
  steps: readonly MonthStep[],
  revenue: number,
  rep: number,
): { readonly carried: number; readonly steps: readonly MonthStep[] } {
  const step = steps[carried?.step ?? -1];
  const money = carried?.money[rep] ?? 0;
  if (!step || Number.isNaN(money) || !(revenue > 0 && step.x > 0 && step.n > 0))
    return { carried: 0, steps };
  const most = step.kind === 'share' || step.kind === 'yield' ? Math.max(1, step.n / step.x) : Infinity;
  const own = Math.min(most, Math.max(0, 1 - money / revenue));
  const without = { ...step, x: step.x * own };
  return { carried: revenue * (1 - own), steps: steps.with(carried!.step, without) };
}

function stepOf(month: PlannedMonth, { step, fit }: StepRatios, planned: number, rep: number): MonthStep {
  const [x, n] = [month.actual(step.measure)[rep]!, month.actual(step.from)[rep]!];
  const contracts = step.events === null ? NaN : month.actual(step.events)[rep]!;
  const known = !Number.isNaN(x) && n > 0;
  const seen = known ? { x, n } : { x: 0, n: 0 };
  const kind = fit?.kind ?? step.kind;
  const trials = step.kind === 'yield' && known ? trialsOf(contracts > 0 ? contracts : 1) : NaN;
  // Money that is fitted as a rate is judged by its contracts: what it is counted in says nothing.
  const judged =
    known && kind === 'rate' && step.kind === 'yield' ? { x: (trials * x) / n, n: trials } : seen;
  const belief = fit?.reps[rep] ?? UNKNOWN;
  return { measure: step.measure, planned, kind, trials, rho: fit?.rho ?? 0, belief, ...judged, seen };
}

const UNKNOWN: StepMonth['belief'] = {
  shrunk: NaN,
  A: NaN,
  S: NaN,
  vv: NaN,
  s2: NaN,
  a: NaN,
  omega: NaN,
} satisfies Partial<RatioBelief>;
