import type { Unit } from '../../model/records/unit.ts';

/** The units of the desk's scope, as places in an answer: all of them, or one with everything below it. */
export function rowsInScope(
  units: readonly string[],
  sumsInto: Int32Array,
  scope: string | null,
  known: readonly Unit[],
): number[] {
  const all = Array.from(units.keys());
  const top = scope === null ? -1 : units.indexOf(scope);
  if (top < 0) return all;
  const parents = new Map(known.map(({ key, parent }) => [key, parent]));
  const under = new Set([scope]);
  // In tree order whoever is above comes first.
  return all.filter((place) => {
    const key = units[place] ?? '';
    const above = units[sumsInto[place] ?? -1];
    const isIn =
      place === top || under.has(parents.get(key) ?? null) || (above !== undefined && under.has(above));
    if (isIn) under.add(key);
    return isIn;
  });
}
