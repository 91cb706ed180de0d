import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contentOf } from '../../../src/files/plan-file/write.ts';
import { readContent } from '../../../src/files/plan-file/read.ts';
import type { Change } from '../../../src/model/diff.ts';
import {
  alive,
  cellOf,
  commit,
  conflicts,
  content,
  join,
  newWriter,
  restore,
  slice,
  undo,
  type Facts,
  type Rec,
  type Step,
  type Writer,
} from '../../../src/model/facts/index.ts';
import type { Json } from '../../../src/model/json.ts';
import {
  dumpState,
  joinStates,
  knownOfRecord,
  pastOf,
  register,
  stateOf,
  type Event,
  type Events,
  type State,
} from './oracle.ts';

const IDS = ['act/A1', 'act/A2', 'act/B1', 'deal/D1'] as const;
const FIELDS = ['f', 'g'] as const;
const weights = {
  set: 8,
  create: 2,
  remove: 3,
  owner: 1,
  undo: 4,
  export: 4,
  slice: 3,
  merge: 8,
  automatic: 3,
  many: 2,
  resolve: 3,
  restore: 1,
  clone: 1,
  reload: 1,
} as const;
type Act = keyof typeof weights;
/** device, file or version, id, field: indices that are reduced to what there is. */
interface Op {
  readonly act: Act;
  readonly device: number;
  readonly file: number;
  readonly id: number;
  readonly field: number;
  readonly more: number;
  readonly pick: number;
}
const op: fc.Arbitrary<Op> = fc.record({
  act: fc.oneof(
    ...(Object.keys(weights) as Act[]).map((act) => ({ arbitrary: fc.constant(act), weight: weights[act] })),
  ),
  device: fc.nat(4),
  file: fc.nat(30),
  id: fc.nat(3),
  field: fc.nat(1),
  more: fc.nat(5),
  pick: fc.nat(2),
});
/** 2 to 4 devices (clones make more) with clocks that are up to days wrong. */
export const history = fc.record({
  devices: fc.integer({ min: 2, max: 4 }),
  clocks: fc.array(fc.integer({ min: -2e8, max: 2e8 }), { minLength: 5, maxLength: 5 }),
  ops: fc.array(op, { minLength: 5, maxLength: 60, size: 'max' }),
  seed: fc.nat(),
});
export type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** A step that a device can still undo, and how everything was before it. */
interface Done {
  readonly step: Step;
  readonly before: State;
  readonly after: State;
  readonly content: string;
  readonly conflicts: string;
  readonly bytes: string;
  readonly own: readonly string[];
  published: boolean;
  /** An automatic merge came since: content may differ after the undo. */
  merged: boolean;
  /** A published undo came since: stamps differ. */
  restamped: boolean;
}
interface Device {
  facts: Facts;
  state: State;
  writer: Writer;
  readonly clock: number;
  done: Done[];
  old: { facts: Facts; state: State }[];
}
interface File {
  readonly facts: Facts;
  readonly state: State;
  readonly from: Device;
}

const META = { app: 'test', savedAt: 0 };
/** The file's canonical content: "same bytes". */
export const bytesOf = (facts: Facts): string => JSON.stringify(contentOf(facts, META));
const reread = (facts: Facts): Facts => readContent(JSON.parse(bytesOf(facts))).facts;
const shown = (facts: Facts): string => JSON.stringify(content(facts));

const rivalsOf = (rec: Rec, field: string): string[] =>
  field === '$' ? [] : [...new Set(cellOf(rec, field).map((fact) => JSON.stringify(fact.v)))].sort();
const disputes = (facts: Facts): string =>
  JSON.stringify(
    [...facts.recs]
      .map(([id, rec]) => [id, conflicts(rec).map((field) => [field, rivalsOf(rec, field)])] as const)
      .filter(([, fields]) => fields.length)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The user's answer to every conflict: keep what is shown (or alive), or take the oldest (or the deletion). */
const answers = (facts: Facts, keep: boolean): Change[] =>
  [...facts.recs].flatMap(([id, rec]) =>
    conflicts(rec).map((field): Change => {
      if (field === '$') return keep ? { id, field, value: true } : { remove: id };
      return { id, field, value: cellOf(rec, field).at(keep ? 0 : -1)!.v };
    }),
  );

const inScope = (id: string, rec: Rec): boolean =>
  id.startsWith('act/A') || (id.startsWith('deal/') && rec.v['o'] === 'A');

export class World {
  readonly events: Events = new Map();
  readonly files: File[] = [];
  readonly devices: Device[];
  #time = 0;
  #values = 0;

  constructor(devices: number, clocks: readonly number[]) {
    const empty: Facts = { id: 'P', recs: new Map() };
    this.devices = Array.from({ length: devices }, (_, i) => ({
      facts: empty,
      state: new Map(),
      writer: newWriter(),
      clock: clocks[i]!,
      done: [],
      old: [],
    }));
  }

  act(op: Op): void {
    const device = this.devices[op.device % this.devices.length]!;
    this.#perform(device, op);
    for (const [id, rec] of device.facts.recs)
      assert(cellOf(rec, '$').length, `a record without life: ${id}`);
    assert.equal(dumpState(stateOf(device.facts)), dumpState(device.state), `${op.act}: not as the oracle`);
    assert.equal(bytesOf(reread(device.facts)), bytesOf(device.facts), 'file round trip');
  }

  #now = (device: Device): number => ++this.#time + device.clock;
  #value = (id: string, field: string): string => `«${id}:${field}:${++this.#values}»`;

  #perform(device: Device, op: Op): void {
    const id = IDS[op.id]!;
    const field = FIELDS[op.field]!;
    const owner: Record<string, Json> = id === 'deal/D1' ? { o: op.pick ? 'A' : 'B' } : {};
    const lives = alive(device.facts.recs.get(id));
    const file = this.files.length ? this.files[op.file % this.files.length]! : undefined;
    const version = device.old.length ? device.old[op.file % device.old.length]! : undefined;
    switch (op.act) {
      case 'set':
        if (lives) this.#commit(device, [{ id, field, value: this.#value(id, field) }]);
        else this.#commit(device, [{ create: id, values: { [field]: this.#value(id, field), ...owner } }]);
        break;
      case 'create': {
        const values = { f: this.#value(id, 'f'), g: this.#value(id, 'g'), ...owner };
        if (!lives) this.#commit(device, [{ create: id, values }]);
        break;
      }
      case 'owner':
        if (lives && 'o' in owner) this.#commit(device, [{ id, field: 'o', value: owner['o']! }]);
        break;
      case 'remove':
        this.#commit(device, [{ remove: id }]);
        break;
      case 'export':
        this.#publish(device, device.facts, device.state);
        break;
      case 'slice':
        this.#slice(device);
        break;
      case 'merge':
        if (file) this.#merge(device, [file], op.pick);
        break;
      case 'many':
        if (file) {
          const others = [op.file + 1, op.file + op.more].map((i) => this.files[i % this.files.length]!);
          this.#merge(device, [...new Set([file, ...others])], op.pick);
        }
        break;
      case 'automatic':
        if (file) this.#mergeSilently(device, file);
        break;
      case 'resolve':
        this.#commit(device, answers(device.facts, op.pick % 2 === 1).slice(0, 1));
        break;
      case 'restore':
        if (version) this.#commit(device, restore(device.facts, content(version.facts)));
        break;
      case 'clone':
        if (version && this.devices.length < 5)
          this.devices.push({ ...device, ...version, writer: newWriter(), done: [], old: [] });
        break;
      case 'reload':
        device.writer = newWriter();
        break;
      case 'undo':
        this.#undo(device);
        break;
    }
  }

  #push(device: Device, facts: Facts, step: Step, state: State, own: readonly string[]): void {
    if (!step.size) return;
    device.done.push({
      step,
      before: device.state,
      after: state,
      content: shown(device.facts),
      conflicts: disputes(device.facts),
      bytes: bytesOf(device.facts),
      own,
      published: false,
      merged: false,
      restamped: false,
    });
    Object.assign(device, { facts, state });
    device.old.push({ facts, state });
  }

  #commit(device: Device, changes: readonly Change[]): void {
    const [facts, step] = commit(device.facts, device.writer, this.#now(device), changes);
    const { state, own } = register(this.events, device.state, device.facts, facts);
    this.#push(device, facts, step, state, own);
  }

  #publish(device: Device, facts: Facts, state: State): void {
    this.files.push({ facts, state, from: device });
    for (const done of device.done) done.published = true;
  }

  #slice(device: Device): void {
    const part = slice(device.facts, inScope);
    const bytes = bytesOf(part);
    const allowed = new Set(
      Object.entries(content(device.facts))
        .filter(([id]) => inScope(id, device.facts.recs.get(id)!))
        .flatMap(([, values]) => Object.values(values)),
    );
    for (const value of bytes.match(/«[^»]*»/g) ?? []) assert(allowed.has(value), `the slice leaks ${value}`);
    assert(!bytes.includes('B1') && !bytes.includes('"B"'), 'the slice leaks another scope');
    this.#publish(device, part, stateOf(part));
  }

  #merge(device: Device, files: readonly File[], choice: number): void {
    const joined = join(device.facts, ...files.map((file) => reread(file.facts)));
    const joinedState = joinStates(this.events, device.state, ...files.map((file) => file.state));
    assert.equal(dumpState(stateOf(joined)), dumpState(joinedState), 'join differs from the oracle');
    this.#refuseResurrection(device, joined, joinedState);
    const chosen = choice === 2 ? [] : answers(joined, choice === 1);
    const [facts] = commit(joined, device.writer, this.#now(device), chosen);
    const { state, own } = register(this.events, joinedState, joined, facts);
    this.#push(device, facts, stepBetween(device.facts, facts), state, own);
    const again = join(device.facts, ...files.map((file) => file.facts));
    assert.equal(bytesOf(again), bytesOf(device.facts), 'the same files bring something again');
  }

  /** A dead record revives only through something that its deleter had not seen. */
  #refuseResurrection(device: Device, joined: Facts, joinedState: State): void {
    for (const [id, rec] of device.facts.recs) {
      if (alive(rec) || !alive(joined.recs.get(id))) continue;
      const known = knownOfRecord(this.events, device.state, id);
      const unseen = [...joinedState].some(
        ([cell, keys]) => cell.startsWith(`${id} `) && [...keys].some((key) => !known.has(key)),
      );
      assert(unseen, `resurrected ${id}`);
    }
  }

  #mergeSilently(device: Device, file: File): void {
    const facts = join(device.facts, file.facts);
    if (bytesOf(facts) === bytesOf(device.facts)) return;
    const state = joinStates(this.events, device.state, file.state);
    Object.assign(device, { facts, state });
    for (const done of device.done) done.merged = true;
  }

  #undo(device: Device): void {
    const done = device.done.pop();
    if (!done) return;
    const before = device.facts;
    const [facts, , skipped] = undo(before, done.step, done.published, device.writer, this.#now(device));
    device.state = done.published
      ? register(this.events, device.state, before, facts, true).state
      : this.#putBack(device.state, done);
    device.facts = facts;
    if (!done.published) this.#withdraw(done, facts);
    device.old.push({ facts, state: device.state });
    if (!skipped.length && !done.merged) {
      assert.equal(shown(facts), done.content, 'undo: other content');
      assert.equal(disputes(facts), done.conflicts, 'undo: other conflicts');
      if (!done.published && !done.restamped) assert.equal(bytesOf(facts), done.bytes, 'undo: other bytes');
    }
    for (const file of this.files)
      if (file.from === device)
        assert.equal(
          bytesOf(join(facts, file.facts)),
          bytesOf(facts),
          'the undone comes back from its own export',
        );
    for (const earlier of device.done) earlier.restamped ||= done.published;
  }

  #withdraw(done: Done, facts: Facts): void {
    const held = new Set([...stateOf(facts).values()].flatMap((keys) => [...keys]));
    for (const key of done.own) if (!held.has(key)) this.events.get(key)!.withdrawn = true;
  }

  /** Cells still as the step left them go back; a record that the step brought goes whole or stays. */
  #putBack(now: State, done: Done): State {
    const same = (a: State, b: State, cell: string) =>
      JSON.stringify([...(a.get(cell) ?? [])].sort()) === JSON.stringify([...(b.get(cell) ?? [])].sort());
    const next = new Map(now);
    for (const cell of new Set([...done.before.keys(), ...done.after.keys()])) {
      const id = cell.split(' ')[0]!;
      const created = !done.before.get(`${id} $`)?.size;
      const touched = ['$', 'f', 'g', 'o'].some((field) => !same(now, done.after, `${id} ${field}`));
      if (created && touched) continue;
      if (!same(done.before, done.after, cell) && same(now, done.after, cell))
        next.set(cell, done.before.get(cell) ?? new Set());
    }
    return next;
  }

  /** Whatever the order, grouping and repetition, everybody ends at one state in which no edit is lost. */
  settle(seed: number): void {
    const all = [...this.devices, ...this.files].map(({ facts }) => facts);
    const end = all.reduce((a, b) => join(a, b));
    for (let round = 0; round < 4; round++)
      assert.equal(bytesOf(joinAtRandom(all, seed + round)), bytesOf(end), 'order or grouping matters');
    const state = stateOf(end);
    const held = new Set([...state.values()].flatMap((keys) => [...keys]));
    const past = pastOf(this.events, held);
    for (const event of this.events.values())
      if (!event.withdrawn) this.#account(event, end.recs.get(event.id)!, state, held, past);
  }

  /** Shown, listed, replaced by one that had seen it, or covered by a deletion that had. */
  #account(event: Event, rec: Rec, state: State, held: ReadonlySet<string>, past: ReadonlySet<string>): void {
    const { key, field, value } = event;
    const covered = [...(state.get(`${event.id} $`) ?? [])].some((k) => this.events.get(k)!.gone.has(key));
    if (!held.has(key)) assert(past.has(key) || covered, `lost ${key}`);
    else if (field === '$' && value === true) assert(alive(rec), `lost creation ${key}`);
    else if (field === '$') assert(!alive(rec) || conflicts(rec).includes('$'), `lost deletion ${key}`);
    else if (!alive(rec)) assert(covered, `hidden by a deletion that had not seen it: ${key}`);
    else assert(rec.v[field] === value || conflicts(rec).includes(field), `neither shown nor listed: ${key}`);
  }
}

function stepBetween(before: Facts, after: Facts): Step {
  const changed = [...after.recs].filter(([id, rec]) => before.recs.get(id) !== rec);
  return new Map(
    changed.map(([id, rec]) => {
      const was = before.recs.get(id);
      return [id, { ...(was && { before: was }), after: rec }];
    }),
  );
}

function joinAtRandom(all: readonly Facts[], seed: number): Facts {
  let state = seed & 0x7fffffff;
  const random = () => (state = (state * 1103515245 + 12345) & 0x7fffffff) / 0x80000000;
  const bag = [...all, ...all.filter(() => random() < 0.3)];
  while (bag.length > 1) {
    const one = bag.splice(Math.floor(random() * bag.length), 1)[0]!;
    const i = Math.floor(random() * bag.length);
    bag[i] = random() < 0.5 ? join(one, bag[i]!) : join(bag[i]!, one);
  }
  return bag[0]!;
}
