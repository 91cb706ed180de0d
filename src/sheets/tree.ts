import type { Unit } from '../model/records/unit.ts';
import type { SheetContext } from './definition.ts';
import type { SheetRow } from './sheet.ts';

export interface TreeRow {
  readonly unit: Unit;
  readonly row: SheetRow;
}

const walk = (
  units: readonly Unit[],
  visit: (unit: Unit, level: number, parents: readonly string[]) => void,
) => {
  const path: string[] = [];
  for (const unit of units) {
    while (path.length > 0 && path.at(-1) !== unit.parent) path.pop();
    visit(unit, path.length, [...path]);
    path.push(unit.key);
  }
};

/** The rows in sight: limited to the scope, without what lies under a folded unit. */
export function treeRows({ units, scope, folded }: SheetContext): TreeRow[] {
  const parents = new Set(units.map((unit) => unit.parent));
  const rows: TreeRow[] = [];
  let top = 0;
  walk(units, (unit, level, path) => {
    if (unit.key === scope) top = level;
    if (scope !== null && unit.key !== scope && !path.includes(scope)) return;
    if (path.some((key) => folded.has(key))) return;
    const expanded = parents.has(unit.key) ? !folded.has(unit.key) : null;
    const total = unit.kind !== 'rep';
    rows.push({ unit, row: { key: unit.key, level: level - top, expanded, total } });
  });
  return rows;
}

/** A unit and everything below it. */
export function withBelow(units: readonly Unit[], key: string): Unit[] {
  const below: Unit[] = [];
  walk(units, (unit, _level, path) => {
    if (unit.key === key || path.includes(key)) below.push(unit);
  });
  return below;
}
