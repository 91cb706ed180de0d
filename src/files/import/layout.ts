import { plainText } from '../../model/entry/text.ts';
import { REVENUE } from '../../model/records/measure.ts';
import { isField, isOffered, isTarget, measureFor } from './catalog.ts';
import { titleYear } from './header.ts';
import type { Guessed } from './guess.ts';
import { layoutKey, WIDE_MARK } from './keys.ts';
import { readRowMeasures } from './row-measures.ts';
import { splitUnit } from './scale.ts';
import type { Table } from './table.ts';
import type { ColumnGuess, DraftRequest, PlanFacts, RowMeasure, Target } from './types.ts';
import type { MeasureColumn } from './values.ts';
import { readWide, type ImportedMeasure, type Wide } from './wide.ts';
import { headerWord, isOnesOwn, matchWord } from './words.ts';

/** The table as its columns say: who, when, and what is measured where. */
export interface Layout {
  readonly headerRow: number;
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnGuess[];
  readonly rep: ColumnGuess | undefined;
  readonly team: ColumnGuess | undefined;
  readonly region: ColumnGuess | undefined;
  /** Not imported: it tells namesakes apart. */
  readonly staffNumber: ColumnGuess | undefined;
  readonly when: ColumnGuess | undefined;
  readonly year: ColumnGuess | undefined;
  /** Says which measure a row is of, in a wide table. */
  readonly rowMeasure: ColumnGuess | undefined;
  readonly rowMeasures: readonly RowMeasure[];
  /** Long tables: one per measure. */
  readonly measures: readonly MeasureColumn[];
  /** Months across; null: a long table. */
  readonly wide: Wide | null;
  /** What months across are of, where only a title or a person can say it. */
  readonly wideMeasure: string | null;
  readonly imported: readonly ImportedMeasure[];
  readonly titleYear: number | undefined;
}

/** `单位：万元` in a title line holds for all money that names no unit of its own. */
export function titleScale(titles: readonly string[][]): number {
  for (const cell of titles.flat()) {
    const unit = /单位[:：]?\s*(万元|千元|百万元|亿元|元)|\bin (thousand|million)s?\b/i.exec(plainText(cell));
    if (unit) return splitUnit(`x(${(unit[1] ?? unit[2] ?? '').toLowerCase()})`).scale;
  }
  return 1;
}

/** The measure that a title line or the corner names; money won where none does. */
function wideMeasureOf(texts: readonly string[], facts: PlanFacts): string {
  for (const text of texts.flatMap((cell) => [cell, ...cell.split(/[\s\-—_·:：,，]+/)])) {
    const match = matchWord(
      headerWord(splitUnit(text.replace(/20\d{2}年?|月度|各月|明细|汇总|统计|表/g, '')).name),
      isOffered(facts),
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
  const measure = measureFor(target, column.header, request.facts);
  const scale = column.scale === 1 && measure.unit === 'money' ? money : column.scale;
  return { column, measure, scale, hints: column.decimal ? { decimal: column.decimal } : {} };
}

type Across = Pick<Layout, 'rowMeasure' | 'rowMeasures' | 'wide' | 'wideMeasure'>;

/** The part of a layout that only tables with months across have. */
function layAcross({ columns, heads }: Guessed, table: Table, request: DraftRequest): Across {
  const { facts } = request;
  const months = columns.filter(
    ({ target, month }) => month !== null && (target === 'cells' || !isField(target)),
  );
  const none = { rowMeasure: undefined, rowMeasures: [], wide: null, wideMeasure: null };
  if (months.length === 0) return none;
  const remembered = facts.mappings[layoutKey(columns)];
  const rowMeasure = columns.find(({ target }) => target === 'measure');
  const rowMeasures = rowMeasure
    ? readRowMeasures(table, heads.headerRow, rowMeasure, request, remembered)
    : [];
  const ignored = columns.filter(({ target }) => target === 'ignore').map(({ header }) => header);
  const kept: Target | undefined = remembered?.[WIDE_MARK];
  const guess = () =>
    isTarget(kept, facts) ? kept : wideMeasureOf([...heads.titles.flat(), ...ignored], facts);
  const plain = !rowMeasure && months.some(({ target }) => target === 'cells');
  const wideMeasure = plain ? (request.wideMeasure ?? guess()) : null;
  const measure = rowMeasure ? null : (wideMeasure ?? REVENUE);
  const money = titleScale(heads.titles);
  const wide = readWide({ columns: months, measure, rowMeasures, money, facts });
  return { rowMeasure, rowMeasures, wide, wideMeasure };
}

export function layOut(guessed: Guessed, table: Table, request: DraftRequest): Layout {
  const { columns, heads } = guessed;
  const by = (target: string) => columns.find((column) => column.target === target);
  const across = layAcross(guessed, table, request);
  const money = titleScale(heads.titles);
  const measures = across.wide
    ? []
    : columns
        .filter(({ target }) => !isField(target))
        .map((column) => measureColumn(column, column.target, money, request));
  return {
    headerRow: heads.headerRow,
    headerRows: heads.rows,
    columns,
    rep: by('rep'),
    team: by('team'),
    region: by('region'),
    staffNumber: columns.find(
      ({ reason, header }) => reason === 'staffNumber' && isOnesOwn(headerWord(header)),
    ),
    when: by('day') ?? by('month'),
    year: by('year'),
    ...across,
    measures,
    imported:
      across.wide?.imported ?? measures.map(({ measure, column }) => ({ measure, header: column.header })),
    titleYear: titleYear(heads.titles),
  };
}
