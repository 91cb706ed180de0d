import type { Table } from '../table.ts';
import { rowsToShow } from '../preview.ts';
import { MOST_COLUMNS, type PreviewCell, type PreviewRow } from '../types.ts';
import type { GuessedGoals } from './columns.ts';
import { goalAmount, type GoalRows } from './rows.ts';
import { nameId, type GoalColumn, type GoalName, type GoalRequest } from './types.ts';

/** The rows worth a look, with their cells as they are understood. */
export function goalPreview(
  table: Table,
  { kinds, problems, names }: GoalRows,
  { heads, columns }: GuessedGoals,
  money: number,
  { facts }: GoalRequest,
): PreviewRow[] {
  const called = new Map([...facts.units, ...facts.segments].map(({ key, name }) => [key, name]));
  const known = new Map(names.list.map((name) => [nameId(name.of, name.text), name.action]));
  const nameOf = (of: GoalName['of'], raw: string): string => {
    const action = known.get(nameId(of, raw.trim()));
    return action?.kind === 'known' ? (called.get(action.to) ?? raw) : raw;
  };
  const cellOf = (raw: string, column: GoalColumn): PreviewCell => {
    if (column.target === 'rep') return { raw, read: nameOf('unit', raw) };
    if (column.target === 'segment') return { raw, read: nameOf('segment', raw) };
    if (column.target !== 'cells' && column.target !== 'goal') return { raw, read: raw };
    const amount = goalAmount(raw, column, money);
    if (!amount.ok) return { raw, read: raw };
    return { raw, read: Number.isNaN(amount.value) ? null : amount.value / 100 };
  };
  let above = -1;
  return rowsToShow(table, heads.headerRow, { kinds, problems }).map((row): PreviewRow => {
    const gap = row - above - 1;
    above = row;
    const kind = kinds[row] ?? 'data';
    const cells = columns.slice(0, MOST_COLUMNS).map((column) => {
      const raw = table.rows[row]?.[column.index] ?? '';
      return kind === 'data' ? cellOf(raw, column) : { raw, read: raw };
    });
    return { row, line: table.lines[row] ?? row + 1, kind, bad: problems.badRows.has(row), gap, cells };
  });
}
