import { isBeside } from './catalog.ts';
import { deriveChain } from './chain.ts';
import { dateChat } from './chat-days.ts';
import { guessColumns } from './guess.ts';
import { layOut, type Layout } from './layout.ts';
import { fillMerged } from './merged.ts';
import { Preview } from './preview.ts';
import { checkRows, type Checked } from './rows.ts';
import { splitUnit } from './scale.ts';
import type { Table } from './table.ts';
import type { DraftRequest, ImportDraft, Progress, Repeats, RowKind } from './types.ts';
import { headerWord, isCallLength } from './words.ts';

/** Above this share of repeated rep-months the rows are parts (of products, of teams) and are added up. */
const PARTS = 0.3;

/** Cells corrected by hand stand in for those of the file. */
function withEdits(table: Table, edits: DraftRequest['edits'] = []): Table {
  if (edits.length === 0) return table;
  const rows = [...table.rows];
  for (const { row, column, text } of edits) {
    const cells = [...(rows[row] ?? [])];
    while (cells.length < column) cells.push('');
    cells[column] = text;
    rows[row] = cells;
  }
  return { ...table, rows };
}

function check(
  table: Table,
  layout: Layout,
  request: DraftRequest,
  progress?: Progress,
): { checked: Checked; repeats: Repeats } {
  const asked = request.repeats ?? 'first';
  const checked = checkRows(table, layout, request, asked, progress);
  const parts = checked.counts.repeated > checked.counts.rows * PARTS && checked.dates !== null;
  if (request.repeats || !parts || layout.when?.target === 'day') return { checked, repeats: asked };
  return { checked: checkRows(table, layout, request, 'sum', progress), repeats: 'sum' };
}

function countsOf(checked: Checked): ImportDraft['counts'] {
  const of = (kind: RowKind) => checked.kinds.reduce((sum, one) => sum + (one === kind ? 1 : 0), 0);
  const { rows, good, skipped } = checked.counts;
  return {
    rows,
    good,
    skipped,
    bad: checked.problems.badRows.size,
    warned: checked.problems.warnedRows.size,
    title: of('title'),
    header: of('header'),
    total: of('total'),
    note: of('note'),
    unused: of('unused'),
  };
}

function missing(layout: Layout): ImportDraft['missing'] {
  return [
    ...(layout.when || layout.wide ? [] : (['month'] as const)),
    ...(layout.imported.length ? [] : [isCallLog(layout) ? ('calls' as const) : ('measure' as const)]),
  ];
}

/** A row for each call, with its time and how long it was, counts nothing by itself. */
const isCallLog = ({ columns }: Layout): boolean =>
  columns.some(({ header }) => isCallLength(headerWord(splitUnit(header).name)));

/** From a table and what a person chose to all that an import would do; the table stays as it is. */
export function makeDraft(source: Table, asked: DraftRequest, progress?: Progress): ImportDraft {
  const { table, request, chatDay } = dateChat(withEdits(source, asked.edits), asked);
  const layout = layOut(guessColumns(table, request), table, request);
  const { table: whole, below } = fillMerged(table, layout, request);
  const { columns, headerRow, headerRows, rowMeasures } = layout;
  const { checked, repeats } = check(whole, layout, request, progress);
  const daily = layout.when?.target === 'day' && !layout.wide;
  const measureKeys = layout.imported.map(({ measure }) => measure.key);
  const chain = deriveChain(layout, request.facts);
  const { months, cells } = checked.cells.columns(daily ? request.facts.cutoffDay : null);
  return {
    columns,
    headerRow,
    headerRows,
    layout: layout.wide ? 'wide' : 'long',
    daily,
    source: request.source ?? (source.chat ? 'person' : 'system'),
    chatDay,
    ownNumbers: !layout.rep,
    repeats,
    blanksBelow: below,
    wideMeasure: layout.wideMeasure,
    rowMeasures,
    counts: countsOf(checked),
    problems: checked.problems.list(),
    names: checked.people.names,
    people: checked.people.people,
    months,
    measureKeys,
    chain,
    others: measureKeys.filter((key) => isBeside(key, chain)),
    cells,
    preview: new Preview(table, whole, layout, checked, request.facts).rows(),
    missing: missing(layout),
  };
}
