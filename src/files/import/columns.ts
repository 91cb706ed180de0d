import { guessDayOrder, parseDay } from '../../model/entry/day.ts';
import { parseMonth } from '../../model/entry/month.ts';
import { guessDecimalMark, readNumber } from '../../model/entry/number.ts';
import { meansBlank, plainText } from '../../model/entry/text.ts';
import { isTotalName } from './leave-out.ts';
import type { Table } from './table.ts';

const SAMPLED = 400;

/** What the cells of one column look like; shares are of its filled cells. */
export interface ColumnLook {
  readonly texts: readonly string[];
  readonly filled: number;
  readonly numbers: number;
  readonly percents: number;
  readonly months: number;
  readonly days: number;
  /** A day other than the first of a month stands in it. */
  readonly midMonth: boolean;
  /** Different days of one month stand in it. */
  readonly manyDays: boolean;
  /** Median of the numbers. */
  readonly middle: number;
  readonly decimal: '.' | ',' | null;
  readonly dayOrder: { readonly order: 'mdy' | 'dmy'; readonly certain: boolean } | null;
}

const share = (texts: readonly string[], holds: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;

function numbersIn(
  texts: readonly string[],
  decimal: '.' | ',' | undefined,
): { value: number; percent: boolean }[] {
  return texts.flatMap((text) => {
    const read = readNumber(text, decimal ? { decimal } : {});
    return read.ok && read.value ? [read.value] : [];
  });
}

function looksOf(texts: readonly string[]): ColumnLook {
  const decimal = guessDecimalMark(texts);
  const numbers = numbersIn(texts, decimal);
  const slashed = texts.some((text) => /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/.test(text));
  const dayOrder = slashed ? guessDayOrder(texts) : null;
  const days = texts.flatMap((text) => {
    const day = parseDay(text, { order: dayOrder?.order ?? 'mdy' });
    return day.ok && day.value !== null ? [day.value] : [];
  });
  const midMonth = days.some((day) => !day.endsWith('-01'));
  const sorted = numbers.map(({ value }) => value).sort((a, b) => a - b);
  return {
    texts,
    filled: texts.length,
    numbers: texts.length && numbers.length / texts.length,
    percents: texts.length && numbers.filter(({ percent }) => percent).length / texts.length,
    months: share(texts, (text) => parseMonth(text, { order: 'mdy', year: 2000 }).ok),
    days: texts.length && days.length / texts.length,
    midMonth,
    manyDays: midMonth && new Set(days).size > new Set(days.map((day) => day.slice(0, 7))).size,
    middle: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    decimal: decimal ?? null,
    dayOrder,
  };
}

/** Looks at the rows below the header, evenly over the table, so that a sorted file shows more than its first month. */
export function lookAtColumns(table: Table, headerRow: number): ColumnLook[] {
  const first = headerRow + 1;
  const count = table.rows.length - first;
  const step = Math.max(1, Math.floor(count / SAMPLED));
  const sample: string[][] = [];
  for (let row = first; row < table.rows.length; row += step) {
    const cells = table.rows[row]!;
    if (!cells.some((cell) => isTotalName(cell))) sample.push(cells);
  }
  const width = Math.max(0, ...sample.map((row) => row.length), table.rows[headerRow]?.length ?? 0);
  return Array.from({ length: width }, (_, column) =>
    looksOf(sample.map((row) => plainText(row[column] ?? '')).filter((text) => !meansBlank(text))),
  );
}
