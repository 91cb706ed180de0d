import { numberOf } from '../../model/read-record.ts';
import type { Values } from '../../model/json.ts';
import type { PaceAnswer } from '../../model/planning.ts';
import { dueByNow } from '../../model/work-hours.ts';

/** One measure of somebody's day. NaN = no number. */
export interface DayRow {
  readonly measure: string;
  readonly money: boolean;
  /** What the person entered; null = blank. */
  readonly value: number | null;
  /** What counts, where a system says something else. */
  readonly system: number | null;
  /** NaN = none; Infinity = by the week only. */
  readonly quota: number;
  readonly due: number;
  readonly weekDone: number;
  /** The whole week's: what was done, and what this morning asks of the rest. */
  readonly weekQuota: number;
}

interface Sight {
  readonly unit: string;
  /** What the person entered today. */
  readonly entered: Values;
  /** The share 0..1 of the working hours that is over. */
  readonly share: number;
  readonly isMoney: (measure: string) => boolean;
  /** What may be entered beside the chain; nothing is asked of it. */
  readonly beside?: readonly string[];
}

const sum = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : a + b);

/** A person's measures today, from the work to the result, and what is kept beside them. */
export function dayRows(pace: PaceAnswer, { unit, entered, share, isMoney, beside = [] }: Sight): DayRow[] {
  const at = pace.units.indexOf(unit);
  return [...pace.measures, ...beside].map((measure, k) => {
    const of = (columns: readonly Float64Array[]) => columns[k]?.[at] ?? NaN;
    const value = numberOf(entered[measure]);
    const counts = of(pace.today);
    const quota = of(pace.quota);
    const before = of(pace.weekDone);
    return {
      measure,
      money: isMoney(measure),
      value,
      system: !Number.isNaN(counts) && counts !== value && value !== null ? counts : null,
      quota,
      due: dueByNow(quota, share),
      weekDone: sum(before, value ?? counts),
      weekQuota: sum(before, of(pace.weekQuota)),
    };
  });
}

/** A quota that is met by today's own number. */
export const isDaily = ({ quota }: Pick<DayRow, 'quota'>): boolean => Number.isFinite(quota) && quota > 0;
