import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinStep, applyStep, type Rec } from '../../../src/model/facts/index.ts';
import { encodeText } from '../../../src/files/plan-file/index.ts';
import { Device, type Stored } from './world.ts';

const RUNS = Number(process.env['LAWS_RUNS'] ?? 60);
const who = fc.nat({ max: 3 });
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      who,
      cell: fc.nat(3),
      value: fc.constantFrom('a', 'b', 'c'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), who, cell: fc.nat(3) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('look' as const), who, thorough: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('carry', 'half', 'halfInFullSize', 'old', 'copy'),
      who,
      to: who,
      file: fc.nat(9),
      at: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('delete', 'clone', 'rollBack'),
      who,
      to: who,
      file: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('die' as const),
      who,
      when: fc.constantFrom('before', 'after'),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

class World {
  readonly devices: Device[];
  /** All facts that anybody has ever been told are stored. */
  readonly all = new Map<string, Rec>();
  /** Every state that a file ever had: sync services bring old ones back. */
  readonly past: [name: string, file: Stored][] = [];
  #time = 0;
  readonly #clock = () => ++this.#time;

  constructor(count: number) {
    this.devices = Array.from({ length: count }, () => new Device(this.#clock));
  }

  async do(one: Act): Promise<void> {
    const device = this.#at(one.who);
    if (one.kind === 'edit') {
      const id = `note/${one.cell}`;
      device.edit(
        device.recs.has(id)
          ? { id, field: 'text', value: one.value }
          : { create: id, values: { text: one.value } },
      );
    } else if (one.kind === 'remove') {
      if (device.recs.has(`note/${one.cell}`)) device.edit({ remove: `note/${one.cell}` });
    } else if (one.kind === 'look') await device.look(one.thorough);
    else if (one.kind === 'die') device.view.dies = one.when;
    else this.#carry(one);
    this.#note(device);
  }

  #at(number: number): Device {
    return this.devices[number % this.devices.length]!;
  }

  #note(device: Device): void {
    applyStep(this.all, joinStep(this.all, device.recs));
    for (const entry of device.view.stored)
      if (!this.past.some(([, file]) => file === entry[1])) this.past.push(entry);
  }

  #carry({
    kind,
    who,
    to,
    file,
    at = 0,
  }: {
    kind: string;
    who: number;
    to: number;
    file: number;
    at?: number;
  }): void {
    const [from, target] = [this.#at(who), this.#at(to)];
    if (kind === 'clone') {
      if (this.devices.length < 4) this.devices.push(new Device(this.#clock, from));
      return;
    }
    const source = kind === 'old' ? this.past : [...from.view.stored];
    const found = source[file % Math.max(1, source.length)];
    if (!found) return;
    const [name, { bytes, changed }] = found;
    const half = bytes.slice(0, Math.floor((bytes.length * at) / 10));
    const files = target.view.stored;
    if (kind === 'delete') files.delete(name);
    else if (kind === 'half') files.set(name, { bytes: half, changed });
    // Room for the whole file is taken first, with the time that it will have.
    else if (kind === 'halfInFullSize') {
      const whole = new Uint8Array(bytes.length);
      whole.set(half);
      files.set(name, { bytes: whole, changed });
    } else if (kind === 'copy')
      files.set(name.replace('.backcast', ` (conflicted copy).backcast`), { bytes, changed });
    else files.set(name, { bytes, changed });
  }

  /** The service comes to rest: of each name one file stays, whichever it likes. */
  #sync(pick: number): void {
    const names = new Set(this.devices.flatMap(({ view }) => [...view.stored.keys()]));
    for (const name of names) {
      const versions = this.devices.flatMap(({ view }) => view.stored.get(name) ?? []);
      const file = versions[pick % versions.length]!;
      for (const { view } of this.devices) view.stored.set(name, file);
    }
  }

  async settle(pick: number): Promise<void> {
    for (const { view } of this.devices) view.dies = null;
    for (let round = 0; round < 12; round++) {
      for (const device of this.devices) {
        await device.look(true);
        this.#note(device);
      }
      // The one who writes a name has the last word about it, unless two believe that it is theirs.
      for (const { view, memory } of this.devices) {
        const own = view.stored.get(memory.own);
        const isMine = this.devices.filter((other) => other.memory.own === memory.own).length === 1;
        if (own && isMine) for (const other of this.devices) other.view.stored.set(memory.own, own);
      }
      this.#sync(pick + round);
    }
  }
}

test('however files come, half, twice, late or under another name, all devices end with all edits', async () => {
  const history = fc.record({
    count: fc.integer({ min: 2, max: 4 }),
    acts: fc.array(act, { maxLength: 40 }),
    pick: fc.nat(99),
  });
  await fc.assert(
    fc.asyncProperty(history, async ({ count, acts, pick }) => {
      const world = new World(count);
      for (const one of acts) await world.do(one);
      await world.settle(pick);
      const expected = await encodeText({ id: 'plan', recs: world.all }, { app: '1', savedAt: 0 });
      for (const device of world.devices) expect(await device.text()).toBe(expected);
      // At rest: nobody writes or joins any more.
      const before = world.devices.map(({ memory, merges }) => [memory.wroteAt, merges]);
      for (const device of world.devices) await device.look();
      expect(world.devices.map(({ memory, merges }) => [memory.wroteAt, merges])).toEqual(before);
    }),
    { numRuns: RUNS },
  );
}, 240_000);
