import { shownValues, type Recs } from '../facts/index.ts';
import { keysOf, kindOf, SLICE_ID } from '../ids.ts';
import type { Values } from '../json.ts';
import { numberOf } from '../read-record.ts';
import { sliceMark, type PlaceInPart } from '../records/slice.ts';
import { addMonths, isMonth, type Month } from '../time.ts';
import type { SliceScope } from './slice-scope.ts';

interface Tree {
  readonly units: ReadonlyMap<string, Values>;
  /** By unit, the oldest first. */
  readonly moves: ReadonlyMap<string, readonly PlaceInPart[]>;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Where the units of a part were before, said without the teams of others: in place of such a team stands the first
 * above it that the part knows, with the working pattern that was handed down between the two.
 */
export function slicePlaces(recs: Recs, { units, above }: SliceScope): PlaceInPart[] {
  const tree = treeOf(recs);
  const isKnown = (key: string): boolean => units.has(key) || above.has(key);
  const begins = [
    ...new Set([...tree.moves.values()].flatMap((of) => of.map(({ before }) => before))),
  ].sort();
  return [...units, ...above].sort().flatMap((unit) => {
    const last = tree.moves.get(unit)?.at(-1)?.before ?? '';
    const told = begins
      .filter((before) => before <= last)
      .map((before) => placeIn(tree, unit, before, isKnown));
    // The nearest after a month is asked: one that says the same as the next says nothing.
    return told.filter((place, at) => !isSame(place, told[at + 1]));
  });
}

const isSame = (a: PlaceInPart, b: PlaceInPart | undefined): boolean =>
  b !== undefined && a.parent === b.parent && a.order === b.order && a.pattern === b.pattern;

function treeOf(recs: Recs): Tree {
  const units = new Map<string, Values>();
  const all = [...(sliceMark(shownValues(recs.get(SLICE_ID)) ?? undefined)?.places ?? [])];
  for (const [id, rec] of recs) {
    const kind = kindOf(id);
    const values = kind === 'unit' || kind === 'place' ? shownValues(rec) : null;
    if (!values) continue;
    const [unit = '', before = ''] = keysOf(id);
    if (kind === 'unit') units.set(unit, values);
    else if (isMonth(before))
      all.push({
        ...{ unit, before, pattern: null },
        ...{ parent: text(values['parent']), order: numberOf(values['order']) },
      });
  }
  const moves = new Map<string, PlaceInPart[]>();
  for (const move of all.sort((a, b) => (a.before < b.before ? -1 : 1)))
    moves.set(move.unit, [...(moves.get(move.unit) ?? []), move]);
  return { units, moves };
}

const moveIn = ({ moves }: Tree, unit: string, month: Month): PlaceInPart | undefined =>
  moves.get(unit)?.find(({ before }) => before > month);

function placeIn(tree: Tree, unit: string, before: Month, isKnown: (key: string) => boolean): PlaceInPart {
  const month = addMonths(before, -1);
  const move = moveIn(tree, unit, month);
  const parentIn = (key: string): string | null => {
    const then = moveIn(tree, key, month);
    return then ? then.parent : text(tree.units.get(key)?.['parent']);
  };
  let pattern = move?.pattern ?? null;
  let up = move ? move.parent : parentIn(unit);
  const passed = new Set<string>();
  for (; up !== null && !isKnown(up) && !passed.has(up); up = parentIn(up)) {
    passed.add(up);
    // What is above a team that is gone is not known: it counts to the top of now.
    if (!tree.units.has(up)) return { unit, before, parent: topOf(tree, unit), order: null, pattern };
    pattern ??= (tree.units.get(up)?.['pattern'] ?? null) as PlaceInPart['pattern'];
  }
  const parent = up !== null && isKnown(up) ? up : null;
  // Where it stood among others says nothing where they are not.
  return { unit, before, parent, order: passed.size > 0 ? null : (move?.order ?? null), pattern };
}

function topOf({ units }: Tree, unit: string): string | null {
  let top: string | null = null;
  const passed = new Set([unit]);
  for (
    let up = text(units.get(unit)?.['parent']);
    up !== null && units.has(up) && !passed.has(up);
    up = text(units.get(up)?.['parent'])
  ) {
    passed.add(up);
    top = up;
  }
  return top;
}
