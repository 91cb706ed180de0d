import type { Unit } from '../model/records/unit.ts';
import type { SheetContext } from './definition.ts';
import type { SheetRow } from './sheet.ts';

export const ADDER_KEY = 'adder';

/** The rows of a sheet that shows the org tree: the units in sight, then the row that adds more. */
export interface UnitRows {
  readonly count: number;
  row(index: number): SheetRow;
  /** null: the adder row, and whatever lies below it. */
  unit(index: number): Unit | null;
  /** Row of a unit key; -1 = folded away or out of scope. */
  rowOf(key: string): number;
}

const adderRow: SheetRow = { key: ADDER_KEY, level: 0, expanded: null, total: false, adder: true };

interface Placed {
  readonly unit: Unit;
  readonly parent: string | null;
  readonly level: number;
}

/** A parent that is missing or comes after its child (a circle) leaves the unit at the top, as in the planner. */
function placedUnits(units: readonly Unit[]): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const unit of units) {
    const parent = unit.parent === null ? undefined : placed.get(unit.parent);
    placed.set(unit.key, {
      unit,
      parent: parent?.unit.key ?? null,
      level: parent ? parent.level + 1 : 0,
    });
  }
  return placed;
}

/** How deep each unit stands in the tree. */
export const levelsOf = (units: readonly Unit[]): [Unit, number][] =>
  [...placedUnits(units).values()].map(({ unit, level }) => [unit, level]);

/** The parent that each unit really hangs on; null = it stands at the top. */
export const parentsOf = (units: readonly Unit[]): Map<string, string | null> =>
  new Map([...placedUnits(units)].map(([key, { parent }]) => [key, parent]));

/**
 * The units under a scope (itself included), those that are gone and the ones under folded units left out; a scope that
 * is not there is none.
 */
function inSight(
  { folded, scope }: SheetContext,
  placed: ReadonlyMap<string, Placed>,
  gone: ReadonlySet<string>,
): Placed[] {
  const top = scope !== null && placed.has(scope) ? scope : null;
  const inScope = new Set<string>();
  const hidden = new Set<string>();
  return [...placed.values()].filter(({ unit: { key }, parent }) => {
    if (top !== null && key !== top && !inScope.has(parent ?? '')) return false;
    inScope.add(key);
    const isTop = key === top;
    if (!isTop && gone.has(key)) return false;
    if (!isTop && parent !== null && (hidden.has(parent) || folded.has(parent))) hidden.add(key);
    return !hidden.has(key);
  });
}

interface RowsAsked {
  readonly adder: boolean;
  /** Units that are not to be seen. */
  readonly gone?: ReadonlySet<string>;
}

interface Kept {
  readonly context: SheetContext;
  readonly asked: string;
  readonly rows: UnitRows;
}
/** An edit of a number leaves the rows as they are. */
const lastRows = new WeakMap<readonly Unit[], Kept>();

/** The tree as rows, depth first; levels are counted from the scope. */
export function unitRows(context: SheetContext, { adder, gone = NOBODY }: RowsAsked): UnitRows {
  const { units, folded, scope } = context;
  const asked = `${String(adder)} ${[...gone].join(' ')}`;
  const kept = lastRows.get(units);
  if (kept?.asked === asked && kept.context.folded === folded && kept.context.scope === scope)
    return kept.rows;
  const rows = builtRows(context, adder, gone);
  lastRows.set(units, { context, asked, rows });
  return rows;
}

const NOBODY: ReadonlySet<string> = new Set();

function builtRows(context: SheetContext, adder: boolean, gone: ReadonlySet<string>): UnitRows {
  const placed = placedUnits(context.units);
  const seen = [...placed.values()].filter(({ unit }) => !gone.has(unit.key));
  const parents = new Set(seen.map(({ parent }) => parent));
  const shown = inSight(context, placed, gone);
  const base = shown[0]?.level ?? 0;
  const rows = shown.map(({ unit, level }): SheetRow => ({
    key: unit.key,
    level: level - base,
    expanded: parents.has(unit.key) ? !context.folded.has(unit.key) : null,
    total: unit.kind !== 'rep',
  }));
  const rowByKey = new Map(rows.map(({ key }, row) => [key, row]));
  return {
    count: rows.length + Number(adder),
    row: (index) => rows[index] ?? adderRow,
    unit: (index) => shown[index]?.unit ?? null,
    rowOf: (key) => rowByKey.get(key) ?? -1,
  };
}

const positions = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where a unit stands in an answer's columns: an answer may be a moment older than the tree. -1 = not in it. */
export function indexIn(units: readonly string[], key: string): number {
  let known = positions.get(units);
  if (!known) {
    known = new Map(units.map((unit, at) => [unit, at]));
    positions.set(units, known);
  }
  return known.get(key) ?? -1;
}
