import { goalPlaceOf } from '../../model/goal-place.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { Month } from '../../model/time.ts';
import type { BuiltSheet } from '../definition.ts';
import { parentsOf } from '../rows.ts';
import type { SheetRow } from '../sheet.ts';
import { isMonthOf, type GoalsPlan } from './goals-plan.ts';
import { partsKey, partsOf, type Part } from './parts.ts';

export interface CubeRow {
  /** Row of the sheet of units. */
  readonly inner: number;
  readonly unit: Unit | null;
  readonly part: Part | null;
}

/** The rows of the units, each with its segments below it where they are looked at. */
export function cubeRows(plan: GoalsPlan, units: BuiltSheet, months: readonly Month[]): CubeRow[] {
  const known = new Map(plan.context.units.map((unit) => [unit.key, unit]));
  const inner = Array.from({ length: units.model.rowCount }, (_, row): CubeRow => {
    const key = units.unitAt(row);
    return { inner: row, unit: (key !== null && known.get(key)) || null, part: null };
  });
  const isCube = plan.desk.segments === 'rows' && plan.segments.length > 0;
  const rows = isCube ? inner.flatMap((row) => [row, ...partRows(plan, units, row, months)]) : inner;
  return plan.desk.lockedOnly ? lockedRows(plan, rows) : rows;
}

function partRows(plan: GoalsPlan, units: BuiltSheet, row: CubeRow, months: readonly Month[]): CubeRow[] {
  const { unit, inner } = row;
  if (!unit || !isOpen(plan, unit, units.model.row(inner))) return [];
  return partsOf(plan, unit, months).map((part) => ({ inner, unit, part }));
}

/** Teams show their segments while they are open; of reps there are many, and each is opened by itself. */
const isOpen = ({ context }: GoalsPlan, { key, kind }: Unit, { expanded }: SheetRow): boolean =>
  kind === 'rep' ? context.folded.has(partsKey(key, null)) : expanded !== false;

export function rowLook(plan: GoalsPlan, units: BuiltSheet, { inner, unit, part }: CubeRow): SheetRow {
  const row = units.model.row(inner);
  if (!unit || plan.desk.segments !== 'rows' || plan.segments.length === 0) return row;
  if (!part) return unit.kind === 'rep' ? { ...row, expanded: isOpen(plan, unit, row) } : row;
  const key = `${unit.key}/${part.segment ?? `rest of ${part.of ?? ''}`}`;
  return { key, level: row.level + part.level, expanded: part.expanded, total: false, part: true };
}

/** What is folded or opened by the caret of a row. */
export function foldKey({ unit, part }: CubeRow): string | null {
  if (!unit) return null;
  if (part) return partsKey(unit.key, part.segment);
  return unit.kind === 'rep' ? partsKey(unit.key, null) : unit.key;
}

/** What is locked in these months, with the units that it stands under; where nothing is, there is nothing to choose from. */
function lockedRows(plan: GoalsPlan, rows: CubeRow[]): CubeRow[] {
  const parents = parentsOf(plan.context.units);
  const locked = new Set<string>();
  const kept = new Set<string>();
  for (const id of plan.locks.keys()) {
    const place = goalPlaceOf(id);
    if (!place || !isMonthOf(plan, place)) continue;
    locked.add(`${place.unit}/${place.segment ?? ''}`);
    for (let at: string | null = place.unit; at !== null; at = parents.get(at) ?? null) kept.add(at);
  }
  if (locked.size === 0) return rows;
  return rows.filter(({ unit, part }) =>
    part ? locked.has(`${unit?.key ?? ''}/${part.segment ?? '-'}`) : unit !== null && kept.has(unit.key),
  );
}
