import { plainText } from '../../model/entry/text.ts';
import { REVENUE } from '../../model/records/measure.ts';
import { isField, measureFor } from './catalog.ts';
import { titleYear } from './header.ts';
import { splitUnit } from './scale.ts';
import type { Table } from './table.ts';
import type { ColumnGuess, DraftRequest } from './types.ts';
import type { MeasureColumn } from './values.ts';
import { headerWord, matchWord } from './words.ts';

/** The table as its columns say: who, when, and what is measured where. */
export interface Layout {
  readonly headerRow: number;
  readonly columns: readonly ColumnGuess[];
  readonly rep: ColumnGuess | undefined;
  readonly team: ColumnGuess | undefined;
  readonly when: ColumnGuess | undefined;
  readonly year: ColumnGuess | undefined;
  /** Long tables: one per measure. */
  readonly measures: readonly MeasureColumn[];
  /** Wide tables: one per month, all of one measure. */
  readonly cells: readonly MeasureColumn[];
  readonly wideMeasure: string | null;
  readonly titleYear: number | undefined;
}

/** `单位：万元` in a title line holds for all money that names no unit of its own. */
function titleScale(titles: readonly string[][]): number {
  for (const cell of titles.flat()) {
    const unit = /单位[:：]?\s*(万元|千元|百万元|亿元|元)|\bin (thousand|million)s?\b/i.exec(plainText(cell));
    if (unit) return splitUnit(`x(${(unit[1] ?? unit[2] ?? '').toLowerCase()})`).scale;
  }
  return 1;
}

/** The measure that a title line or the corner names; money won where none does. */
function wideMeasureOf(texts: readonly string[]): string {
  for (const text of texts.flatMap((cell) => [cell, ...cell.split(/[\s\-—_·:：,，]+/)])) {
    const match = matchWord(
      headerWord(splitUnit(text.replace(/20\d{2}年?|月度|各月|明细|汇总|统计|表/g, '')).name),
    );
    if (match && !isField(match.target)) return match.target;
  }
  return REVENUE;
}

function measureColumn(
  column: ColumnGuess,
  target: string,
  money: number,
  request: DraftRequest,
): MeasureColumn {
  const measure = measureFor(target, column.target === 'cells' ? '' : column.header, request.facts);
  const scale = column.scale === 1 && measure.unit === 'money' ? money : column.scale;
  return { column, measure, scale, hints: column.decimal ? { decimal: column.decimal } : {} };
}

export function layOut(
  columns: readonly ColumnGuess[],
  headerRow: number,
  table: Table,
  request: DraftRequest,
): Layout {
  const by = (target: string) => columns.find((column) => column.target === target);
  const titles = table.rows.slice(0, Math.max(0, headerRow));
  const money = titleScale(titles);
  const wide = columns.filter(({ target, month }) => target === 'cells' && month !== null);
  const headers = columns.filter(({ target }) => target === 'ignore').map(({ header }) => header);
  const wideMeasure = wide.length
    ? (request.wideMeasure ?? wideMeasureOf([...titles.flat(), ...headers]))
    : null;
  const measures = columns.filter(({ target }) => !isField(target));
  return {
    headerRow,
    columns,
    rep: by('rep'),
    team: by('team'),
    when: by('day') ?? by('month'),
    year: by('year'),
    measures: wideMeasure
      ? []
      : measures.map((column) => measureColumn(column, column.target, money, request)),
    cells: wideMeasure ? wide.map((column) => measureColumn(column, wideMeasure, money, request)) : [],
    wideMeasure,
    titleYear: titleYear(titles),
  };
}
