import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import { recordId, SETTINGS_ID } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import { keeping, split, supposed, withChanges } from '../../src/model/scenario.ts';
import { validateRecord } from '../../src/model/validate.ts';

const GOAL = recordId.goal('li', '2026-12');
const LI = recordId.unit('li');
const NEW = recordId.unit('new');

const plan = (more: Record<string, Values> = {}) => {
  const records = new Map<string, Values>(
    Object.entries({
      [SETTINGS_ID]: { name: 'Plan', country: 'CN' },
      [LI]: { name: 'Li', kind: 'rep', order: 1 },
      [GOAL]: { amount: 100 },
      ...more,
    }),
  );
  return { records, get: (id: string) => records.get(id) };
};
const scenario = (get: (id: string) => Values | undefined, ...changes: Change[]) =>
  withChanges({}, changes, get);

describe('a scenario', () => {
  it('holds what differs from the plan, and leaves the plan as it is', () => {
    const { get } = plan();
    const changes = scenario(
      get,
      { id: GOAL, field: 'amount', value: 150 },
      { create: NEW, values: { name: 'New', kind: 'rep', start: '2026-12-01', end: null } },
      { id: SETTINGS_ID, field: 'confidence', value: 0.8 },
    );
    expect(changes[GOAL]).toEqual({ was: { amount: 100 }, now: { amount: 150 } });
    const { records, leftOut } = supposed(changes, get);
    expect(leftOut).toEqual([]);
    expect(records.get(GOAL)).toEqual({ amount: 150 });
    expect(records.get(NEW)).toEqual({ name: 'New', kind: 'rep', start: '2026-12-01' });
    expect(records.get(SETTINGS_ID)).toEqual({ name: 'Plan', country: 'CN', confidence: 0.8 });
    expect(get(GOAL)).toEqual({ amount: 100 });
  });

  it('forgets a change that is taken back by hand', () => {
    const { get } = plan();
    const first = scenario(get, { id: GOAL, field: 'amount', value: 150 });
    expect(withChanges(first, [{ id: GOAL, field: 'amount', value: 100 }], get)).toEqual({});
    const added = scenario(get, { create: NEW, values: { name: 'New', kind: 'rep' } });
    expect(withChanges(added, [{ remove: NEW }], get)).toEqual({});
  });

  it('removes a record, and brings it back', () => {
    const { get } = plan();
    const gone = scenario(get, { remove: GOAL });
    expect(supposed(gone, get).records.get(GOAL)).toBeNull();
    expect(withChanges(gone, [{ create: GOAL, values: { amount: 100 } }], get)).toEqual({});
  });

  it('goes on with what the plan changed in other fields', () => {
    const { records, get } = plan();
    const changes = scenario(get, { id: LI, field: 'start', value: '2026-12-15' });
    records.set(LI, { name: 'Li Na', kind: 'rep', order: 1 });
    expect(supposed(changes, get)).toEqual({
      records: new Map([[LI, { name: 'Li Na', kind: 'rep', order: 1, start: '2026-12-15' }]]),
      leftOut: [],
    });
  });

  it('leaves out, by name, what the plan changed meanwhile', () => {
    const { records, get } = plan();
    const changes = scenario(
      get,
      { id: GOAL, field: 'amount', value: 150 },
      { create: recordId.goal('li', '2027-01'), values: { amount: 7 } },
    );
    records.set(GOAL, { amount: 120 });
    records.set(recordId.goal('li', '2027-01'), { amount: 9 });
    const now = supposed(changes, get);
    expect(now.records.size).toBe(0);
    expect(now.leftOut).toEqual([
      { id: GOAL, field: 'amount', reason: 'changed' },
      { id: recordId.goal('li', '2027-01'), field: 'amount', reason: 'changed' },
    ]);
    expect(keeping(changes, get)).toEqual([]);
  });

  it('has nothing to say where the plan came to the same by itself', () => {
    const { records, get } = plan();
    const changes = scenario(get, { id: GOAL, field: 'amount', value: 150 });
    records.set(GOAL, { amount: 150 });
    expect(supposed(changes, get)).toEqual({ records: new Map(), leftOut: [] });
  });

  it('leaves out what is about a rep who was deleted', () => {
    const { records, get } = plan();
    const override = recordId.override('li', 'intents', '2026-12');
    const changes = scenario(
      get,
      { id: GOAL, field: 'amount', value: 150 },
      { create: override, values: { ratio: 0.3 } },
      { id: LI, field: 'start', value: '2026-12-15' },
    );
    records.delete(LI);
    const now = supposed(changes, get);
    expect(now.records.size).toBe(0);
    expect(now.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      [GOAL, 'gone'],
      [override, 'gone'],
      [LI, 'gone'],
    ]);
  });

  it('kept, makes the plan what it showed', () => {
    const { records, get } = plan({ [recordId.override('li', 'intents', '2026-01')]: { ratio: 0.2 } });
    const changes = scenario(
      get,
      { id: GOAL, field: 'amount', value: null },
      { create: NEW, values: { name: 'New', kind: 'rep' } },
      { create: recordId.goal('new', '2026-12'), values: { amount: 50 } },
      { remove: recordId.override('li', 'intents', '2026-01') },
    );
    const shown = supposed(changes, get).records;
    for (const change of keeping(changes, get)) {
      if ('remove' in change) records.delete(change.remove);
      else if ('create' in change) records.set(change.create, change.values);
      else records.set(change.id, { ...records.get(change.id), [change.field]: change.value });
    }
    for (const [id, values] of shown) expect(get(id) ?? null).toEqual(values);
    expect(supposed(changes, get)).toEqual({ records: new Map(), leftOut: [] });
  });

  it('takes people, goals, ratios and days; what was counted and the plan’s name stay the plan’s', () => {
    const { get } = plan();
    const history = recordId.history('li', '2026-10');
    const alias = recordId.alias('li');
    const edits: Change[] = [
      { id: GOAL, field: 'amount', value: 5 },
      { id: SETTINGS_ID, field: 'confidence', value: 0.5 },
      { create: recordId.dayOff('2026-12-24'), values: { weight: 0 } },
      { id: history, field: 'dials', value: 5 },
      { id: SETTINGS_ID, field: 'name', value: 'Other' },
    ];
    expect(split(edits, get)).toEqual({ supposed: edits.slice(0, 3), plan: edits.slice(3) });
    const withAlias = plan({ [alias]: { unit: 'li' } });
    const removal: Change[] = [{ remove: LI }, { remove: GOAL }, { remove: history }, { remove: alias }];
    expect(split(removal, withAlias.get)).toEqual({ supposed: removal.slice(0, 2), plan: [] });
  });

  it('is plain data that a plan file may hold, whatever the order in which it was made', () => {
    const { get } = plan();
    const [a, b]: Change[] = [
      { id: GOAL, field: 'amount', value: 150 },
      { create: NEW, values: { name: 'New', kind: 'rep' } },
    ];
    const changes = scenario(get, a!, b!);
    expect(JSON.stringify(scenario(get, b!, a!))).toBe(JSON.stringify(changes));
    const id = recordId.scenario('s');
    const values = (of: unknown) => ({ name: 'What if', changes: of }) as unknown as Values;
    expect(validateRecord(id, values(changes))).toEqual([]);
    for (const bad of [5, [1], { [GOAL]: 5 }, { [GOAL]: { was: 1, now: null } }])
      expect(validateRecord(id, values(bad))).toHaveLength(1);
  });
});
