import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { keysOf, kindOf, recordId } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import { parseSettings, parseUnit } from '../../src/model/records/read.ts';
import type { Unit } from '../../src/model/records/unit.ts';
import type { SheetContext } from '../../src/sheets/definition.ts';
import type { BuiltSheet } from '../../src/sheets/definition.ts';
import type { EditOutcome, EditReason } from '../../src/sheets/sheet.ts';

await setLanguage('en');

export const unit = (key: string, parent: string | null, order: number, more: Values = {}): RecordEntry => [
  recordId.unit(key),
  { name: key, kind: 'rep', parent, order, ...more },
];

/** region R: team A (a1, a2, a3), team B (b1). */
export const tree: RecordEntry[] = [
  unit('R', null, 0, { kind: 'region' }),
  unit('A', 'R', 0, { kind: 'team' }),
  unit('a1', 'A', 0),
  unit('a2', 'A', 1),
  unit('a3', 'A', 2),
  unit('B', 'R', 1, { kind: 'team' }),
  unit('b1', 'B', 0),
];

function inTreeOrder(units: readonly Unit[], parent: string | null = null): Unit[] {
  return units
    .filter((one) => one.parent === parent)
    .sort((a, b) => a.order - b.order)
    .flatMap((one) => [one, ...inTreeOrder(units, one.key)]);
}

export function contextOf(records: readonly RecordEntry[], desk: Partial<SheetContext> = {}): SheetContext {
  const byId = new Map(records);
  const units = records
    .filter(([id]) => kindOf(id) === 'unit')
    .map(([id, values]) => parseUnit(keysOf(id)[0] ?? '', values));
  return {
    get: (id) => byId.get(id),
    ofKind: (kind) => records.filter(([id]) => kindOf(id) === kind),
    settings: parseSettings({ name: 'Plan' }),
    units: inTreeOrder(units),
    language: 'en',
    asOf: '2026-11-20',
    month: '2026-11',
    mode: 'goal',
    scope: null,
    folded: new Set(),
    ...desk,
  };
}

/** The records after some changes. */
export function after(records: readonly RecordEntry[], changes: readonly Change[]): RecordEntry[] {
  const byId = new Map(records);
  for (const change of changes)
    if ('create' in change) byId.set(change.create, change.values);
    else if ('remove' in change) byId.delete(change.remove);
    else byId.set(change.id, { ...byId.get(change.id), [change.field]: change.value });
  return [...byId];
}

/** The names of the units in tree order, indented. */
export const outline = (records: readonly RecordEntry[]): string[] => {
  const { units } = contextOf(records);
  const depth = (one: Unit): number => {
    const parent = units.find(({ key }) => key === one.parent);
    return parent ? depth(parent) + 1 : 0;
  };
  return units.map((one) => ' '.repeat(depth(one)) + one.name);
};

/** Writes a block at a row and column, as typing or a paste would. */
export function write(
  sheet: BuiltSheet,
  row: number,
  column: number,
  block: readonly (readonly string[])[],
  reason: EditReason = 'paste',
): EditOutcome {
  const edits = block.flatMap((cells, down) =>
    cells.map((text, right) => ({ row: row + down, column: column + right, text })),
  );
  const outcome = sheet.edit(edits, reason, () => Promise.resolve(null));
  if ('then' in outcome) throw new Error('this sheet answers at once');
  return outcome;
}

export const rowOf = (sheet: BuiltSheet, key: string): number =>
  Array.from({ length: sheet.model.rowCount }, (_, row) => row).find(
    (row) => sheet.model.row(row).key === key,
  ) ?? -1;
export const columnOf = (sheet: BuiltSheet, key: string): number =>
  sheet.model.columns.findIndex((column) => column.key === key);
export const cellAt = (sheet: BuiltSheet, row: string, column: string) =>
  sheet.model.cell(rowOf(sheet, row), columnOf(sheet, column));
