import { t, type Language } from '../../i18n/i18n.svelte.ts';
import { formatDay, formatMonth } from '../../i18n/numbers.ts';
import type { RecordEntry } from '../../model/diff.ts';
import { keysOf } from '../../model/ids.ts';
import type { HistoryAnswer } from '../../model/planning.ts';
import type { Measure } from '../../model/records/measure.ts';
import { byOtherOrder, unitOfOther } from '../../model/records/other.ts';
import { parseOther } from '../../model/records/read.ts';
import type { Month } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';
import { daysFigure } from '../figures.ts';
import { nameWidth } from '../name-width.ts';
import { indexIn } from '../rows.ts';
import type { Column } from '../sheet.ts';
import type { PlanWords } from '../words.ts';

/** One month of one measure. */
export interface HistoryColumn {
  readonly measure: string;
  readonly month: Month;
  readonly type: 'count' | 'money';
  /** Of every unit in the answer's order; blank where the answer is older than the column. */
  readonly values: Float64Array | undefined;
  /** Of what a rep's month is made, in the same order (MONTH_MADE_OF). */
  readonly ofDays: Uint8Array | null;
  /**
   * Anybody has an entry of this measure: else its blanks are no gaps but a measure that is not kept. Of other revenue
   * the unit itself: not everybody has regular customers.
   */
  kept(unit: string): boolean;
}

export const nameColumn = ({ units }: SheetContext): Column => ({
  key: 'name',
  type: 'text',
  title: t().history.name,
  width: nameWidth(units, 168),
  frozen: true,
});

/** Asked of few cells, and costs a look through all months. */
function once(ask: () => boolean): () => boolean {
  let known: boolean | undefined;
  return () => (known ??= ask());
}

/** What has columns: a measure, or a kind of other revenue. */
interface Kept extends Pick<Measure, 'key' | 'unit'> {
  readonly beside?: boolean;
}

/** The measures of the chain, then the money that comes in beside it and the figures that are followed. */
export const keptInHistory = (words: PlanWords, others: readonly RecordEntry[]): Kept[] => [
  ...words.measures,
  ...others
    .map(([id, values]) => parseOther(keysOf(id)[0] ?? '', values))
    .filter(({ key }) => !words.measures.some((measure) => measure.key === key))
    .sort(byOtherOrder)
    .map(({ key }): Kept => ({ key, unit: unitOfOther(key), beside: true })),
];

export function historyColumns(
  kept: readonly Kept[],
  answer: HistoryAnswer,
  months: readonly Month[],
): HistoryColumn[] {
  return kept.flatMap(({ key, unit, beside }) => {
    const at = answer.measures.indexOf(key);
    const columns = answer.values[at] ?? [];
    const anybody = once(() => columns.some((values) => values.some((value) => !Number.isNaN(value))));
    const own = (rep: string): boolean => {
      const unitAt = indexIn(answer.units, rep);
      return columns.some((values) => !Number.isNaN(values[unitAt] ?? NaN));
    };
    return months.map((month): HistoryColumn => ({
      measure: key,
      month,
      type: unit,
      values: columns[answer.months.indexOf(month)],
      ofDays: answer.ofDays[at]?.[answer.months.indexOf(month)] ?? null,
      kept: beside ? own : anybody,
    }));
  });
}

/** Its year is said once: by the first month, and by each January. */
const monthTitle = (month: Month, at: number, language: Language): string =>
  formatDay(`${month}-01`, language, {
    month: 'short',
    ...((at === 0 || month.endsWith('-01')) && { year: '2-digit' }),
  });

export function gridColumns(
  columns: readonly HistoryColumn[],
  months: readonly Month[],
  words: PlanWords,
  answer: HistoryAnswer,
  { language }: SheetContext,
): Column[] {
  const titles = new Map(months.map((month, at) => [month, monthTitle(month, at, language)]));
  const days = new Map(
    answer.months.map((month, at) => [
      month,
      t().sheets.goals.days(daysFigure(answer.workingDays[at] ?? NaN, language)),
    ]),
  );
  return columns.map(({ measure, month, type }) => ({
    key: `${measure} ${month}`,
    type,
    title: titles.get(month) ?? month,
    fullTitle: formatMonth(month, language),
    subtitle: days.get(month) ?? '',
    group: words.measure(measure),
    width: type === 'money' ? 96 : 72,
    rule: month === months[0],
  }));
}
