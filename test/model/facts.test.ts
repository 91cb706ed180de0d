import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import {
  alive,
  applyStep,
  cellOf,
  commit,
  commitStep,
  conflicts,
  content,
  duplicate,
  internRec,
  join,
  joinRec,
  joinStep,
  newFacts,
  newWriter,
  recordChangesOf,
  restore,
  shownValues,
  slice,
  stamp,
  undo,
  type Facts,
  type Rec,
  type Step,
  type Writer,
} from '../../src/model/facts/index.ts';
import { joinCell, type Cell } from '../../src/model/facts/cell.ts';
import { bytesOf } from './facts/world.ts';

let clock = 0;
beforeEach(() => (clock = 0));

/** A device: its writer and its state of the plan. */
class Device {
  facts: Facts;
  writer: Writer = newWriter();
  last: Step = new Map();
  skipped: readonly string[] = [];
  readonly #fast: number;

  constructor(facts: Facts = { id: 'P', recs: new Map() }, clockFast = 0) {
    this.facts = facts;
    this.#fast = clockFast;
  }
  do(...changes: Change[]): this {
    [this.facts, this.last] = commit(this.facts, this.writer, ++clock + this.#fast, changes);
    return this;
  }
  set = (field: string, value: string | number | null): this => this.do({ id: 'r/1', field, value });
  get(...others: (Device | Facts)[]): this {
    const before = this.facts;
    this.facts = join(before, ...others.map((other) => (other instanceof Device ? other.facts : other)));
    this.last = new Map(
      [...this.facts.recs]
        .filter(([id, rec]) => before.recs.get(id) !== rec)
        .map(([id, after]) => {
          const was = before.recs.get(id);
          return [id, { ...(was && { before: was }), after }];
        }),
    );
    return this;
  }
  undo(published: boolean, step = this.last): this {
    [this.facts, this.last, this.skipped] = undo(this.facts, step, published, this.writer, ++clock);
    return this;
  }
  get r(): Rec | undefined {
    return this.facts.recs.get('r/1');
  }
  get values() {
    return shownValues(this.r);
  }
  get disputed(): string[] {
    return this.r ? conflicts(this.r) : [];
  }
}

const create = (values: Record<string, number | string>, id = 'r/1'): Change => ({ create: id, values });
const begun = (values: Record<string, number | string> = { p: 1, q: 1 }): Facts =>
  new Device().do(create(values)).facts;
const onlyField = (id: string) => (facts: Facts) => slice(facts, (one) => one === id);

describe('one device', () => {
  test('a commit looks only at the records that it changes', () => {
    const asked: string[] = [];
    const facts = begun();
    const lookup = { get: (id: string) => (asked.push(id), facts.recs.get(id)) };
    commitStep(lookup, newWriter(), 1, [{ id: 'r/1', field: 'p', value: 2 }]);
    expect(new Set(asked)).toEqual(new Set(['r/1']));
  });

  test('all cells of one commit share one number', () => {
    const a = new Device(begun()).do(
      { id: 'r/1', field: 'p', value: 2 },
      { id: 'r/1', field: 'q', value: 3 },
      create({ p: 4 }, 'r/2'),
    );
    const stamps = ['p', 'q'].map((field) => cellOf(a.r, field)[0]!.s);
    stamps.push(a.facts.recs.get('r/2')!.s);
    expect(stamps.map(({ by, n }) => [by, n])).toEqual(stamps.map(() => [a.writer.by, 1]));
  });

  test('writing what a cell says already changes nothing', () => {
    const a = new Device(begun()).set('p', 1).set('new', null);
    expect(a.last.size).toBe(0);
  });

  test('an edit of a record that is not there creates it, clearing leaves nothing', () => {
    expect(new Device().set('p', 5).values).toEqual({ p: 5 });
    expect(new Device().set('p', null).facts.recs.size).toBe(0);
  });

  test('a deleted record that is entered again shows nothing of its former life', () => {
    const a = new Device(begun({ p: 1, secret: 2 })).do({ remove: 'r/1' }).do(create({ p: 3 }));
    expect(a.values).toEqual({ p: 3 });
  });

  test('within one commit the last word counts', () => {
    const a = new Device(begun());
    a.do({ id: 'r/1', field: 'p', value: 5 }, { remove: 'r/1' }, create({ q: 6 }), {
      id: 'r/1',
      field: 'z',
      value: 7,
    });
    expect(a.values).toEqual({ q: 6, z: 7 });
    expect(a.do(create({ p: 1 }, 'r/9'), { remove: 'r/9' }).last.size).toBe(0);
  });

  test('removing what is not there, or twice, changes nothing', () => {
    const a = new Device(begun()).do({ remove: 'r/none' });
    expect(a.last.size).toBe(0);
    expect(a.do({ remove: 'r/1' }).do({ remove: 'r/1' }).last.size).toBe(0);
  });

  test('the changes of a step are what people see: blanks left out, gone is null, looks-the-same is left out', () => {
    const facts = begun();
    const step = commitStep(facts.recs, newWriter(), 1, [
      { id: 'r/1', field: 'p', value: null },
      create({ a: 1 }, 'r/2'),
    ]);
    expect(recordChangesOf(step)).toEqual([
      { id: 'r/1', values: { q: 1 } },
      { id: 'r/2', values: { a: 1 } },
    ]);
    const gone = commitStep(facts.recs, newWriter(), 1, [{ remove: 'r/1' }]);
    expect(recordChangesOf(gone)).toEqual([{ id: 'r/1', values: null }]);
    const rival = new Device(facts, -100).set('p', 7).facts;
    const mine = new Device(facts).set('p', 8).facts;
    expect(recordChangesOf(joinStep(mine.recs, rival.recs))).toEqual([]);
  });

  test('fields named like parts of the language are fields like others', () => {
    const a = new Device(begun()).set('constructor', 1).set('toString', 2);
    expect(a.values).toEqual({ p: 1, q: 1, constructor: 1, toString: 2 });
    expect(cellOf(new Device(begun()).r, 'constructor')).toEqual([]);
  });

  test('a record read from a clone joins and packs as the one that was stored', () => {
    const a = new Device(begun()).set('p', 2);
    const copy = structuredClone(a.r!);
    expect(internRec(copy).s).toBe(a.r!.s);
    expect(joinRec(a.r, internRec(copy))).toBe(a.r);
    expect(joinRec(a.r, copy)).toBe(a.r);
    const b = new Device({ id: 'P', recs: new Map([['r/1', copy]]) });
    expect(bytesOf(b.facts)).toBe(bytesOf(a.facts));
  });
});

describe('what broke simpler designs', () => {
  test('a slice of one record says nothing of another: an edit that it did not carry still arrives', () => {
    // One vector per plan: Z would hold that it knew Y's edit of p, and drop it when it came.
    const start = new Device().do(create({ v: 1 }, 'r/p'), create({ v: 1 }, 'r/q')).facts;
    const y = new Device(start).do({ id: 'r/p', field: 'v', value: 2 });
    const z = new Device(start).get(onlyField('r/q')(y.facts)).get(y);
    expect(content(z.facts)['r/p']).toEqual({ v: 2 });
  });

  test('a settled conflict does not come back with a slice that holds a rival of then', () => {
    const x = new Device(begun()).set('p', 2);
    const y = new Device(begunLike(x)).set('p', 3);
    const part = onlyField('r/1')(y.facts);
    x.get(part).set('p', 2);
    expect(x.disputed).toEqual([]);
    expect(x.get(part).disputed).toEqual([]);
  });

  test('two who swap files and each keep their own are both asked again, neither is replaced silently', () => {
    // A three-way merge against the latest common file takes one choice for the unchanged base.
    const start = begun();
    const x = new Device(start).set('p', 'x');
    const y = new Device(start).set('p', 'y');
    const [xFile, yFile] = [x.facts, y.facts];
    x.get(yFile).set('p', 'x');
    y.get(xFile).set('p', 'y');
    y.get(x.facts);
    expect(y.disputed).toEqual(['p']);
  });

  test('a fast clock is shown first, and the loser is listed', () => {
    const start = begun();
    const fast = new Device(start, 1e9).set('p', 'fast');
    const slow = new Device(start).set('p', 'slow');
    slow.get(fast);
    expect(slow.values?.['p']).toBe('fast');
    expect(slow.disputed).toEqual(['p']);
    expect(slow.set('p', 'slow').get(fast).disputed).toEqual([]);
    expect(slow.values?.['p']).toBe('slow');
  });

  test('equal values of two people stay two facts, so that order cannot decide which survives', () => {
    const of = (by: string, v: number, seen = {}): Cell => [{ v, s: stamp(by, 1, 0, seen) }];
    const [a, b, c] = [of('a', 7), of('b', 7), of('c', 9, { b: 1 })];
    const values = (cell: Cell) => cell.map((fact) => fact.v).sort();
    expect(values(joinCell(joinCell(a, b), c))).toEqual([7, 9]);
    expect(values(joinCell(a, joinCell(b, c)))).toEqual([7, 9]);
    expect(joinCell(joinCell(b, a), c)).toEqual(joinCell(a, joinCell(c, b)));
  });

  test('a cloned profile is another writer: its second edit does not cover the first of its origin', () => {
    const start = begun();
    const origin = new Device(start).set('p', 'X');
    const clone = new Device(start).set('p', 'Y1').set('p', 'Y2');
    expect(origin.get(clone).disputed).toEqual(['p']);
  });

  test('after facts are put back the writer is another one', () => {
    const a = new Device(begun()).set('p', 2);
    const before = a.writer.by;
    a.undo(false);
    expect(a.writer.by).not.toBe(before);
    expect(a.writer.n).toBe(0);
  });

  test('a merge that was undone can be done again', () => {
    const start = begun();
    const theirs = new Device(start).set('p', 2);
    const mine = new Device(start).get(theirs);
    expect(mine.undo(false).values?.['p']).toBe(1);
    expect(mine.get(theirs).values?.['p']).toBe(2);
  });

  test('an edit undone after an export does not come back from that export', () => {
    const a = new Device(begun()).set('p', 2);
    const exported = a.facts;
    expect(a.undo(true).values?.['p']).toBe(1);
    expect(a.get(exported).values?.['p']).toBe(1);
    expect(a.disputed).toEqual([]);
  });

  test.each([true, false])('a creation is undone whole or not at all (published: %s)', (published) => {
    const a = new Device().do(create({ p: 1, q: 1 }));
    const creation = a.last;
    a.set('q', 5).undo(published, creation);
    expect(a.values).toEqual({ p: 1, q: 5 });
    expect(a.skipped).toEqual(['r/1 q']);
    expect(new Device().do(create({ p: 1 })).undo(published).values).toBeNull();
  });

  test('undoing under a tombstone does not revive the record', () => {
    const a = new Device(begun()).do({ remove: 'r/1' });
    a.do(create({ p: 3 })).undo(true);
    expect(a.values).toBeNull();
    expect(alive(a.r)).toBe(false);
  });
});

/** The state that the other device started from, its edit left out. */
const begunLike = (device: Device): Facts => {
  const before = device.last.get('r/1')?.before;
  return { id: 'P', recs: new Map(before ? [['r/1', before]] : []) };
};

describe('undo and redo', () => {
  test.each([true, false])('redo is the undo of an undo (published: %s)', (published) => {
    const a = new Device(begun()).set('p', 2);
    expect(a.undo(published).values?.['p']).toBe(1);
    expect(a.undo(published).values?.['p']).toBe(2);
    a.do({ remove: 'r/1' });
    expect(a.undo(published).values).toEqual({ p: 2, q: 1 });
    expect(a.undo(published).values).toBeNull();
  });

  test.each([true, false])(
    'cells that others changed since are skipped and named (published: %s)',
    (published) => {
      const a = new Device(begun()).do(
        { id: 'r/1', field: 'p', value: 2 },
        { id: 'r/1', field: 'q', value: 2 },
      );
      const mine = a.last;
      a.get(new Device(a.facts).set('q', 9)).undo(published, mine);
      expect(a.skipped).toEqual(['r/1 q']);
      expect(a.values).toEqual({ p: 1, q: 9 });
    },
  );

  test.each([true, false])(
    'a dispute that was settled is open again after its undo (published: %s)',
    (published) => {
      const start = begun();
      const a = new Device(start).set('p', 2).get(new Device(start).set('p', 3));
      a.set('p', 4).undo(published);
      expect(a.disputed).toEqual(['p']);
      expect(cellOf(a.r, 'p').map((fact) => fact.v)).toEqual([3, 2]);
    },
  );
});

describe('several devices', () => {
  test('one day of dials between a manager and a rep', () => {
    const m = new Device().do(create({ dials: 30 }));
    const a = new Device(slice(m.facts, () => true)).set('dials', 41);
    const first = a.facts;
    m.set('dials', 40).get(first);
    expect(m.disputed).toEqual(['dials']);
    m.set('dials', 41).get(first);
    expect(m.disputed).toEqual([]);
    a.set('dials', 43);
    expect(m.get(a).disputed).toEqual(['dials']);
    m.set('dials', 43).do({ remove: 'r/1' });
    expect(m.values).toBeNull();
    m.get(a.set('dials', 44));
    expect(m.values).toEqual({ dials: 44 });
    expect(m.disputed).toEqual(['$', 'dials']);
    expect(m.do({ id: 'r/1', field: '$', value: true }).set('dials', 44).disputed).toEqual([]);
  });

  test('a slice holds whole records in scope, one fact a cell, and of the deleted only that', () => {
    const start = new Device().do(
      create({ p: 1 }),
      create({ p: 'other' }, 'r/2'),
      create({ p: 'old' }, 'r/3'),
    ).facts;
    const a = new Device(start).set('p', 5).get(new Device(start).set('p', 'secret'));
    a.set('p', 5).get(new Device(start).set('p', 5)).do({ remove: 'r/3' });
    const part = slice(a.facts, (id) => id !== 'r/2');
    expect([...part.recs.keys()]).toEqual(['r/1', 'r/3']);
    expect(cellOf(part.recs.get('r/1'), 'p')).toHaveLength(1);
    expect(Object.keys(part.recs.get('r/3')!.v)).toEqual(['$']);
    expect(bytesOf(part)).not.toMatch(/secret|other|old/);
  });

  test('states of different plans are never joined', () => {
    expect(() => join(begun(), { id: 'Q', recs: new Map() })).toThrow('one plan');
  });

  test('a duplicate has the shown content under a new id and no past', () => {
    const a = new Device(begun())
      .set('p', 2)
      .do(create({ x: 1 }, 'r/2'))
      .do({ remove: 'r/2' });
    const copy = duplicate(a.facts, 'Q', newWriter(), 9);
    expect(copy.id).toBe('Q');
    expect(content(copy)).toEqual(content(a.facts));
    expect(copy.recs.has('r/2')).toBe(false);
    expect(new Set([...copy.recs.values()].map((rec) => rec.s)).size).toBe(1);
  });

  test('an older version comes back as edits of the cells that differ', () => {
    const a = new Device(begun()).do(create({ x: 1 }, 'r/2'));
    const old = content(a.facts);
    a.set('p', 9).do({ remove: 'r/2' }, create({ y: 1 }, 'r/3'));
    const changes = restore(a.facts, old);
    expect(changes).toHaveLength(3);
    expect(content(a.do(...changes).facts)).toEqual(old);
  });

  test('two tabs that commit at once both keep what they wrote', () => {
    const stored = new Map(newFacts('P', [['r/1', { p: 1, q: 1 }]], newWriter(), 1).recs);
    const [one, two] = [new Map(stored), new Map(stored)];
    const first = commitStep(one, newWriter(), 2, [{ id: 'r/1', field: 'p', value: 2 }]);
    const second = commitStep(two, newWriter(), 2, [{ id: 'r/1', field: 'q', value: 3 }]);
    for (const step of [second, first])
      for (const [id, { after }] of step) applyStep(stored, joinStep(stored, [[id, after!]]));
    expect(shownValues(stored.get('r/1'))).toEqual({ p: 2, q: 3 });
  });
});
