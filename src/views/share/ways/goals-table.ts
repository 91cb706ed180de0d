import type { SheetTable, SheetTableColumn } from '../../../files/workbook/sheet-table.ts';
import { t } from '../../../i18n/i18n.svelte.ts';
import { recordId, type GoalPlace } from '../../../model/ids.ts';
import { readRecord } from '../../../model/read-record.ts';
import { lockSchema } from '../../../model/records/goals.ts';
import type { BuiltSheet, SheetContext } from '../../../sheets/definition.ts';
import { segmentsOf } from '../../../sheets/goals/goals-plan.ts';
import { lockSentence } from '../../../sheets/goals/lock-words.ts';
import { partsKey } from '../../../sheets/goals/parts.ts';
import { SEASON } from '../../../sheets/goals/season-row.ts';
import { GOALS_DESK } from '../../../state/goals-desk.ts';
import { columnOf, valueOf } from './sheet-table.ts';

/** The periods on the desk, with every unit and all of its segments; nothing that is only looked at. */
export function goalsContext(context: SheetContext): SheetContext {
  const desk = context.goals ?? GOALS_DESK;
  const segments = typeof desk.segments === 'object' ? desk.segments : 'rows';
  return {
    ...context,
    // Of reps the segments are shown where they are opened, of teams where they are not folded.
    folded: new Set(context.units.flatMap(({ key, kind }) => (kind === 'rep' ? [partsKey(key, null)] : []))),
    goals: { ...desk, segments, lockedOnly: false, compact: false, trial: null, conflict: null },
  };
}

/**
 * The Goals sheet as a table that says in each row whose goal it is and of what segment, so that it can be filtered, and
 * read in again; what is locked stands on its ground, and in words in the last column.
 */
export function goalsTable(
  built: BuiltSheet,
  context: SheetContext,
  about: { readonly note: string },
): SheetTable {
  const { model } = built;
  const units = new Map(context.units.map((unit) => [unit.key, unit]));
  const paths = segmentPaths(context);
  const columns = model.columns.map((column, at) => ({ ...columnOf(column), at }));
  const goals = columns.filter(({ at }) => isGoals(built, at));
  const others = columns.filter(({ at }) => at > 0 && !goals.some((goal) => goal.at === at));
  const rows = Array.from({ length: model.rowCount }, (_, at) => at).filter(
    (at) => !model.row(at).adder && model.row(at).key !== SEASON,
  );
  const lockOf = (place: GoalPlace) => {
    const lock = context.get(recordId.lock(place));
    return lock ? readRecord(lockSchema, lock) : null;
  };
  const rowOf = (row: number) => {
    const unit = units.get(built.unitAt(row) ?? '');
    const { level, total, part = false } = model.row(row);
    const places = goals.map(({ at }) => built.placeOf?.(row, at) ?? null);
    const locks = places.map((place) => (place ? lockOf(place) : null));
    const [place] = places;
    const own = place?.segment == null ? null : (paths.get(place.segment) ?? null);
    const cells = [...goals, ...others].map(({ at }) =>
      valueOf(model.cell(row, at), model.columns[at]!.type),
    );
    const said = locks.flatMap((lock, at) =>
      lock ? [`${goals[at]!.title} ${lockSentence(lock, context)}`] : [],
    );
    return {
      level,
      total,
      cells: [
        unit?.name ?? null,
        units.get(unit?.parent ?? '')?.name ?? null,
        ...(paths.size > 0 ? [part && !place ? unsplitPath(built, row, paths) : own] : []),
        ...cells,
        said.join('; ') || null,
      ],
      locked: locks.flatMap((lock, at) => (lock ? [at + (paths.size > 0 ? 3 : 2)] : [])),
    };
  };
  return {
    ...{ name: model.label, title: model.label, note: about.note },
    columns: [
      columnOf(model.columns[0]!),
      textColumn(t().goals.file.team),
      ...(paths.size > 0 ? [textColumn(t().goals.file.segment)] : []),
      ...[...goals, ...others].map(({ at }) => columnOf(model.columns[at]!)),
      textColumn(t().goals.locked),
    ],
    rows: rows.map(rowOf),
  };
}

const textColumn = (title: string): SheetTableColumn => ({ title, subtitle: '', group: '', as: 'text' });

/** Names with that of the segment they are a part of: parts of two may be called alike. */
function segmentPaths(context: SheetContext): ReadonlyMap<string, string> {
  const tree = segmentsOf(context);
  const names = new Map(tree.map(({ segment }) => [segment.key, segment.name]));
  return new Map(
    tree.map(({ segment, parent }) => [
      segment.key,
      parent === null ? segment.name : `${names.get(parent) ?? ''} / ${segment.name}`,
    ]),
  );
}

const isGoals = ({ model }: BuiltSheet, column: number): boolean =>
  model.columns[column]?.fileTitle !== undefined;

/** What is not split stands below the segments, or the parts, that it is left of. */
function unsplitPath(built: BuiltSheet, row: number, paths: ReadonlyMap<string, string>): string {
  const { model } = built;
  const { level } = model.row(row);
  const column = model.columns.findIndex((_, at) => isGoals(built, at));
  for (let above = row - 1; above >= 0; above--) {
    const over = model.row(above);
    if (over.level >= level) continue;
    const segment = over.part ? built.placeOf?.(above, column)?.segment : null;
    const path = segment ? paths.get(segment) : undefined;
    return path === undefined ? t().goals.unsplit : `${path} / ${t().goals.unsplit}`;
  }
  return t().goals.unsplit;
}
