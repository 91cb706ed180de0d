import { cellOf, type Facts, type Rec, type Stamp } from '../../../src/model/facts/index.ts';
import type { Json } from '../../../src/model/json.ts';

/** One fact ever written, with the explicit set of events that its writer had seen: what vectors stand for. */
export interface Event {
  readonly key: string;
  readonly id: string;
  readonly field: string;
  readonly value: Json;
  readonly seen: ReadonlySet<string>;
  /** Of a deletion: the events under it. */
  gone: ReadonlySet<string>;
  /** Taken back by its author before anybody else could hold it. */
  withdrawn: boolean;
}
export type Events = Map<string, Event>;
/** Cell (`id field`) → keys of the events that nobody has replaced. */
export type State = ReadonlyMap<string, ReadonlySet<string>>;

const cellKey = (id: string, field: string): string => `${id} ${field}`;
export const keyOf = (id: string, field: string, s: Stamp): string => `${id} ${field} ${s.by}.${s.n}`;

/** What the implementation holds, in the oracle's words. */
export function stateOf(facts: Facts): State {
  const state = new Map<string, Set<string>>();
  for (const [id, rec] of facts.recs)
    for (const field of Object.keys(rec.v))
      state.set(cellKey(id, field), new Set(cellOf(rec, field).map((fact) => keyOf(id, field, fact.s))));
  return state;
}

export const dumpState = (state: State): string =>
  JSON.stringify(
    [...state]
      .filter(([, keys]) => keys.size)
      .map(([cell, keys]) => [cell, [...keys].sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The events and everything they had seen. */
export function pastOf(events: Events, keys: Iterable<string>): Set<string> {
  const past = new Set<string>();
  for (const key of keys) {
    past.add(key);
    for (const seen of events.get(key)!.seen) past.add(seen);
  }
  return past;
}

/** All that a state knows of one record, what lies under its deletions included. */
export function knownOfRecord(events: Events, state: State, id: string): Set<string> {
  const known = new Set<string>();
  for (const [cell, keys] of state) {
    if (!cell.startsWith(`${id} `)) continue;
    for (const key of pastOf(events, keys)) known.add(key);
    for (const key of keys) for (const gone of events.get(key)!.gone) known.add(gone);
  }
  return known;
}

/** The join by its definition: all events, less those that another one had seen. */
export function joinStates(events: Events, ...states: readonly State[]): State {
  const all = new Map<string, Set<string>>();
  for (const state of states)
    for (const [cell, keys] of state) all.set(cell, new Set([...(all.get(cell) ?? []), ...keys]));
  for (const [cell, keys] of all)
    all.set(
      cell,
      new Set([...keys].filter((key) => ![...keys].some((o) => o !== key && events.get(o)!.seen.has(key)))),
    );
  return all;
}

type Fresh = readonly { readonly field: string; readonly facts: readonly { v: Json; s: Stamp }[] }[];

const freshFacts = (events: Events, id: string, rec: Rec): Fresh =>
  Object.keys(rec.v)
    .map((field) => ({
      field,
      facts: cellOf(rec, field).filter((fact) => !events.has(keyOf(id, field, fact.s))),
    }))
    .filter(({ facts }) => facts.length);

/** What the deletions of a record had seen of one field. */
const underDeletions = (events: Events, state: State, id: string, field: string): string[] =>
  [...(state.get(cellKey(id, '$')) ?? [])]
    .flatMap((key) => [...events.get(key)!.gone])
    .filter((key) => key.startsWith(`${id} ${field} `));

const covers = (value: Json, event: Event): boolean => {
  const [by, n] = event.key.split(' ')[2]!.split('.') as [string, string];
  const gone = (value as { gone: Record<string, Record<string, number>> }).gone;
  return (gone[event.field]?.[by] ?? 0) >= Number(n);
};

/** What a new deletion covers; one that undo wrote again covers what it says, no more. */
function setGone(events: Events, event: Event, under: Set<string>, again: boolean): void {
  for (const key of under) {
    const covered = events.get(key)!;
    if (covered.field === '$' || covers(event.value, covered)) continue;
    if (!again) throw new Error(`the deletion misses ${key}`);
    under.delete(key);
  }
  event.gone = under;
}

/** Registers the facts that were written between two states and gives the state after, with the new events' keys. */
export function register(
  events: Events,
  state: State,
  before: Facts,
  after: Facts,
  undoing = false,
): { state: State; own: string[] } {
  const next = new Map(state);
  const own: string[] = [];
  for (const [id, rec] of after.recs) {
    if (before.recs.get(id) === rec) continue;
    const fresh = freshFacts(events, id, rec);
    for (const { field, facts } of fresh) {
      const cell = cellKey(id, field);
      const seen = pastOf(events, [...(state.get(cell) ?? []), ...underDeletions(events, state, id, field)]);
      for (const fact of facts) {
        const key = keyOf(id, field, fact.s);
        events.set(key, { key, id, field, value: fact.v, seen, gone: new Set(), withdrawn: false });
        own.push(key);
      }
      next.set(cell, new Set(facts.map((fact) => keyOf(id, field, fact.s))));
    }
    const life = fresh.find(({ field }) => field === '$')?.facts ?? [];
    for (const fact of life) {
      if (fact.v === true) continue;
      const under = knownOfRecord(events, state, id);
      if (life.length === 1) for (const key of knownOfRecord(events, next, id)) under.add(key);
      setGone(events, events.get(keyOf(id, '$', fact.s))!, under, undoing || life.length > 1);
    }
  }
  return { state: next, own };
}
