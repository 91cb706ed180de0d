import type { RecordEntry } from './diff.ts';
import { keysOf } from './ids.ts';
import { numberOf, readRecord } from './read-record.ts';
import { ALL_LEVELS, levelSchema, tierSchema, type Level, type Tier } from './records/tier.ts';
import type { Month } from './time.ts';

const byOrder = (a: { order: number; key: string }, b: { order: number; key: string }): number =>
  a.order - b.order || (a.key < b.key ? -1 : 1);

/** The tiers of a plan, the lowest first. */
export const tiersOf = (records: readonly RecordEntry[]): Tier[] =>
  records
    .flatMap(([id, values]) => {
      const tier = readRecord(tierSchema, values);
      return tier ? [{ ...tier, key: keysOf(id)[0] ?? '' }] : [];
    })
    .sort(byOrder);

/** The job levels of a plan, in their order. */
export const levelsOf = (records: readonly RecordEntry[]): Level[] =>
  records
    .flatMap(([id, values]) => {
      const level = readRecord(levelSchema, values);
      return level ? [{ ...level, key: keysOf(id)[0] ?? '' }] : [];
    })
    .sort(byOrder);

/** A threshold that is entered: from a month on, minor units. */
interface Entered {
  readonly from: Month;
  readonly amount: number;
}

/** Why an amount cannot stand: the neighbour that it would pass, and the amount of that one. */
export interface OrderFault {
  readonly kind: 'belowLower' | 'aboveHigher';
  readonly tier: Tier;
  readonly amount: number;
}

/** All thresholds of a plan, as they hold month by month. */
export class TierTable {
  readonly #lines = new Map<string, Entered[]>();

  constructor(records: readonly RecordEntry[]) {
    for (const [id, values] of records) {
      const [tier = '', level = '', from = ''] = keysOf(id);
      const amount = numberOf(values['amount']);
      if (amount === null) continue;
      const key = `${tier}/${level}`;
      const lines = [...(this.#lines.get(key) ?? []), { from, amount }];
      this.#lines.set(
        key,
        lines.sort((a, b) => (a.from < b.from ? -1 : 1)),
      );
    }
  }

  /** What was entered from that very month on; null = nothing. */
  entered(tier: string, level: string, from: Month): number | null {
    return this.#lines.get(`${tier}/${level}`)?.find((line) => line.from === from)?.amount ?? null;
  }

  /** What holds in a month for a level, by its own line or that of all levels; null = no threshold. */
  holds(tier: string, level: string, month: Month): number | null {
    const own = this.#lines.get(`${tier}/${level}`)?.findLast(({ from }) => from <= month)?.amount;
    if (own !== undefined) return own;
    return level === ALL_LEVELS ? null : this.holds(tier, ALL_LEVELS, month);
  }

  /** Months from which some threshold holds, the earliest first. */
  get months(): Month[] {
    return [...new Set([...this.#lines.values()].flat().map(({ from }) => from))].sort();
  }

  /**
   * What an amount would break: a higher tier's threshold must not be lower, for any level, in any month from that one
   * on. null = nothing. `tiers`: the lowest first.
   */
  fault(
    tiers: readonly Tier[],
    levels: readonly string[],
    asked: { readonly tier: string; readonly level: string; readonly from: Month; readonly amount: number },
  ): OrderFault | null {
    const trial = this.#with(asked);
    const seen = asked.level === ALL_LEVELS ? [ALL_LEVELS, ...levels] : [asked.level];
    const at = tiers.findIndex(({ key }) => key === asked.tier);
    for (const month of trial.months.filter((each) => each >= asked.from))
      for (const level of seen) {
        const own = trial.holds(asked.tier, level, month);
        const found = own === null ? null : trial.#passed(tiers, at, { level, month, own });
        if (found) return found;
      }
    return null;
  }

  #passed(
    tiers: readonly Tier[],
    at: number,
    { level, month, own }: { readonly level: string; readonly month: Month; readonly own: number },
  ): OrderFault | null {
    for (const [place, tier] of tiers.entries()) {
      const amount = this.holds(tier.key, level, month);
      if (amount === null || place === at) continue;
      if (place < at && amount > own) return { kind: 'belowLower', tier, amount };
      if (place > at && amount < own) return { kind: 'aboveHigher', tier, amount };
    }
    return null;
  }

  #with({
    tier,
    level,
    from,
    amount,
  }: {
    tier: string;
    level: string;
    from: Month;
    amount: number;
  }): TierTable {
    const table = new TierTable([]);
    for (const [key, lines] of this.#lines) table.#lines.set(key, lines);
    const key = `${tier}/${level}`;
    const others = (this.#lines.get(key) ?? []).filter((line) => line.from !== from);
    table.#lines.set(
      key,
      [...others, { from, amount }].sort((a, b) => (a.from < b.from ? -1 : 1)),
    );
    return table;
  }
}
