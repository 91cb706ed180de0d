import type { Values } from '../../model/json.ts';
import { numberOf, readRecord } from '../../model/read-record.ts';
import { ALL_LEVELS, tierSchema, type Tier } from '../../model/records/tier.ts';
import { isMonth, type Month } from '../../model/time.ts';

/** A tier with the revenue that makes it in some month, minor units. */
export interface TierLine {
  readonly tier: Tier;
  readonly amount: number;
}

/** The named thresholds of a period's revenue, by level and from a month on. */
export class TierLines {
  readonly #tiers = new Map<string, Tier>();
  /** By `tier/level`. */
  readonly #lines = new Map<string, Map<Month, number>>();
  /** Raised by every edit. */
  edits = 0;

  put(key: string, values: Values | null): void {
    this.edits++;
    const tier = values && readRecord(tierSchema, values);
    if (tier) this.#tiers.set(key, { ...tier, key });
    else this.#tiers.delete(key);
  }

  putLine(tier: string, level: string, from: Month, values: Values | null): void {
    if (!isMonth(from)) return;
    this.edits++;
    const amount = numberOf(values?.['amount']);
    const months = this.#lines.get(`${tier}/${level}`) ?? new Map<Month, number>();
    this.#lines.set(`${tier}/${level}`, months);
    if (amount === null || amount < 0) months.delete(from);
    else months.set(from, amount);
  }

  get isEmpty(): boolean {
    return this.#tiers.size === 0;
  }

  /** The tiers that have a threshold in a month for a level, the lowest first. */
  of(level: string | null, month: Month): TierLine[] {
    return [...this.#tiers.values()]
      .flatMap((tier) => {
        const own = level === null ? null : this.#amount(tier.key, level, month);
        const amount = own ?? this.#amount(tier.key, ALL_LEVELS, month);
        return amount === null ? [] : [{ tier, amount }];
      })
      .sort((a, b) => a.amount - b.amount || a.tier.order - b.tier.order);
  }

  #amount(tier: string, level: string, month: Month): number | null {
    const months = this.#lines.get(`${tier}/${level}`);
    const latest = [...(months?.keys() ?? [])].filter((from) => from <= month).sort();
    return months?.get(latest.at(-1) ?? '') ?? null;
  }
}
