import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/model/diff.ts';
import { commit, type Facts } from '../../../src/model/facts/index.ts';
import { changeLog, pastOf, type LogFilter } from '../../../src/storage/versions/log.ts';

const ann = { by: 'aa', n: 0 };
const bo = { by: 'bb', n: 0 };
let facts: Facts = { id: 'p', recs: new Map() };
const states: Facts[] = [];
const act = (writer: typeof ann, at: number, changes: readonly Change[]) => {
  facts = commit(facts, writer, at, changes)[0];
  states.push(facts);
};
act(ann, 10, [
  { create: 'unit/u1', values: { name: 'Uma' } },
  { create: 'history/u1/2026-10', values: { dials: 800, connects: 400 } },
  { create: 'history/u2/2026-10', values: { dials: 700, connects: 300 } },
]);
act(bo, 20, [{ id: 'history/u1/2026-10', field: 'dials', value: 810 }]);
act(ann, 30, [{ id: 'history/u1/2026-10', field: 'dials', value: 820 }]);
act(bo, 40, [{ remove: 'history/u2/2026-10' }]);

const all: LogFilter = { writers: null, sheet: null, units: null, from: null, to: null };
const shown = { acts: 50, each: 5 };
const lines = (filter: Partial<LogFilter>) =>
  changeLog(facts.recs, { ...all, ...filter }, shown).acts.map(({ by, at, sheet, count }) =>
    [by, at, sheet, count].join(' '),
  );

describe('the change log', () => {
  it('lists acts by sheet, the newest first, as far as the cells still say', () => {
    expect(lines({})).toEqual(['bb 40 history 1', 'aa 30 history 1', 'aa 10 team 1', 'aa 10 history 1']);
  });

  it('is filtered by person, sheet, unit and time', () => {
    expect(lines({ writers: ['bb'] })).toEqual(['bb 40 history 1']);
    expect(lines({ sheet: 'team' })).toEqual(['aa 10 team 1']);
    expect(lines({ units: ['u2'] })).toEqual(['bb 40 history 1']);
    expect(lines({ from: 15, to: 35 })).toEqual(['aa 30 history 1']);
  });

  it('names units and all writers whatever is filtered, and shows a deletion as one', () => {
    const log = changeLog(facts.recs, { ...all, units: ['u2'] }, shown);
    expect(log.writers).toEqual([
      ['bb', 40],
      ['aa', 30],
    ]);
    expect(log.acts[0]?.cells).toEqual([{ id: 'history/u2/2026-10', field: '$', value: null }]);
    expect(changeLog(facts.recs, all, shown).names).toMatchObject({ u1: 'Uma' });
  });

  it('opens one act whole', () => {
    const open = { by: 'aa', n: 1, sheet: 'history' as const };
    const [, , , act] = changeLog(facts.recs, all, { acts: 9, each: 0, open, openLimit: 9 }).acts;
    expect(act?.cells).toEqual([{ id: 'history/u1/2026-10', field: 'connects', value: 400 }]);
  });
});

describe('the past of a cell', () => {
  it('is put together from all states that are kept, each act once', () => {
    const recs = (id: string) => states.map((state) => state.recs.get(id));
    expect(pastOf(recs('history/u1/2026-10'), 'dials')).toEqual([
      { value: 820, by: 'aa', at: 30, gone: false },
      { value: 810, by: 'bb', at: 20, gone: false },
      { value: 800, by: 'aa', at: 10, gone: false },
    ]);
    expect(pastOf(recs('history/u2/2026-10'), 'dials')).toEqual([
      { value: null, by: 'bb', at: 40, gone: true },
      { value: 700, by: 'aa', at: 10, gone: false },
    ]);
  });
});
