import { monthsOf, type Month, type MonthSpan } from '../../../model/time.ts';
import type { InSteps } from '../../in-steps.ts';
import { quantileOf } from '../../odds/quantile-of.ts';
import { sharedOf } from '../aims.ts';
import { keptWhileRecordLasts } from '../kept.ts';
import { ofReps } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { bestPeriods, wonByMonth, type BestPeriods, type WonByMonth } from './best-periods.ts';
import { monthSupport, type MonthSupport } from './month-support.ts';
import { periodSupport, type UnitSupport } from './period-support.ts';

/** What the record supports in a span; goals change nothing of it, so that it is worked out once for many of them. */
const keptMonths = keptWhileRecordLasts<MonthSupport>();
const keptWon = keptWhileRecordLasts<WonByMonth>();
const keptBest = keptWhileRecordLasts<BestPeriods>();
const keptUnits = keptWhileRecordLasts<Supported[]>();

/** A unit's outcome with the amounts that are read off it. */
export interface Supported extends UnitSupport {
  /** NaN = not known. */
  readonly median: number;
  /** Reached four times in five. */
  readonly eighty: number;
}

export const wonOf = (state: PlanState): WonByMonth => keptWon(state, '', () => wonByMonth(state));

export const bestOf = (state: PlanState, length: number): BestPeriods =>
  keptBest(state, String(length), () => bestPeriods(state.org, wonOf(state), length));

/** Works out what is kept of a span, a month at each step, so that reading it afterwards takes no time. */
export function* recordInSteps(state: PlanState, span: MonthSpan): InSteps<void> {
  const months = monthsOf(span);
  for (const [at, month] of months.entries()) {
    monthOf(state, month);
    yield at / months.length;
  }
  bestOf(state, months.length);
}

/** By unit, each with those who have a goal in the span (`goals`: by month, then rep); where nobody in it has one, with all. */
export function supportOf(
  state: PlanState,
  span: MonthSpan,
  goals: readonly Float64Array[],
): (unit: number) => Supported {
  const sharing = goals.map((goal) => Uint8Array.from(goal, (amount) => Number(!Number.isNaN(amount))));
  const shares = unitsWithGoals(state, span, sharing);
  const withGoals = unitsOf(state, span, sharing);
  const all = unitsOf(
    state,
    span,
    goals.map(({ length }) => new Uint8Array(length).fill(1)),
  );
  return (unit) => (shares[unit] ? withGoals : all)[unit]!;
}

/** By month, then rep: 1 = counts. */
type Members = readonly Uint8Array[];

function unitsOf(state: PlanState, span: MonthSpan, members: Members): Supported[] {
  const key = `${span.from} ${span.to} ${members.map((month) => month.join('')).join(' ')}`;
  return keptUnits(state, key, () => {
    const parts = monthsOf(span).map((month, at) => ({
      org: state.orgOf(month),
      support: monthOf(state, month),
      members: members[at]!,
    }));
    return periodSupport(state.org, parts, sharedOf(state.steps)).map(lazily);
  });
}

const monthOf = (state: PlanState, month: Month): MonthSupport =>
  keptMonths(state, month, () => monthSupport(state, month));

/** An amount takes a search: of most units only one of the two ways to count is read. */
function lazily({ come, outcome }: UnitSupport): Supported {
  const known = new Map<number, number>();
  const reached = (chance: number): number => {
    if (!outcome) return NaN;
    const amount = known.get(chance) ?? come + quantileOf(outcome, 1 - chance);
    known.set(chance, amount);
    return amount;
  };
  return {
    come,
    outcome,
    get median() {
      return reached(0.5);
    },
    get eighty() {
      return reached(0.8);
    },
  };
}

function unitsWithGoals(state: PlanState, span: MonthSpan, sharing: Members): Uint8Array {
  const some = new Uint8Array(state.org.units.length);
  monthsOf(span).forEach((month, at) => {
    const { reps, sumsInto } = state.orgOf(month);
    reps.forEach((own, rep) => {
      if (!sharing[at]![rep]) return;
      for (let unit = own; unit >= 0; unit = sumsInto[unit] ?? -1) some[unit] = 1;
    });
  });
  return some;
}

/** The goals of the reps in each month; NaN = none. */
export const goalsOfReps = ({ org, plan }: PlanState, months: readonly Month[]): Float64Array[] =>
  months.map((month) => ofReps(org, plan.goals.get(month), NaN));
