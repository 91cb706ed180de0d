import { capByParent } from '../chain/quotas.ts';
import type { MonthPace } from './month-pace.ts';

/** Whole quotas of today and the days after it, as of this morning; null = none, or by the week only. */
export function restQuotas(pace: MonthPace, measure: number, rep: number): Int32Array | null {
  const { today, length } = pace;
  if (today >= length) return null;
  const morning = pace.morning(measure, rep, today);
  const sums = pace.sums(rep);
  const perDay = morning.left / ((sums[length] ?? 0) - (sums[today] ?? 0));
  if (!Number.isFinite(perDay) || !Number.isFinite(firstQuota(pace, measure, rep))) return null;
  const until = Array.from({ length: length - today }, (_, at) =>
    pace.quotaUntil(measure, rep, today, today + at + 1, morning),
  );
  const quotas = Int32Array.from(until, (sum, at) => sum - (until[at - 1] ?? 0));
  const parent = pace.targets.partOf[measure] ?? -1;
  const above = parent < 0 ? null : restQuotas(pace, parent, rep);
  const weights = Float64Array.from(quotas, (_, at) => (sums[today + at + 1] ?? 0) - (sums[today] ?? 0));
  if (above) capByParent(quotas, above, morning.left, weights);
  return quotas;
}

/** The quota of the first working day from today on; Infinity = by the week only. */
function firstQuota(pace: MonthPace, measure: number, rep: number): number {
  const sums = pace.sums(rep);
  for (let day = pace.today; day < pace.length; day++)
    if ((sums[day + 1] ?? 0) > (sums[day] ?? 0)) return pace.quotaOn(measure, rep, day);
  return NaN;
}
