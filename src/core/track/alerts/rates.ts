import { rateMidP, valueP } from '../../review/mid-p.ts';
import { gammaInterval } from '../../stats/interval.ts';
import type { Compared } from './drop.ts';

/** One period of work: what was done over so many working days. */
export interface Stint {
  readonly done: number;
  readonly days: number;
}

/** So many periods have to be known before one is called lower than usual. */
export const FEWEST_STINTS = 5;

/** Relative variance of a period's work around the own mean, beyond counting noise, pooled over everybody's periods. */
export function stintNoise(records: readonly (readonly Stint[])[]): number {
  let [squares, freedom] = [0, 0];
  for (const stints of records) {
    if (stints.length < 2) continue;
    const rate = rateOf(stints);
    if (!(rate > 0)) continue;
    for (const { done, days } of stints) {
      const mean = rate * days;
      squares += ((done - mean) ** 2 - mean) / mean ** 2;
    }
    freedom += stints.length - 1;
  }
  return freedom > 0 ? Math.max(LEAST_NOISE, squares / freedom) : UNKNOWN_NOISE;
}

const LEAST_NOISE = 0.01;
const UNKNOWN_NOISE = 0.1;

/** Work a day over some periods. */
export function rateOf(stints: readonly Stint[]): number {
  let [done, days] = [0, 0];
  for (const stint of stints) {
    done += stint.done;
    days += stint.days;
  }
  return days > 0 ? done / days : NaN;
}

/** A period's work against the own ones before it; null = too few, or nothing was usual. */
export function comparedWork(
  record: readonly Stint[],
  { done, days }: Stint,
  noise: number,
): Compared | null {
  const usual = rateOf(record);
  if (record.length < FEWEST_STINTS || !(days > 0 && usual > 0)) return null;
  const mean = usual * days;
  const variance = mean + mean ** 2 * noise * (1 + 1 / record.length);
  const band = () => gammaInterval(usual, variance / days ** 2);
  return { band, usual, chance: done < mean ? rateMidP(Math.round(done), mean, variance) / 2 : 1 };
}

/** Money of a month that comes in beside the chain against the mean of the months before it. */
export function comparedMoney(amount: number, mean: number, variance: number): Compared | null {
  if (!(mean > 0 && variance > 0)) return null;
  const p = valueP(amount, mean, variance);
  const band = () => gammaInterval(mean, variance);
  return { band, usual: mean, chance: amount < mean ? p / 2 : 1 };
}
