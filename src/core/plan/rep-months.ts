import { isEmployed, personWeights } from '../calendar/person-days.ts';
import type { MonthDays } from '../calendar/month-days.ts';
import type { Org } from './org.ts';

/** One planning month of every rep; columns by rep. */
export interface RepMonth {
  readonly days: MonthDays;
  /** Weights of the days; reps without leave share one array. */
  readonly weights: readonly Float64Array[];
  readonly workingDays: Float64Array;
  readonly employed: Uint8Array;
}

export function repMonth(days: MonthDays, org: Org): RepMonth {
  const persons = Array.from(org.reps, (unit) => ({ unit, person: org.units[unit] }));
  const weights = persons.map(({ unit, person }) =>
    person ? personWeights(days, org.patterns[unit] ?? 'five', person) : new Float64Array(days.length),
  );
  return {
    days,
    weights,
    workingDays: weightsFrom(weights, 0),
    employed: Uint8Array.from(persons, ({ person }) => (person && isEmployed(days, person) ? 1 : 0)),
  };
}

/** Summed weights from an offset on, by rep; shared arrays are summed once. */
export function weightsFrom(weights: readonly Float64Array[], offset: number): Float64Array {
  const sums = new Map<Float64Array, number>();
  let [last, lastSum]: [Float64Array | null, number] = [null, 0];
  const out = new Float64Array(weights.length);
  weights.forEach((days, rep) => {
    // Neighbours mostly share their days.
    if (days !== last) {
      lastSum = sums.get(days) ?? summedFrom(days, offset);
      sums.set(days, lastSum);
      last = days;
    }
    out[rep] = lastSum;
  });
  return out;
}

function summedFrom(days: Float64Array, offset: number): number {
  let sum = 0;
  for (let day = Math.max(0, offset); day < days.length; day++) sum += days[day] ?? 0;
  return sum;
}
