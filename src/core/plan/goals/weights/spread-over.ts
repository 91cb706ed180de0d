import type { SpreadChoice } from '../../../../model/planning.ts';
import type { Month } from '../../../../model/time.ts';
import type { PlanState } from '../../plan-state.ts';

/** The goals that a total is shared out over. */
export interface SpreadOver {
  readonly state: PlanState;
  /** Index of the unit that the total is of. */
  readonly unit: number;
  /** Reps below it in some month. */
  readonly reps: readonly number[];
  readonly months: readonly Month[];
  /** Rep after rep, whether each is below it in a month; null = all are in all of them. */
  readonly below: Uint8Array | null;
  /** Keys of the leaves that take part, in the order of the cube; '' = what is not split. */
  readonly leaves: readonly string[];
  /** The leaf that money goes to where a rep's month has none yet. */
  readonly own: string;
  /** The typed total. */
  readonly amount: number;
  /** What of the months is settled already; worked out when it is asked for. */
  readonly settled: () => Settled;
}

/** What no way of sharing out moves. */
export interface Settled {
  /** What leaves of the cube keep; NaN = free, or not of the total. */
  readonly held: Float64Array;
  /** Of the total, what they keep together. */
  readonly sum: number;
  /** Rep after rep and month after month: goals that are held or no part of the total, and whether some leaf is free. */
  readonly stays: RepMonths;
  readonly hasFree: Uint8Array;
}

/** Why a method has nothing to go by. */
export type Nothing = NonNullable<SpreadChoice['missing']>;

/** A number for each rep and month, rep after rep; NaN = none. */
export type RepMonths = Float64Array;

/** The numbers of all reps and months, zero where a rep is not below the unit; `at` counts within the span. */
export function repMonths(
  { reps, months, below }: SpreadOver,
  of: (rep: number, month: Month, at: number) => number,
): RepMonths {
  const numbers = new Float64Array(reps.length * months.length);
  reps.forEach((rep, row) =>
    months.forEach((month, at) => {
      const cell = row * months.length + at;
      if (below?.[cell] !== 0) numbers[cell] = of(rep, month, at);
    }),
  );
  return numbers;
}

export const isSome = (numbers: RepMonths): boolean => numbers.some((number) => number > 0);

export const sumOf = (numbers: RepMonths): number =>
  numbers.reduce((sum, number) => sum + (Number.isNaN(number) ? 0 : number), 0);

export const keyOf = ({ state }: SpreadOver, rep: number): string => state.org.repKeys[rep] ?? '';
