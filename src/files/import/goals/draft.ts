import { titleScale } from '../layout.ts';
import { namesMeasure } from '../meaning.ts';
import type { Table } from '../table.ts';
import type { RowKind } from '../types.ts';
import { goalColumns, type GuessedGoals } from './columns.ts';
import { isGoalWord } from './period.ts';
import { goalPreview } from './preview.ts';
import { GoalRows } from './rows.ts';
import { GoalTree } from './tree.ts';
import type { GoalCell, GoalDraft, GoalName, GoalRequest, GoalSum } from './types.ts';

/** Cells corrected by hand stand in for those of the file. */
function withEdits(table: Table, edits: GoalRequest['edits'] = []): Table {
  if (edits.length === 0) return table;
  const rows = table.rows.map((row) => [...row]);
  for (const { row, column, text } of edits) {
    const cells = rows[row];
    if (!cells) continue;
    while (cells.length <= column) cells.push('');
    cells[column] = text;
  }
  return { ...table, rows };
}

/** From a table and what a person chose to the goals in it; the table stays as it is. */
export function makeGoalDraft(source: Table, request: GoalRequest): GoalDraft {
  const table = withEdits(source, request.edits);
  const guessed = goalColumns(table, request);
  const { heads, columns } = guessed;
  const money = titleScale(heads.titles);
  const rows = new GoalRows(table, columns, request, money, heads.rows);
  const { cells, problems, kinds } = rows;
  const of = (kind: RowKind) => kinds.filter((one) => one === kind).length;
  const names = rows.names.list;
  const isTaken = ({ action }: GoalName) => action.kind === 'known' || action.kind === 'create';
  const isWhole = problems.badRows.size === 0 && names.every(isTaken);
  const isWide = columns.some(({ target }) => target === 'cells');
  return {
    isGoals: speaksOfGoals(guessed, cells, request),
    columns,
    headerRow: heads.headerRow,
    headerRows: heads.rows,
    layout: isWide ? 'wide' : 'long',
    cells,
    leftOut: rows.leftOut,
    blank: rows.blank,
    names,
    newSegments: rows.names.newSegments,
    problems: problems.list(),
    wrongSums: isWhole ? wrongSums(rows.sums, cells, request) : [],
    counts: {
      good: rows.good,
      bad: problems.badRows.size,
      warned: 0,
      ...{
        title: of('title'),
        header: of('header'),
        total: of('total'),
        note: of('note'),
        unused: of('unused'),
      },
    },
    preview: goalPreview(table, rows, guessed, money, request),
    missing: missing(guessed, rows),
  };
}

function missing({ columns }: GuessedGoals, rows: GoalRows): GoalDraft['missing'] {
  const has = (target: string) => columns.some((column) => column.target === target);
  return [
    ...(has('rep') ? [] : (['rep'] as const)),
    ...(has('cells') || has('month') || has('year') ? [] : (['month'] as const)),
    ...(has('cells') || has('goal') ? [] : (['goal'] as const)),
    ...(rows.names.list.some(({ action }) => action.kind === 'open') ? (['names'] as const) : []),
  ];
}

/** Words, quarters and years, months to come, and teams speak of goals; a history has none of these. */
function speaksOfGoals(
  { heads, columns }: GuessedGoals,
  cells: readonly GoalCell[],
  { facts }: GoalRequest,
): boolean {
  if (cells.length === 0) return false;
  const isLong = !columns.some(({ target }) => target === 'cells');
  // 目标 beside what was done: the history is what such a table is kept for.
  if (isLong && columns.some(({ target, header }) => target === 'ignore' && namesMeasure(header)))
    return false;
  const words = [...heads.titles.flat(), ...columns.flatMap(({ header, above }) => [header, above])];
  if (words.some(isGoalWord)) return true;
  const goals = columns.filter(({ target }) => target === 'cells' || target === 'goal');
  if (goals.some(({ target }) => target === 'goal')) return false;
  const month = facts.asOf.slice(0, 7);
  const teams = new Set(facts.units.flatMap(({ key, kind }) => (kind === 'rep' ? [] : [key])));
  return (
    goals.some(({ span }) => span !== null && (span.from !== span.to || span.from > month)) ||
    cells.some(({ unit, segment }) => segment !== null || teams.has(unit))
  );
}

/** Sums of all rows that say something else than the rows do. */
function wrongSums(sums: readonly GoalSum[], cells: readonly GoalCell[], { facts }: GoalRequest): GoalSum[] {
  if (sums.length === 0) return [];
  const tree = new GoalTree(facts);
  return sums.flatMap((sum): GoalSum[] => {
    const { from, to } = sum.span;
    const same = cells.filter(
      ({ span, segment, row }) => span.from === from && span.to === to && segment === null && row < sum.row,
    );
    const tops = same.filter(
      (cell) => !same.some(({ unit }) => unit !== cell.unit && tree.isUnder(cell.unit, unit, from)),
    );
    const come = tops.reduce((total, { amount }) => total + amount, 0);
    return tops.length === 0 || come === sum.amount ? [] : [{ ...sum, sum: come }];
  });
}
