import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import {
  applyStep,
  cellOf,
  commitStep,
  conflicts,
  join,
  newFacts,
  newWriter,
  shownValues,
  type Facts,
} from '../../src/model/facts/index.ts';
import { recordId, SETTINGS_ID, type GoalPlace } from '../../src/model/ids.ts';
import type { CarriedAnswer } from '../../src/model/planning.ts';
import { makeSlice } from '../../src/model/slices/make-slice.ts';
import { splitReturned } from '../../src/model/slices/slice-return.ts';
import { sliceMark } from '../../src/model/records/slice.ts';
import { encode, decode } from '../../src/files/plan-file/index.ts';
import { textOf } from '../../src/files/plan-file/bytes.ts';

/*
 * Whatever belongs to a rep bears the rep's tag: in ids, names, notes and texts, and as a number in amounts. A part may
 * hold no tag but its own, in no byte.
 */
const REPS = ['kA11', 'kB22', 'kC33', 'kD44'] as const;
const NAMES = { kA11: '甲某Aa', kB22: '乙某Bb', kC33: '丙某Cc', kD44: '丁某Dd' } as const;
const AMOUNTS = { kA11: 111_111, kB22: 222_222, kC33: 333_333, kD44: 444_444 } as const;
const SECRET = 'scnX managerOnly';
type Rep = (typeof REPS)[number];

const carried: CarriedAnswer = {
  ...{ kind: 'carried', reps: 4, from: '2026-01', to: '2026-10', measures: ['dials'], multipliers: {} },
  priors: {
    connects: {
      now: {
        ...{ kind: 'share', label: 'tooLittle', exceeds: false, rho: 0.01, mu: 0.3, strength: 40 },
        ...{ s2: null, tau2: null, K: null, amount: null, shared: 0.01 },
        means: Object.fromEntries(REPS.map((rep) => [rep, 0.3])),
      },
      before: {},
    },
  },
};

const ofMonth = (rep: Rep): GoalPlace => ({
  ...{ unit: rep, span: { from: '2026-11', to: '2026-11' }, segment: 'new' },
});

/** One record of each kind about a rep. */
const recordsOf = (rep: Rep): [string, Record<string, unknown>][] => {
  const amount = AMOUNTS[rep];
  return [
    [recordId.unit(rep), { name: NAMES[rep], kind: 'rep', parent: 'team', order: 0, note: SECRET }],
    [recordId.goal(rep, '2026-11'), { amount }],
    [recordId.goal(rep, '2026-11', 'new'), { amount }],
    [recordId.lock(ofMonth(rep)), { amount, owner: NAMES[rep], reason: NAMES[rep] }],
    [recordId.spreadBy(ofMonth(rep)), { method: 'likeRow', like: REPS.find((other) => other !== rep)! }],
    [recordId.task(rep, '2026-11'), { amount }],
    [recordId.proposal(rep, '2026-11', `p${rep}`), { amount, step: 'propose', reason: NAMES[rep] }],
    [recordId.place(rep, '2026-06'), { parent: 'tmOther', order: AMOUNTS[rep] }],
    [recordId.inHand(rep, '2026-11'), { amount }],
    [recordId.history(rep, '2026-10'), { dials: amount }],
    [recordId.actual(rep, '2026-11-20'), { dials: amount }],
    [recordId.systemActual(rep, '2026-11-20'), { dials: amount }],
    [recordId.monthToDate(rep, '2026-11'), { until: '2026-11-10' }],
    [recordId.handedOut(rep, '2026-11', '2026-11-01'), { dials: amount }],
    [recordId.catchUp(rep, '2026-11-10'), { over: 'week' }],
    [recordId.override(rep, 'connects', '2026-11'), { ratio: 0.3, reason: NAMES[rep] }],
    [recordId.note(`n${rep}`), { unit: rep, day: '2026-11-20', text: NAMES[rep], kind: 'quick' }],
    [recordId.note(`c${rep}`), { unit: rep, day: '2026-11-20', text: SECRET, kind: 'coaching' }],
    [recordId.report(rep, '2026-11-20'), { results: `${SECRET} ${NAMES.kA11} ${NAMES.kB22}` }],
    [recordId.alias(NAMES[rep]), { unit: rep }],
    [recordId.alert(`missing-${rep}`), { doneOn: '2026-11-20' }],
    [
      recordId.scenario(`s${rep}`),
      { name: SECRET, changes: { [recordId.goal(rep, '2026-11')]: { was: null, now: { amount } } } },
    ],
    [`future/${rep}`, { of: NAMES[rep] }],
  ];
};

const shared: [string, Record<string, unknown>][] = [
  [SETTINGS_ID, { name: 'Plan' }],
  [recordId.unit('top'), { name: 'Company', kind: 'company', parent: null, order: 0, note: SECRET }],
  [recordId.unit('team'), { name: 'Team', kind: 'team', parent: 'top', order: 0, pattern: 'six' }],
  [recordId.unit('tmOther'), { name: SECRET, kind: 'team', parent: 'top', order: 1, pattern: 'six' }],
  [recordId.place('tmOther', '2026-04'), { parent: 'tmOther2' }],
  [recordId.goal('team', '2026-11'), { amount: 777_777 }],
  [recordId.segment('new'), { name: 'New', parent: null, order: 0 }],
  [recordId.lock({ ...ofMonth('kA11'), unit: 'team' }), { amount: 777_777, reason: SECRET }],
  [recordId.task('team', '2026-11'), { amount: 777_777 }],
  [recordId.override('team', 'connects', '2026-11'), { ratio: 0.25, reason: SECRET }],
  [recordId.report('team', 'W2026-11-16'), { results: SECRET }],
  [recordId.mapping(SECRET), { columns: { [NAMES.kB22]: 'rep' } }],
  [recordId.measure('dials'), { order: 10, unit: 'count' }],
];

/** What happens to the records of any rep on one of two devices. */
const act = fc.record({
  rep: fc.constantFrom(...REPS),
  at: fc.nat(22),
  device: fc.nat(1),
  what: fc.constantFrom('edit', 'remove', 'sync'),
});

type Act = { rep: Rep; at: number; device: number; what: 'edit' | 'remove' | 'sync' };

/** The value a rep's record gets: told apart by its writer, so that rivals differ. */
function changeOf({ rep, at, device, what }: Act): Change {
  const [id, values] = recordsOf(rep)[at]!;
  if (what === 'remove') return { remove: id };
  const [field, value] = Object.entries(values)[0]!;
  const edited = typeof value === 'number' ? AMOUNTS[rep] * 10 + device : value;
  return { id, field, value: edited as string | number };
}

function lived(acts: readonly Act[]): Facts {
  const origin = newFacts('plan', [...shared, ...REPS.flatMap(recordsOf)] as never, newWriter(), 1000);
  const devices = [0, 1].map(() => ({ recs: new Map(origin.recs), writer: newWriter() }));
  acts.forEach((each, i) => {
    const { recs, writer } = devices[each.device]!;
    if (each.what !== 'sync') applyStep(recs, commitStep(recs, writer, 2000 + i, [changeOf(each)]));
    else {
      const both = join({ id: 'plan', recs: devices[0]!.recs }, { id: 'plan', recs: devices[1]!.recs });
      for (const device of devices) device.recs = new Map(both.recs);
    }
  });
  return join({ id: 'plan', recs: devices[0]!.recs }, { id: 'plan', recs: devices[1]!.recs });
}

const bytesOf = async (facts: Facts): Promise<string> => {
  const text = await textOf(await encode(facts, { app: '0', savedAt: 1 }));
  if (!text.ok) throw new Error(text.failure.code);
  return text.value;
};

describe('the bytes of a part', () => {
  it('hold nothing of the others: no id, name, number, note, reason, alias, report or what-if', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), fc.constantFrom(...REPS), async (acts, rep) => {
        const part = makeSlice(lived(acts), rep, carried, 5000);
        fc.pre(part !== null);
        const text = await bytesOf(part);
        for (const other of REPS.filter((each) => each !== rep))
          for (const trace of [other, NAMES[other], String(AMOUNTS[other])])
            expect(text).not.toContain(trace);
        for (const trace of [
          SECRET,
          'tmOther',
          '777777',
          'coaching',
          'scenario/',
          'alias/',
          'report/',
          'alert/',
          'future/',
        ])
          expect(text).not.toContain(trace);
      }),
      { numRuns: 60 },
    );
  });

  it('hold of each cell only what is shown, and of a deleted record no value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), fc.constantFrom(...REPS), async (acts, rep) => {
        const whole = lived(acts);
        const part = makeSlice(whole, rep, carried, 5000);
        fc.pre(part !== null);
        const read = await decode(await encode(part, { app: '0', savedAt: 1 }));
        if (!read.ok) throw new Error(read.failure.code);
        for (const [id, rec] of read.value.facts.recs) {
          expect(conflicts(rec)).toEqual([]);
          if (!whole.recs.has(id)) continue;
          const shown = shownValues(whole.recs.get(id));
          for (const field of Object.keys(rec.v)) {
            expect(cellOf(rec, field)).toHaveLength(1);
            if (field !== '$') expect(rec.v[field] ?? null).toEqual(shown?.[field] ?? null);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('come back unchanged without a difference, and say whose part they are', async () => {
    const whole = lived([]);
    const part = makeSlice(whole, 'kB22', carried, 5000)!;
    const read = await decode(await encode(part, { app: '0', savedAt: 1 }));
    if (!read.ok) throw new Error(read.failure.code);
    const mark = sliceMark(shownValues(read.value.facts.recs.get('slice/part')) ?? undefined)!;
    expect([mark.unit, mark.units, mark.reps]).toEqual(['kB22', ['kB22'], 4]);
    expect(mark.places).toEqual([
      { unit: 'kB22', before: '2026-06', parent: 'top', order: null, pattern: 'six' },
    ]);
    const { inside, outside } = splitReturned(mark, read.value.facts.recs, whole.recs);
    expect(outside).toEqual([]);
    expect(join(whole, { id: 'plan', recs: inside }).recs).toEqual(whole.recs);
  });

  it('hold the rep’s own goals by segment, locks, tasks and proposals', async () => {
    const part = makeSlice(lived([]), 'kB22', carried, 5000)!;
    const ids = [...part.recs.keys()];
    for (const id of [
      recordId.goal('kB22', '2026-11'),
      recordId.goal('kB22', '2026-11', 'new'),
      recordId.lock(ofMonth('kB22')),
      recordId.task('kB22', '2026-11'),
      recordId.proposal('kB22', '2026-11', 'pkB22'),
      recordId.segment('new'),
    ])
      expect(ids).toContain(id);
    expect(await bytesOf(part)).not.toContain('place/');
  });

  it('let a proposal that was made in them come back, and no lock', () => {
    const whole = lived([]);
    const part = makeSlice(whole, 'kB22', carried, 5000)!;
    const said = recordId.proposal('kB22', '2026-11', 'later');
    const device = newWriter();
    const recs = new Map(part.recs);
    const values = { step: 'propose', amount: 5, reason: 'less' };
    const unlocked = { remove: recordId.lock(ofMonth('kB22')) };
    applyStep(recs, commitStep(recs, device, 6000, [{ create: said, values }, unlocked]));
    const mark = sliceMark(shownValues(part.recs.get('slice/part')) ?? undefined)!;
    const { inside, outside } = splitReturned(mark, recs, whole.recs);
    expect(shownValues(inside.get(said))).toEqual(values);
    expect(outside.map(({ id }) => id)).toEqual([recordId.lock(ofMonth('kB22'))]);
  });

  it('a team’s part holds its people and none of another team’s', async () => {
    const records = [...shared, ...REPS.flatMap(recordsOf)].map(([id, values]): [string, typeof values] =>
      id === recordId.unit('kD44') ? [id, { ...values, parent: 'top' }] : [id, values],
    );
    const part = makeSlice(newFacts('plan', records as never, newWriter(), 1), 'team', carried, 5000)!;
    const text = await bytesOf(part);
    for (const rep of ['kA11', 'kB22', 'kC33'] as const) expect(text).toContain(NAMES[rep]);
    expect(text).toContain('777777');
    for (const trace of ['kD44', NAMES.kD44, '444444', 'place/', 'spreadBy/'])
      expect(text).not.toContain(trace);
  });

  it('of two parts of one rep the later says what is carried, without a dispute', () => {
    const whole = lived([]);
    const first = makeSlice(whole, 'kA11', carried, 5000)!;
    const later = makeSlice(whole, 'kA11', { ...carried, reps: 5 }, 6000)!;
    for (const both of [join(first, later), join(later, first)]) {
      expect(shownValues(both.recs.get('slice/part'))?.['reps']).toBe(5);
      for (const [, rec] of both.recs) expect(conflicts(rec)).toEqual([]);
    }
  });
});
