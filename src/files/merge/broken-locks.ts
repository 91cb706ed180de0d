import type { Rec } from '../../model/facts/index.ts';
import { goalPlaceOf } from '../../model/goal-place.ts';
import { ALL_SEGMENTS, keysOf, kindOf, recordId, type RecordKind } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import type { MergeFault } from '../../model/merging.ts';
import { numberOf } from '../../model/read-record.ts';
import type { MonthSpan } from '../../model/time.ts';
import { parentIn, placesOf, type Places } from './month-parents.ts';

type Get = (id: string) => Values | null;

/** What a lock's goals add up to depends on these. */
const TOUCHING: ReadonlySet<string> = new Set<RecordKind>(['goal', 'lock', 'unit', 'place', 'segment']);

interface Locked {
  readonly id: string;
  readonly span: MonthSpan;
  readonly amount: number;
  sum: number;
}

/** Locks whose goals add up to something else than they were locked at, and did not before; `of`: what they add up to. */
export function brokenLocks(
  mine: ReadonlyMap<string, Rec>,
  changed: ReadonlyMap<string, Rec>,
  before: Get,
  after: Get,
): MergeFault[] {
  if (![...changed.keys()].some((id) => TOUCHING.has(kindOf(id)))) return [];
  const ids = new Set([...idsOf(mine), ...idsOf(changed)]);
  const old = new Set(broken(ids, before).map(({ id }) => id));
  return broken(ids, after)
    .filter(({ id }) => !old.has(id))
    .map(({ id, sum }) => ({ code: 'lockBroken', id, of: String(sum), count: 1 }));
}

const idsOf = (recs: ReadonlyMap<string, Rec>): string[] =>
  [...recs.keys()].filter(
    (id) => id.startsWith('lock/') || id.startsWith('goal/') || id.startsWith('place/'),
  );

function broken(ids: Iterable<string>, get: Get): Locked[] {
  const all = [...ids];
  const locks = all.flatMap((id) => lockOf(id, get));
  if (locks.length === 0) return [];
  const byPlace = new Map<string, Locked[]>();
  for (const lock of locks) {
    const [unit = '', , , segment = ''] = keysOf(lock.id);
    const key = `${unit} ${segment}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), lock]);
  }
  const places = placesOf(all, get);
  for (const id of all) {
    const amount = kindOf(id) === 'goal' ? numberOf(get(id)?.['amount']) : null;
    if (amount !== null) addTo(byPlace, id, amount, places, get);
  }
  return locks.filter(({ sum, amount }) => sum !== amount);
}

function lockOf(id: string, get: Get): Locked[] {
  const place = kindOf(id) === 'lock' ? goalPlaceOf(id) : null;
  const amount = place && numberOf(get(id)?.['amount']);
  return place && amount !== null ? [{ id, span: place.span, amount, sum: 0 }] : [];
}

/** A goal counts to every lock of its rep and of the teams above it then, of its segment and those above. */
function addTo(
  byPlace: ReadonlyMap<string, Locked[]>,
  id: string,
  amount: number,
  places: Places,
  get: Get,
): void {
  const [rep = '', month = '', segment] = keysOf(id);
  const above = segment === undefined ? null : get(recordId.segment(segment))?.['parent'];
  const segments = new Set([ALL_SEGMENTS, segment, above].filter((each) => typeof each === 'string'));
  const passed = new Set<string>();
  for (
    let unit: unknown = rep;
    typeof unit === 'string' && !passed.has(unit);
    unit = parentIn(unit, month, places, get)
  ) {
    passed.add(unit);
    // Who is under a rep counts to the team of that rep.
    if (unit !== rep && get(recordId.unit(unit))?.['kind'] === 'rep') continue;
    for (const each of segments)
      for (const lock of byPlace.get(`${unit} ${each}`) ?? [])
        if (lock.span.from <= month && month <= lock.span.to) lock.sum += amount;
  }
}
