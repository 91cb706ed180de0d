import type { BackcastMode, ChainProblem } from '../../model/planning.ts';
import {
  newWorkFormula,
  numbers,
  ofChainFormula,
  perDayFormula,
  requirementFormula,
  toGoFormula,
} from './formulas.ts';
import type { StepRatios } from './step-ratios.ts';

/** What the chain of every rep starts from; columns by rep, money in minor units. */
export interface ChainInputs {
  readonly mode: BackcastMode;
  readonly steps: readonly StepRatios[];
  /** Per step the ratio that is divided by, overrides included. */
  readonly used: readonly Float64Array[];
  /** NaN = no goal. */
  readonly goal: Float64Array;
  /** The goals that the month's work is for, before what is won (see plan/month-lag.ts); null = what is to go. */
  readonly asked: Float64Array | null;
  /** Money that the work under way lands, and the share of new work that lands in time; null = no lag. */
  readonly lag: { readonly underWay: Float64Array; readonly landing: Float64Array } | null;
  /** Money that new work is to bring on average (see plan/aims.ts); absent = what the goal asks for. */
  readonly aim?: Float64Array;
  /** 0 where nothing is recorded. */
  readonly won: Float64Array;
  /** Money that comes in beside the chain (see plan/other-revenue.ts); null = the plan keeps none. */
  readonly other: {
    readonly total: Float64Array;
    readonly ofGoal: { readonly come: Float64Array; readonly expected: Float64Array };
  } | null;
  /** null: the pipeline is a flow. */
  readonly inHand: Float64Array | null;
  /** Which step's requirement is the stock that `inHand` is taken off; -1 = none. */
  readonly stockStep: number;
  readonly employed: Uint8Array;
  readonly workingDays: Float64Array;
  readonly daysLeft: Float64Array;
}

/** The requirement of each measure by rep, from the result back to the work (METHODS 2, expected, without lag). */
export interface ChainColumns {
  readonly toGo: Float64Array;
  /** What is to come in all: the goal, or what is to go; other revenue that is expected is still a part of it. */
  readonly target: Float64Array;
  /** goal or toGo, as the mode says; with a lag or a confidence the money that new work is to bring. */
  readonly start: Float64Array;
  /** Per step next ÷ ratio, before what is in hand is taken off. */
  readonly gross: readonly Float64Array[];
  readonly requirement: readonly Float64Array[];
  readonly perDay: readonly Float64Array[];
  readonly problems: readonly (ChainProblem | null)[];
}

/** Walks every rep's chain backward. NaN where there is no number. */
export function requirements(inputs: ChainInputs): ChainColumns {
  const reps = inputs.goal.length;
  const { goal, won, other } = inputs;
  const toGo = goal.map((amount, rep) =>
    toGoFormula(numbers, amount, won[rep] ?? 0, other ? (other.total[rep] ?? 0) : null),
  );
  const from = inputs.aim ?? newWork(ofChain(inputs, toGo), inputs.lag);
  // A negative goal, as after refunds, asks for nothing.
  const start = from.map((amount, rep) => (inputs.employed[rep] ? finite(Math.max(0, amount)) : NaN));
  const gross: Float64Array[] = [];
  const requirement: Float64Array[] = [];
  let next = start;
  inputs.steps.forEach((_, at) => {
    const stock = at === inputs.stockStep ? inputs.inHand : null;
    const whole = new Float64Array(reps);
    const needed = new Float64Array(reps);
    walkStep(next, inputs.used[at] ?? new Float64Array(reps), stock, whole, needed);
    gross.push(whole);
    requirement.push(needed);
    next = needed;
  });
  const days = inputs.mode === 'goal' ? inputs.workingDays : inputs.daysLeft;
  const perDay = onceAsked(() =>
    requirement.map((column) =>
      column.map((value, rep) => finite(perDayFormula(numbers, value, days[rep] ?? NaN))),
    ),
  );
  const problems = onceAsked(() =>
    Array.from(start.keys(), (rep) => problemOf(inputs, start, requirement, rep)),
  );
  return {
    ...{ toGo, start, gross, requirement },
    target: targetOf(inputs, toGo),
    get perDay() {
      return perDay();
    },
    get problems() {
      return problems();
    },
  };
}

/** Quotas of a year ask for neither what is needed a day nor for problems. */
function onceAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** What has not come in yet of what is asked for. */
function targetOf({ asked, goal, won, other }: ChainInputs, toGo: Float64Array): Float64Array {
  if (!other) return asked ?? toGo;
  const { come } = other.ofGoal;
  return asked
    ? asked.map((amount, rep) => amount - come[rep]!)
    : goal.map((amount, rep) => ofChainFormula(numbers, amount - won[rep]!, come[rep]!));
}

/** What the chain is to bring of it. */
function ofChain({ asked, other }: ChainInputs, toGo: Float64Array): Float64Array {
  if (!asked || !other) return asked ?? toGo;
  const { come, expected } = other.ofGoal;
  return asked.map((amount, rep) => ofChainFormula(numbers, amount, come[rep]! + expected[rep]!));
}

function newWork(target: Float64Array, lag: ChainInputs['lag']): Float64Array {
  if (!lag) return target;
  return target.map((amount, rep) => newMoney(amount, lag, rep));
}

/** The money that one rep's new work is to bring for an amount to win. */
export const newMoney = (amount: number, lag: NonNullable<ChainInputs['lag']>, rep: number): number =>
  newWorkFormula(numbers, amount, lag.underWay[rep] ?? 0, lag.landing[rep] ?? NaN);

function walkStep(
  next: Float64Array,
  used: Float64Array,
  inHand: Float64Array | null,
  gross: Float64Array,
  requirement: Float64Array,
): void {
  for (let rep = 0; rep < next.length; rep++) {
    const ratio = used[rep] ?? NaN;
    const needed = next[rep] ?? NaN;
    gross[rep] = finite(requirementFormula(numbers, needed, ratio, null));
    requirement[rep] =
      inHand === null
        ? (gross[rep] ?? NaN)
        : finite(requirementFormula(numbers, needed, ratio, inHand[rep] ?? 0));
  }
}

/** Dividing by a ratio of zero, or by no days, gives no number. */
const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);

function problemOf(
  inputs: ChainInputs,
  start: Float64Array,
  requirement: readonly Float64Array[],
  rep: number,
): ChainProblem | null {
  if (!inputs.employed[rep]) return { reason: 'notEmployed' };
  if (Number.isNaN(start[rep])) return noStart(inputs, rep);
  const failed = requirement.findIndex((column) => Number.isNaN(column[rep]));
  const step = inputs.steps[failed];
  if (step) {
    const zero = inputs.used[failed]?.[rep] === 0;
    return { reason: zero ? 'zeroRatio' : 'broken', measure: step.step.measure };
  }
  if (!inputs.workingDays[rep]) return { reason: 'noWorkingDays' };
  const over = inputs.mode === 'toGo' && !inputs.daysLeft[rep] && (start[rep] ?? 0) > 0;
  return over ? { reason: 'noDaysLeft' } : null;
}

/** Why a goal asks for no number at all: nobody works, nothing new can land in time, or too little is known. */
function noStart(
  { goal, aim, lag, daysLeft, workingDays, mode }: ChainInputs,
  rep: number,
): ChainProblem | null {
  if (Number.isNaN(goal[rep])) return null;
  if (!workingDays[rep]) return { reason: 'noWorkingDays' };
  if (lag && !((lag.landing[rep] ?? NaN) > 0))
    return { reason: mode === 'toGo' && !daysLeft[rep] ? 'noDaysLeft' : 'tooLate' };
  return aim ? { reason: 'tooUncertain' } : null;
}
