import type { Month } from '../../../../model/time.ts';
import { repsUnder } from '../../org.ts';
import { asNow } from './present.ts';
import { isSome, keyOf, repMonths, type Nothing, type RepMonths, type SpreadOver } from './spread-over.ts';

export interface Pattern {
  readonly weights: RepMonths;
  /** Of a month's weight what a leaf has. */
  readonly share: (month: number, leaf: string) => number;
  /** What the other row's goals come to. */
  readonly total: number;
}

/**
 * As another unit's goals go, by month and by segment: each month weighs what it does there, and is shared out between
 * several reps as they are now.
 */
export function likeRow(over: SpreadOver, like: string | null): Pattern | Nothing {
  const { org } = over.state;
  const at = like === null ? -1 : (org.index.get(like) ?? -1);
  const keys = at < 0 ? [] : repsUnder(org, at).map((rep) => keyOf(over, rep));
  const leafSums = over.months.map((month) =>
    over.leaves.map((leaf) => Math.max(0, sumIn(over, keys, month, leaf))),
  );
  const sums = leafSums.map((row) => row.reduce((sum, amount) => sum + amount, 0));
  const total = sums.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0) return 'noHistory';
  const heads = headShares(over);
  return {
    weights: repMonths(over, (rep, _, month) => (heads.get(rep) ?? 0) * (sums[month] ?? 0)),
    share: (month, leaf) => (leafSums[month]?.[over.leaves.indexOf(leaf)] ?? 0) / (sums[month] || 1),
    total,
  };
}

const sumIn = ({ state }: SpreadOver, keys: readonly string[], month: Month, leaf: string): number => {
  const column = state.plan.goals.column(month, leaf);
  return keys.reduce((sum, key) => sum + (column.get(key) ?? 0), 0);
};

/** What each rep has of the whole at present. */
function headShares(over: SpreadOver): Map<number, number> {
  const now = asNow(over);
  if (!isSome(now)) return new Map(over.reps.map((rep) => [rep, 1 / over.reps.length]));
  const { length } = over.months;
  const ofRep = over.reps.map((_, row) =>
    now.subarray(row * length, (row + 1) * length).reduce((sum, part) => sum + Math.max(0, part || 0), 0),
  );
  const total = ofRep.reduce((sum, part) => sum + part, 0);
  return new Map(over.reps.map((rep, row) => [rep, ofRep[row]! / total]));
}
