import type { Rec } from '../../model/facts/index.ts';
import { kindOf, recordId } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import type { MergeFault } from '../../model/merging.ts';
import { isOnCircle } from '../../model/parent-circle.ts';
import { addMonths } from '../../model/time.ts';
import { parentIn, placesOf } from './month-parents.ts';

type Get = (id: string) => Values | null;

/**
 * Places that put a unit below itself in the months before a move, and did not before. A circle ends with the first of
 * its places: looked at in its last month, that one shows it.
 */
export function placeCircles(
  mine: ReadonlyMap<string, Rec>,
  changed: ReadonlyMap<string, Rec>,
  before: Get,
  after: Get,
): MergeFault[] {
  if (![...changed.keys()].some((id) => id.startsWith('place/') || id.startsWith('unit/'))) return [];
  const ids = [...new Set([...mine.keys(), ...changed.keys()])].filter((id) => kindOf(id) === 'place');
  const old = new Set(circlesIn(ids, before).map(({ id }) => id));
  return circlesIn(ids, after)
    .filter(({ id }) => !old.has(id))
    .map(({ id, of }) => ({ code: 'placeCircle', id, of, count: 1 }));
}

function circlesIn(ids: readonly string[], get: Get): { id: string; of: string }[] {
  const places = placesOf(ids, get);
  return [...places].flatMap(([unit, moves]) =>
    moves.flatMap(({ before, parent }) => {
      const month = addMonths(before, -1);
      const parentOf = (key: string): string | null => {
        const above = parentIn(key, month, places, get);
        return typeof above === 'string' ? above : null;
      };
      const id = recordId.place(unit, before);
      return isOnCircle(unit, parentOf) ? [{ id, of: String(parent) }] : [];
    }),
  );
}
