import type { Month } from '../../model/time.ts';

/** Stands for what of a rep's month is not split over segments. */
export const NOT_SPLIT = '';

type ByRep = ReadonlyMap<string, number>;

interface MonthGoals {
  /** What each rep's leaves add up to. */
  readonly sums: Map<string, number>;
  /** By segment, then rep. */
  readonly leaves: Map<string, Map<string, number>>;
}

const nobody: ByRep = new Map();

/** The goals by month, then rep: each the sum of its leaves, one per segment and one for what is not split. */
export class GoalTable {
  readonly #months = new Map<Month, MonthGoals>();
  /** Months that no other table reads: these are written in place. */
  readonly #own = new Set<Month>();
  /** Leaves that are there and blank, by `rep/month/segment`. */
  readonly #blanks = new Set<string>();

  /** The same goals, to be changed by themselves at the price of the months that are. */
  copy(): GoalTable {
    const copy = new GoalTable();
    this.#months.forEach((goals, month) => copy.#months.set(month, goals));
    this.#blanks.forEach((blank) => copy.#blanks.add(blank));
    this.#own.clear();
    return copy;
  }

  /** undefined: there is no such record; null: it is blank. */
  put(rep: string, month: Month, segment: string, amount: number | null | undefined): void {
    if (amount === null || this.#blanks.size > 0)
      this.#blanks[amount === null ? 'add' : 'delete'](`${rep}/${month}/${segment}`);
    const before = this.leaf(rep, month, segment);
    if (amount == null && before === undefined) return;
    const { sums, leaves } = this.#toWrite(month);
    const reps = leaves.get(segment) ?? new Map<string, number>();
    if (amount != null) leaves.set(segment, reps.set(rep, amount));
    else if (reps.delete(rep) && reps.size === 0) leaves.delete(segment);
    if (leaves.size === 0) this.#months.delete(month);
    else setSum(sums, rep, amount != null ? movedSum(sums.get(rep), before, amount) : sumOf(leaves, rep));
  }

  #toWrite(month: Month): MonthGoals {
    const known = this.#months.get(month);
    if (known && this.#own.has(month)) return known;
    const made: MonthGoals = {
      sums: new Map(known?.sums),
      leaves: new Map(Array.from(known?.leaves ?? [], ([segment, reps]) => [segment, new Map(reps)])),
    };
    this.#months.set(month, made);
    this.#own.add(month);
    return made;
  }

  /** What each rep is to win in a month, all segments together; undefined = nobody has a goal in it. */
  get(month: Month): ByRep | undefined {
    return this.#months.get(month)?.sums;
  }

  has(month: Month): boolean {
    return this.#months.has(month);
  }

  keys(): IterableIterator<Month> {
    return this.#months.keys();
  }

  /** The leaves of one segment in a month, by rep. */
  column(month: Month, segment: string): ByRep {
    return this.#months.get(month)?.leaves.get(segment) ?? nobody;
  }

  /** The segments that somebody has a leaf of in a month. */
  segmentsIn(month: Month): Iterable<string> {
    return this.#months.get(month)?.leaves.keys() ?? [];
  }

  leaf(rep: string, month: Month, segment: string): number | undefined {
    return this.#months.get(month)?.leaves.get(segment)?.get(rep);
  }

  /** There is a record of this leaf, blank or not. */
  isKnown(rep: string, month: Month, segment: string): boolean {
    return this.leaf(rep, month, segment) !== undefined || this.#blanks.has(`${rep}/${month}/${segment}`);
  }
}

function setSum(sums: Map<string, number>, rep: string, sum: number | undefined): void {
  if (sum === undefined) sums.delete(rep);
  else sums.set(rep, sum);
}

/** Amounts are whole, so that adding the difference is exact. */
const movedSum = (sum: number | undefined, before: number | undefined, amount: number): number =>
  (sum ?? 0) - (before ?? 0) + amount;

function sumOf(leaves: MonthGoals['leaves'], rep: string): number | undefined {
  let sum: number | undefined;
  for (const reps of leaves.values()) {
    const amount = reps.get(rep);
    if (amount !== undefined) sum = (sum ?? 0) + amount;
  }
  return sum;
}
