import type { Change } from '../model/diff.ts';
import { unitKinds, type Unit } from '../model/records/unit.ts';
import { Siblings, tops } from './tree-moves.ts';

/** Where dragged units are dropped: under a unit, or beside it. */
export interface UnitPlace {
  readonly key: string;
  readonly where: 'before' | 'into' | 'after';
}

const rank = (unit: Unit | undefined): number => (unit ? unitKinds.indexOf(unit.kind) : -1);

/**
 * Where units may be put when a person points at a place; null = nowhere near. A team that is held over a member means
 * the place beside that member's team; nothing goes under a member or under what it moves with.
 */
export function placeFor(
  units: readonly Unit[],
  keys: readonly string[],
  wanted: UnitPlace,
): UnitPlace | null {
  const tree = new Siblings(units);
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const highest = Math.min(...keys.map((key) => rank(byKey.get(key))));
  let { key } = wanted;
  if (wanted.where === 'into') {
    if (rank(byKey.get(key)) > highest || tree.isRep(key)) return null;
  } else {
    for (let up = tree.parents.get(key) ?? null; up !== null && rank(byKey.get(key)) > highest;) {
      key = up;
      up = tree.parents.get(key) ?? null;
    }
  }
  return standsUnder(tree, key, new Set(keys)) ? null : { ...wanted, key };
}

function standsUnder(tree: Siblings, key: string, moving: ReadonlySet<string>): boolean {
  for (let up: string | null = key; up !== null; up = tree.parents.get(up) ?? null)
    if (moving.has(up)) return true;
  return false;
}

/** Moves units, with everybody below them, to an allowed place; siblings are numbered anew. */
export function placeUnits(units: readonly Unit[], keys: readonly string[], place: UnitPlace): Change[] {
  const tree = new Siblings(units);
  const parent = place.where === 'into' ? place.key : (tree.parents.get(place.key) ?? null);
  const touched = new Set<string | null>([parent]);
  const moved = tops(tree, keys);
  for (const key of moved) {
    touched.add(tree.parents.get(key) ?? null);
    tree.put(key, parent, tree.of(parent).length);
  }
  const list = tree.of(parent);
  const others = list.filter((key) => !moved.includes(key));
  const beside = others.indexOf(place.key) + Number(place.where === 'after');
  list.splice(
    0,
    list.length,
    ...others.toSpliced(place.where === 'into' ? others.length : beside, 0, ...moved),
  );
  return tree.changes(touched);
}
