import type { Change, RecordEntry } from './diff.ts';
import { keysOf, recordId } from './ids.ts';
import { numberOf } from './read-record.ts';
import type { Place } from './records/goals.ts';
import type { Unit } from './records/unit.ts';
import type { Month } from './time.ts';

/** Where a unit was before a month. */
interface KnownPlace extends Place {
  readonly id: string;
  readonly before: Month;
}

/** The units that some changes put under another parent, with the new one. */
export function movedUnits(units: readonly Unit[], changes: readonly Change[]): Map<string, string | null> {
  const parents = new Map(units.map(({ key, parent }) => [recordId.unit(key), parent]));
  const moved = new Map<string, string | null>();
  for (const change of changes) {
    if (!('field' in change) || change.field !== 'parent' || !parents.has(change.id)) continue;
    const parent = typeof change.value === 'string' ? change.value : null;
    if (parents.get(change.id) !== parent) moved.set(keysOf(change.id)[0] ?? '', parent);
  }
  return moved;
}

/**
 * What keeps moved units where they were in the months before `from`; null: they have always been where they are now. The
 * months from then on have them in the new place, whatever was planned of them before.
 */
export function placesKept(
  units: readonly Unit[],
  moved: ReadonlyMap<string, string | null>,
  known: readonly RecordEntry[],
  from: Month | null,
): Change[] {
  const orders = ordersBefore(units, moved);
  return units.flatMap((unit): Change[] => {
    const parent = moved.get(unit.key);
    if (parent === undefined) return [];
    const later = placesOf(unit.key, known).filter(({ before }) => from === null || before >= from);
    const [next] = later;
    const then = next ?? { parent: unit.parent, order: orders.get(unit.key) ?? unit.order };
    // What is said of that month already stays, unless it says no more than the unit itself.
    const isKept = (place: KnownPlace): boolean => place.before === from && place.parent !== parent;
    const gone = later.flatMap((place): Change[] => (isKept(place) ? [] : [{ remove: place.id }]));
    if (from === null || then.parent === parent || (next && isKept(next))) return gone;
    return [
      ...gone,
      { create: recordId.place(unit.key, from), values: { parent: then.parent, order: then.order } },
    ];
  });
}

/** The oldest first. */
const placesOf = (unit: string, known: readonly RecordEntry[]): KnownPlace[] =>
  known
    .flatMap(([id, { parent, order }]): KnownPlace[] => {
      const [key, before = ''] = keysOf(id);
      const text = typeof parent === 'string' ? parent : null;
      return key === unit ? [{ id, before, parent: text, order: numberOf(order) }] : [];
    })
    .sort((a, b) => (a.before < b.before ? -1 : 1));

/** Those who stay are numbered anew, from 0: who leaves them stood between two of them. */
function ordersBefore(
  units: readonly Unit[],
  moved: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, number> {
  const orders = new Map<string, number>();
  const counts = new Map<string | null, { stay: number; go: number }>();
  for (const { key, parent } of units) {
    const count = counts.get(parent) ?? { stay: 0, go: 0 };
    counts.set(parent, count);
    if (moved.has(key)) orders.set(key, count.stay - 1 + ++count.go / (moved.size + 1));
    else count.stay++;
  }
  return orders;
}
