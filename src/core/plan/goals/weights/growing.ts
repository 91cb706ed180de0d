import { presentOf } from './present.ts';
import { sumOf, type RepMonths, type SpreadOver } from './spread-over.ts';

/** What a total is shared out by. */
export interface Weights {
  readonly weights: RepMonths;
  /** Of a month's weight what a leaf has; null = as the leaves are now. */
  readonly share: ((month: number, leaf: string) => number) | null;
  /** What leaves of the cube keep whatever is shared out (NaN = free), where the weights are of the rest alone. */
  readonly held?: Float64Array;
  /** What the total comes to where it was not typed. */
  readonly total: number | null;
}

/**
 * What the record says, grown: the total is what that comes to. Whoever has no number in it keeps the present goal.
 * A part of the whole (a segment) is taken as the share that it has of it now.
 */
export function grown(over: SpreadOver, basis: RepMonths, growth: number): Weights {
  const present = presentOf(over);
  const weights = basis.map((known, at) => {
    if (Number.isNaN(known)) return present[at] ?? NaN;
    return known * (1 + growth) * shareOfWhole(over, present[at] ?? NaN, at);
  });
  return { weights, share: null, total: sumOf(weights) };
}

function shareOfWhole(over: SpreadOver, part: number, at: number): number {
  const [row, month] = [Math.floor(at / over.months.length), at % over.months.length];
  if (over.own === '') return 1;
  const { goals } = over.state.plan;
  const key = over.state.org.repKeys[over.reps[row] ?? -1] ?? '';
  const whole = goals.get(over.months[month] ?? '')?.get(key) ?? 0;
  return whole > 0 && part > 0 ? part / whole : 0;
}

/** A typed total by what the record says: whoever has no number in it counts as the mean of those who have. */
export function filled(over: SpreadOver, basis: RepMonths): Weights {
  const { length } = over.months;
  const means = over.months.map((_, month) => meanOf(basis.filter((_, at) => at % length === month)));
  const overall = meanOf(basis);
  const weights = basis.map((known, at) => {
    if (!Number.isNaN(known)) return known;
    const [row, month] = [Math.floor(at / length), at % length];
    const { employed } = over.state.month(over.months[month] ?? '');
    const mean = means[month]!;
    return employed[over.reps[row] ?? -1] ? (Number.isNaN(mean) ? overall : mean) : 0;
  });
  return { weights, share: null, total: null };
}

function meanOf(numbers: RepMonths): number {
  const known = numbers.filter((number) => !Number.isNaN(number));
  return known.length > 0 ? sumOf(known) / known.length : NaN;
}
