import { t } from '../../i18n/i18n.svelte.ts';
import type { TeamAnswer } from '../../model/planning.ts';
import { addMonths } from '../../model/time.ts';
import type { BuiltSheet, SheetContext, SheetDefinition } from '../definition.ts';
import { removeUnits } from '../removal.ts';
import { unitRows, type UnitRows } from '../rows.ts';
import { blankCell, type Cell } from '../sheet.ts';
import { TeamCells } from '../team/cells.ts';
import { teamColumns, type TeamColumn } from '../team/columns.ts';
import { TeamEdits } from '../team/edits.ts';
import { teamReason } from '../team/reason.ts';
import { askedBefore, leaving, type Act } from '../team/reorganising.ts';
import { moveUnits } from '../tree-moves.ts';
import { placeFor, placeUnits } from '../tree-places.ts';

/** Names go into the first cell; days follow by themselves. */
const adderCell = (about: TeamColumn): Cell =>
  about.field === null
    ? blankCell
    : { text: about.field === 'name' ? t().sheets.adder : '', value: null, input: true, draft: '' };

const keysAt = (rows: UnitRows, at: readonly number[]): string[] =>
  at.flatMap((row) => rows.unit(row)?.key ?? []);

function builtTeam(context: SheetContext, answer: TeamAnswer): BuiltSheet {
  const columns = teamColumns(answer, context);
  const rows = unitRows(context, { adder: true });
  const cells = new TeamCells(context, answer);
  const cell = (row: number, column: number): Cell => {
    const [unit, about] = [rows.unit(row), columns[column]];
    if (!about) return blankCell;
    return unit ? cells.of(unit, about) : adderCell(about);
  };
  return {
    model: {
      id: 'team',
      label: t().team.label,
      columns: columns.map(({ column }) => column),
      rowCount: rows.count,
      row: (index) => rows.row(index),
      cell,
    },
    edit: (edits, reason) => new TeamEdits(context, rows, columns).run(edits, reason),
    refuse(_row, column) {
      const { daysComputed, membersOnly } = t().team;
      return { kind: 'sentence', text: columns[column]?.field === null ? daysComputed : membersOnly };
    },
    reason(row, column) {
      const [unit, about] = [rows.unit(row), columns[column]];
      if (unit && about) return teamReason(unit, about, cell(row, column), answer, context);
      return { name: '', formula: null, input: '', note: '', why: null };
    },
    unitAt: (row) => rows.unit(row)?.key ?? null,
    remove(at) {
      const keys = keysAt(rows, at);
      return keys.length > 0 ? removeUnits(context, keys) : null;
    },
    asks: (changes, act) => askedBefore(context, changes, act as Act),
    acts(row) {
      const unit = rows.unit(row);
      const isHere = unit?.kind === 'rep' && unit.end === null;
      return isHere ? [{ label: t().team.leaves, changes: leaving(context, unit.key) }] : [];
    },
    move: (at, direction) => moveUnits(context.units, keysAt(rows, at), direction),
    placeFor(at, { row, where }) {
      const key = rows.unit(row)?.key;
      const place = key === undefined ? null : placeFor(context.units, keysAt(rows, at), { key, where });
      return place && rows.rowOf(place.key) >= 0 ? { row: rows.rowOf(place.key), where } : null;
    },
    place(at, { row, where }) {
      const key = rows.unit(row)?.key;
      return key === undefined ? [] : placeUnits(context.units, keysAt(rows, at), { key, where });
    },
  };
}

/** 团队: the org tree with dates, working patterns, leave, and the working days that they leave. */
export const team: SheetDefinition = {
  id: 'team',
  queries: ({ month }) => [{ kind: 'team', span: { from: month, to: addMonths(month, 1) } }],
  build(context, [answer]) {
    if (answer?.kind !== 'team') throw new Error('the Team sheet is built from a team');
    return builtTeam(context, answer);
  },
};
