import { keysOf, kindOf, recordId } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';

type Get = (id: string) => Values | null;

/** By unit: the months that it was moved at, the oldest first, each with what it was under before. */
export type Places = ReadonlyMap<string, readonly { readonly before: string; readonly parent: unknown }[]>;

export function placesOf(ids: Iterable<string>, get: Get): Places {
  const places = new Map<string, { before: string; parent: unknown }[]>();
  for (const id of ids) {
    const values = kindOf(id) === 'place' ? get(id) : null;
    if (!values) continue;
    const [unit = '', before = ''] = keysOf(id);
    places.set(unit, [...(places.get(unit) ?? []), { before, parent: values['parent'] }]);
  }
  for (const of of places.values()) of.sort((a, b) => (a.before < b.before ? -1 : 1));
  return places;
}

/** What a unit is under in a month. */
export function parentIn(unit: string, month: string, places: Places, get: Get): unknown {
  const then = places.get(unit)?.find(({ before }) => before > month);
  return then ? then.parent : get(recordId.unit(unit))?.['parent'];
}
