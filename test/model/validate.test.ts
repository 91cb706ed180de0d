import { describe, expect, test } from 'vitest';
import { failures as en } from '../../src/i18n/en/failures.ts';
import { failures as zh } from '../../src/i18n/zh-CN/failures.ts';
import { defaultSettings } from '../../src/model/records/settings.ts';
import { parseMeasure, parseSettings, parseUnit } from '../../src/model/records/read.ts';
import { templateMeasures } from '../../src/model/templates.ts';
import { validateRecord, validateValue } from '../../src/model/validate.ts';
import type { Values } from '../../src/model/json.ts';

const wrongFields = (id: string, values: Values) =>
  validateRecord(id, values).map(({ code, at }) => `${code} ${at?.field ?? ''}`);

describe('a record is checked by its kind', () => {
  test.each<[string, Values]>([
    ['settings/plan', { name: 'Plan', cutoffDay: 25, pattern: 'alternating' }],
    ['unit/u', { name: 'Ann', kind: 'rep', leave: [{ from: '2026-11-02', to: '2026-11-02', part: 0.5 }] }],
    ['history/u/2026-10', { dials: 0, revenue: -500, own: 1.5, blank: null }],
    ['goal/u/2026-10', { amount: -100 }],
    ['inHand/u/2026-10', {}],
    ['override/u/intents/2026-10', { ratio: 0.3, until: null }],
    ['season/01', { weight: 0 }],
    ['dayOff/2026-10-01', { weight: 0.5, name: '年会' }],
    ['alias/x', { unit: null }],
    ['mapping/x', { columns: { 姓名: 'rep' } }],
    ['lead/ofNewerVersion', { anything: [1, { a: 2 }] }],
    ['unit/u', { name: 'Ann', kind: 'rep', ofNewerVersion: { a: 1 } }],
    ['unit/u', { name: 'Ann', kind: 'rep', 'minutes:dials': 1.5, 'minutes:connects': null }],
    ...templateMeasures('telesales').map(([id, values]): [string, Values] => [id, values]),
  ])('%s %o is right', (id, values) => {
    expect(validateRecord(id, values)).toEqual([]);
  });

  test.each<[string, Values, string[]]>([
    ['settings/plan', { name: 'P', cutoffDay: 29 }, ['valueWrong cutoffDay']],
    [
      'settings/plan',
      { name: 'P', firstMonth: 0, splitUnit: 0.5 },
      ['valueWrong firstMonth', 'valueWrong splitUnit'],
    ],
    ['settings/plan', {}, ['valueMissing name']],
    ['unit/u', { name: null, kind: 'rep' }, ['valueMissing name']],
    ['unit/u', { name: 'Ann', kind: 'boss' }, ['valueWrong kind']],
    ['unit/u', { name: 'Ann', kind: 'rep', leave: [{ from: 1 }] }, ['valueWrong leave']],
    ['unit/u', { name: 'Ann', kind: 'rep', 'minutes:dials': 1441 }, ['valueWrong minutes:dials']],
    ['history/u/2026-10', { dials: '12', toString: true }, ['valueWrong dials', 'valueWrong toString']],
    ['goal/u/2026-10', { amount: 0.5 }, ['valueWrong amount']],
    ['override/u/intents/2026-10', { ratio: 0 }, ['valueWrong ratio']],
    ['override/u/intents/2026-10', { reason: 'why' }, ['valueMissing ratio']],
    ['season/01', { weight: -1 }, ['valueWrong weight']],
    ['dayOff/2026-10-01', { weight: 2 }, ['valueWrong weight']],
    ['mapping/x', { columns: { a: 1 } }, ['valueWrong columns']],
    ['measure/m', { unit: 'count' }, ['valueMissing order']],
  ])('%s %o names %o', (id, values, fields) => {
    expect(wrongFields(id, values)).toEqual(fields);
  });

  test('a blank can stand in any cell; only the record as a whole may miss it', () => {
    expect(validateValue('unit/u', 'name', null)).toBeNull();
    expect(validateValue('goal/u/2026-10', 'constructor', 1)).toBeNull();
  });

  test('a failure says the record, the field and the value, and has a sentence in both languages', () => {
    const failure = validateValue('goal/u/2026-10', 'amount', 'lots')!;
    expect(failure).toEqual({
      code: 'valueWrong',
      at: { record: 'goal/u/2026-10', field: 'amount' },
      values: { value: 'lots' },
    });
    expect([zh.valueWrong(failure.values!), en.valueWrong(failure.values!)]).toEqual([
      '这里不能填 "lots"',
      '"lots" cannot be entered here',
    ]);
    expect([zh.valueMissing(), en.valueMissing()]).toEqual(['这里不能空着', 'This cannot be blank']);
  });
});

describe('reading is lenient', () => {
  test('blanks and impossible values give the defaults', () => {
    expect(
      parseSettings({ name: 'P', cutoffDay: 31, pattern: 'nine', country: null, firstMonth: 4 }),
    ).toEqual({
      ...defaultSettings,
      name: 'P',
      firstMonth: 4,
    });
    expect(parseSettings({})).toEqual(defaultSettings);
  });

  test('a half-typed unit is a rep without a name', () => {
    expect(parseUnit('k', { note: 'new' })).toEqual({
      key: 'k',
      level: null,
      overAssign: null,
      potential: null,
      name: '',
      kind: 'rep',
      parent: null,
      order: 0,
      start: null,
      end: null,
      pattern: null,
      workMinutes: null,
      adminMinutes: null,
      leave: [],
      note: 'new',
      minutes: new Map(),
    });
    expect(parseUnit('k', { leave: [{ from: '2026-11-02', to: '2026-11-03' }] }).leave).toEqual([
      { from: '2026-11-02', to: '2026-11-03', part: 1 },
    ]);
  });

  test('a measure is read with its key; fields of newer versions are left out', () => {
    const [id, values] = templateMeasures('telesales')[1]!;
    expect([id, parseMeasure('connects', { ...values, later: 1 })]).toEqual([
      'measure/connects',
      {
        key: 'connects',
        name: null,
        order: 20,
        unit: 'count',
        step: 'share',
        assumed: 0.3,
        lagMedian: 0,
        lag90: 0,
        minutes: null,
        source: null,
        quota: true,
      },
    ]);
  });

  test('no field is taken from the language itself', () => {
    const inherited = Object.create({ name: 'ghost' }) as Values;
    expect(parseSettings(inherited).name).toBe('');
  });
});
