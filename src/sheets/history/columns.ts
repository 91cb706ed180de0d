import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay } from '../../i18n/numbers.ts';
import type { HistoryAnswer } from '../../model/planning.ts';
import type { Month } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';
import type { Column } from '../sheet.ts';
import type { PlanWords } from '../words.ts';

/** One month of one measure. */
export interface HistoryColumn {
  readonly measure: string;
  readonly month: Month;
  readonly type: 'count' | 'money';
  /** Of every unit in the answer's order; blank where the answer is older than the column. */
  readonly values: Float64Array | undefined;
  /** Anybody has an entry of this measure: else its blanks are no gaps but a measure that is not kept. */
  readonly kept: boolean;
}

export const nameColumn = (): Column => ({
  key: 'name',
  type: 'text',
  title: t().sheets.history.name,
  width: 168,
  frozen: true,
});

export function historyColumns(
  words: PlanWords,
  answer: HistoryAnswer,
  months: readonly Month[],
): HistoryColumn[] {
  return words.measures.flatMap(({ key, unit }) => {
    const columns = answer.values[answer.measures.indexOf(key)] ?? [];
    const kept = columns.some((values) => values.some((value) => !Number.isNaN(value)));
    return months.map((month): HistoryColumn => ({
      measure: key,
      month,
      type: unit,
      values: columns[answer.months.indexOf(month)],
      kept,
    }));
  });
}

export const gridColumn = (
  { measure, month, type }: HistoryColumn,
  first: boolean,
  words: PlanWords,
  { language }: SheetContext,
): Column => ({
  key: `${measure} ${month}`,
  type,
  title: formatDay(`${month}-01`, language, { month: 'short' }),
  subtitle: month.slice(0, 4),
  group: words.measure(measure),
  width: type === 'money' ? 96 : 72,
  rule: first,
});
