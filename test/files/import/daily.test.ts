import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../src/files/import/apply.ts';
import { factsOf } from '../../../src/files/import/facts.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { draftOf, factsFor, freshPlan, TODAY, written } from './tables.ts';

const CHOICES = { remember: false, rootName: '公司' };
const unit = (key: string, name: string): RecordEntry => [
  `unit/${key}`,
  { name, kind: 'rep', parent: null, order: 1 },
];
const TEAM = [unit('a', '林晓'), unit('b', '陈思远')];

describe('a file of days', () => {
  const text = '日期,姓名,外呼,接通\n2026-11-18,林晓,90,27\n2026-11-19,林晓,50,14\n2026-11-19,林晓,46,14\n';

  it('keeps its days as what the system says, rows of one rep and day added up', () => {
    const plan = freshPlan(...TEAM);
    const draft = draftOf(text, { facts: factsFor(plan) });
    const { changes, summary } = applyImport(draft, CHOICES, plan);
    expect(draft.source).toBe('system');
    expect(changes.filter((change) => 'create' in change && change.create.includes('Actual'))).toEqual([
      { create: 'systemActual/a/2026-11-18', values: { dials: 90, connects: 27 } },
      { create: 'systemActual/a/2026-11-19', values: { dials: 96, connects: 28 } },
    ]);
    expect(summary).toMatchObject({ new: 4, changed: 0, months: [] });
  });

  it('says of a second import what is new, the same and changed, with the day of each change', () => {
    const plan = freshPlan(...TEAM, ['systemActual/a/2026-11-19', { dials: 96, connects: 30, intents: 2 }]);
    const draft = draftOf(text, { facts: factsFor(plan) });
    const { changes, summary } = applyImport(draft, CHOICES, plan);
    expect(summary).toMatchObject({ new: 2, same: 1, changed: 1 });
    expect(summary.changedCells).toEqual([
      { name: '林晓', period: '2026-11-19', measure: 'connects', before: 30, after: 28 },
    ]);
    expect(changes).toContainEqual({ id: 'systemActual/a/2026-11-19', field: 'connects', value: 28 });
  });

  it('names months whose own number is not the sum of the days, and leaves that number where it is', () => {
    const plan = freshPlan(
      ...TEAM,
      ['history/a/2026-11', { dials: 1900, connects: 61 }],
      ['systemActual/a/2026-11-17', { connects: 20 }],
      ['actual/a/2026-11-17', { dials: 5, connects: 19 }],
    );
    const draft = draftOf(text, { facts: factsFor(plan) });
    const { changes, summary } = applyImport(draft, CHOICES, plan);
    expect(summary.months).toEqual([
      { name: '林晓', month: '2026-11', measure: 'dials', row: 1900, sum: 191, days: 3 },
      { name: '林晓', month: '2026-11', measure: 'connects', row: 61, sum: 75, days: 3 },
    ]);
    expect(changes.some((change) => 'id' in change && change.id.startsWith('history/'))).toBe(false);
  });

  it('goes in as what people say when asked', () => {
    const plan = freshPlan(...TEAM);
    const draft = draftOf(text, { facts: factsFor(plan), source: 'person' });
    expect(applyImport(draft, CHOICES, plan).changes).toContainEqual({
      create: 'actual/a/2026-11-18',
      values: { dials: 90, connects: 27 },
    });
  });

  it('counts as history: the chain of the plan stays as it is', () => {
    const plan = freshPlan(...TEAM, ['actual/a/2026-11-17', { dials: 90 }]);
    expect(factsFor(plan).hasHistory).toBe(true);
    expect(draftOf(text, { facts: factsFor(plan) }).chain).toHaveLength(6);
  });
});

describe('lines of a chat', () => {
  const plan = freshPlan(...TEAM);
  const facts = factsOf(plan, TODAY, '2026-11-18');
  const read = (text: string, more = {}) => draftOf(text, { facts, ...more });

  it('are one day of numbers that people say, of the last working day where none is named', () => {
    const draft = read('林晓 外呼96 接通28\n陈思远：外呼 105，接通 31，意向 2\n');
    expect(draft).toMatchObject({
      daily: true,
      source: 'person',
      chatDay: '2026-11-18',
      counts: { good: 2 },
    });
    expect(written(draft)).toEqual([
      '林晓 2026-11-18 dials 96',
      '林晓 2026-11-18 connects 28',
      '林晓 2026-11-18 intents blank',
      '陈思远 2026-11-18 dials 105',
      '陈思远 2026-11-18 connects 31',
      '陈思远 2026-11-18 intents 2',
    ]);
  });

  it.each([
    ['11月19日 日报\n林晓 外呼96', '2026-11-19'],
    ['昨天\n林晓 外呼96', '2026-11-19'],
    ['2026/11/17\n林晓 外呼96', '2026-11-17'],
    ['11.16\n林晓 外呼96', '2026-11-16'],
    ['11-13(周五) 林晓 外呼96', '2026-11-13'],
  ])('say their day: %j', (text, day) => {
    expect(written(read(text))).toEqual([`林晓 ${day} dials 96`]);
    expect(read(text).chatDay).toBeNull();
  });

  it('take the day that a person chooses', () => {
    expect(written(read('林晓 外呼96', { chatDay: '2026-11-12' }))).toEqual(['林晓 2026-11-12 dials 96']);
  });

  it.each([
    '林晓外呼96接通28',
    '林晓,外呼96,接通28',
    '1. 林晓 外呼：96个 接通：28个',
    '林晓 18:02\n外呼96 接通28',
    '@林晓：外呼９６，接通２８。',
    '收到\n林晓 外呼 96 / 接通 28',
  ])('are read as people write them: %j', (text) => {
    expect(written(read(text))).toEqual(['林晓 2026-11-18 dials 96', '林晓 2026-11-18 connects 28']);
  });

  it('are read in English, with money and with names of two words', () => {
    const draft = read('Ann Lee: dials 96, connects 28, revenue 1.2k\nBob dials 80\n');
    expect(draft.people.map(({ name }) => name)).toEqual(['Ann Lee', 'Bob']);
    expect(written(draft)).toContain('Ann Lee 2026-11-18 revenue 1200');
    expect(written(draft)).toContain('Bob 2026-11-18 dials 80');
  });

  it('leave ratios out, and words that nobody knows for a person to say', () => {
    const draft = read('林晓 外呼96 接通率29% 面访3');
    expect(draft.columns.map(({ header, target }) => [header, target])).toContainEqual(['接通率', 'ignore']);
    expect(draft.columns.map(({ header, target }) => [header, target])).toContainEqual(['面访', 'ignore']);
    expect(draft.measureKeys).toEqual(['dials']);
  });

  it('know a talk of 60 seconds from a number', () => {
    expect(written(read('林晓 外呼96 60秒通话 12'))).toContain('林晓 2026-11-18 dials 96');
  });

  it('do not cut the chain of a plan without history', () => {
    expect(read('林晓 外呼96').chain).toHaveLength(6);
  });

  it.each([
    '姓名,外呼,接通\n林晓,96,28\n',
    '成员,2026-05 外呼,2026-06 外呼\n林晓,1782,1800\n',
    '销售姓名,统计月份,拨打量\n林晓,2026年5月,"1,782"\n',
    'name;dials\nAnn;3\n',
  ])('are told from tables: %j', (text) => {
    expect(read(text).chatDay).toBeNull();
    expect(read(text).source).toBe('system');
  });
});
