import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../src/files/import/apply.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { draftOf, factsFor, freshPlan, written } from './tables.ts';

const lines = (...rows: string[]) => rows.join('\n');
const unit = (key: string, name: string, kind = 'rep', parent: string | null = null): RecordEntry => [
  `unit/${key}`,
  { name, kind, parent, order: 1 },
];

/** Names of new units under the names of those above them. */
function tree(text: string): string[] {
  const { changes } = applyImport(draftOf(text), { remember: false, rootName: '公司' }, freshPlan());
  const units = changes.flatMap((change) =>
    'create' in change && change.create.startsWith('unit/') ? [[change.create, change.values] as const] : [],
  );
  const worded = (value: unknown) => (typeof value === 'string' ? value : '');
  const nameOf = new Map(units.map(([id, { name }]) => [id, worded(name)]));
  return units.map(([, { name, parent }]) => `${nameOf.get(`unit/${worded(parent)}`) ?? ''}>${worded(name)}`);
}

describe('merged cells, which leave blanks below their text', () => {
  const MERGED = lines(
    '大区,团队,姓名,月份,外呼',
    '华东,一组,林晓,2026-05,100',
    ',,,2026-06,90',
    ',,陈思远,2026-05,10',
    ',,,2026-06,9',
    ',一组合计,,,209',
    ',二组,赵凯,2026-05,1',
    ',,,2026-06,2',
    '华南,一组,吴桐,2026-05,5',
    ',,,2026-06,6',
    '合计,,,,223',
  );

  it('are read as the text above, in every column that says who', () => {
    const draft = draftOf(MERGED);
    expect(draft).toMatchObject({ blanksBelow: 'same', counts: { good: 8, bad: 0, total: 2 } });
    expect(written(draft)).toContain('陈思远 2026-06 dials 9');
    expect(written(draft)).toContain('吴桐 2026-06 dials 6');
  });

  it('make regions, teams in them, and reps', () => {
    expect(tree(MERGED)).toEqual([
      '>公司',
      '公司>华东',
      '华东>一组',
      '一组>林晓',
      '一组>陈思远',
      '华东>二组',
      '二组>赵凯',
      '公司>华南',
      '华南>一组',
      '一组>吴桐',
    ]);
  });

  it('of months over people are read too', () => {
    const text = lines(
      '月份,姓名,外呼',
      '2026-05,林晓,1',
      ',陈思远,2',
      ',赵凯,3',
      '2026-06,林晓,4',
      ',陈思远,5',
    );
    expect(written(draftOf(text))).toContain('陈思远 2026-06 dials 5');
  });

  it('of names over measures are read too', () => {
    const text = lines(
      '姓名,指标,1月,2月',
      '林晓,外呼,100,90',
      ',接通,30,20',
      '陈思远,外呼,80,70',
      ',接通,9,8',
    );
    expect(draftOf(text)).toMatchObject({ blanksBelow: 'same', counts: { good: 4, bad: 0 } });
  });

  it('show what is read into the blank', () => {
    const row = draftOf(MERGED).preview.find(({ line }) => line === 5);
    expect(row?.cells[2]).toEqual({ raw: '', read: '陈思远' });
  });

  it('are not seen in a name that is missing once', () => {
    const text = lines(
      '姓名,月份,外呼',
      '林晓,2026-05,1',
      ',2026-06,2',
      '陈思远,2026-05,3',
      '陈思远,2026-06,4',
    );
    expect(draftOf(text)).toMatchObject({ blanksBelow: 'missing', counts: { good: 3, bad: 1 } });
    expect(draftOf(text, { blanksBelow: 'same' }).counts).toMatchObject({ good: 4, bad: 0 });
  });

  it('can be called missing by a person', () => {
    expect(draftOf(MERGED, { blanksBelow: 'missing' }).counts.bad).toBe(4);
  });
});

describe('sums of teams among the rows', () => {
  it.each(['华东 合计', '华东合计', '华南小计(1人)', '小计：', 'East Total', '平均'])(
    '%s is left out',
    (name) => {
      const draft = draftOf(lines('团队,姓名,月份,外呼', '华东,林晓,2026-05,100', `${name},,,100`));
      expect(draft.counts).toMatchObject({ good: 1, total: 1, bad: 0 });
    },
  );
});

describe('two people of one name', () => {
  const TEXT = lines(
    '团队,姓名,月份,外呼',
    '华东,王伟,2026-05,100',
    '华南,王伟,2026-05,90',
    '华南,王伟,2026-06,80',
  );

  it('in two teams in one month stay two', () => {
    expect(tree(TEXT)).toEqual(['>公司', '公司>华东', '华东>王伟', '公司>华南', '华南>王伟']);
    expect(written(draftOf(TEXT))).toEqual([
      '王伟 2026-05 dials 100',
      '王伟 2026-05 dials 90',
      '王伟 2026-06 dials 80',
    ]);
    expect(draftOf(TEXT).names.map(({ text }) => text)).toEqual(['王伟 · 华东', '王伟 · 华南']);
  });

  it('meet their own in the plan by the team', () => {
    const plan = freshPlan(
      unit('e', '华东', 'team'),
      unit('s', '华南', 'team'),
      unit('a', '王伟', 'rep', 's'),
      unit('b', '王伟', 'rep', 'e'),
    );
    const { people } = draftOf(TEXT, { facts: factsFor(plan) });
    expect(people.map((person) => person.unit)).toEqual(['b', 'a']);
  });

  it('are a guess to look at where the file names no team', () => {
    const plan = freshPlan(unit('a', '王伟'), unit('b', '王伟'));
    const { names } = draftOf('姓名,月份,外呼\n王伟,2026-05,1\n', { facts: factsFor(plan) });
    expect(names[0]).toMatchObject({ how: 'nickname', action: { kind: 'unit' } });
  });

  it('are one who moved when the teams follow each other', () => {
    const text = lines('团队,姓名,月份,外呼', '华东,王伟,2026-05,100', '华南,王伟,2026-06,90');
    expect(draftOf(text).people).toHaveLength(1);
  });
});

describe('spellings of a name', () => {
  it('blanks, full-width blanks and invisible characters make no other person', () => {
    const text = lines(
      '姓名,月份,外呼',
      '林　晓,2026-05,1',
      '\u200b林晓,2026-06,2',
      '林\u200d晓\u202c ,2026-07,3',
      ' 林 晓\u00a0,2026-08,4',
      'Anna  Berg,2026-05,5',
    );
    expect(draftOf(text).people.map(({ name }) => name)).toEqual(['林晓', 'Anna Berg']);
  });

  it('an employee number beside the name is a guess to look at; a column of numbers says nothing', () => {
    const plan = freshPlan(unit('a', '林晓'), unit('b', '陈思远'));
    const text = lines('工号,姓名,月份,外呼', '1001,林晓(1001),2026-05,1', '1002,A1002-陈思远,2026-05,2');
    const { names, columns } = draftOf(text, { facts: factsFor(plan) });
    expect(names.map(({ how, action }) => [how, action])).toEqual([
      ['nickname', { kind: 'unit', unit: 'a' }],
      ['nickname', { kind: 'unit', unit: 'b' }],
    ]);
    expect(columns[0]).toMatchObject({ target: 'ignore', reason: 'staffNumber' });
  });

  const NUMBERED = lines(
    '工号,团队,姓名,月份,外呼',
    '1001,一组,张伟,2026-05,10',
    '1002,一组,张伟,2026-05,20',
    '1001,一组,张伟,2026-06,11',
    '1003,一组,林晓,2026-05,30',
  );

  it('two of one name and team with different staff numbers are two people', () => {
    const draft = draftOf(NUMBERED);
    expect(draft.people.map(({ name }) => name)).toEqual(['张伟 · 1001', '张伟 · 1002', '林晓']);
    expect(draft.counts).toMatchObject({ good: 4, bad: 0 });
  });

  it('who was told apart by the number is found again, alone in a file too', () => {
    const plan = freshPlan(unit('a', '张伟 · 1001'), unit('b', '张伟 · 1002'));
    const facts = factsFor(plan);
    const found = draftOf(NUMBERED, { facts }).people.map(({ unit: key }) => key);
    expect(found).toEqual(['a', 'b', null]);
    const alone = lines('工号,团队,姓名,月份,外呼', '1002,一组,张伟,2026-07,5');
    expect(draftOf(alone, { facts }).people).toMatchObject([{ unit: 'b' }]);
  });

  it('a number that is missing, or a seat that goes from hand to hand, makes nobody two people', () => {
    const gap = NUMBERED.replace('1001,一组,张伟,2026-06', ',一组,张伟,2026-06');
    expect(draftOf(gap).people.map(({ name }) => name)).toEqual(['张伟', '林晓']);
    const seats = NUMBERED.replace('工号', '坐席号');
    expect(draftOf(seats).people.map(({ name }) => name)).toEqual(['张伟', '林晓']);
  });

  it('names that nobody knows can be skipped all at once', () => {
    const plan = freshPlan(unit('a', '林晓'));
    const text = lines('姓名,月份,外呼', '林晓,2026-05,1', '甲,2026-05,2', '乙,2026-05,3');
    const draft = draftOf(text, {
      facts: factsFor(plan),
      unknownNames: 'skip',
      names: { 乙: { kind: 'new' } },
    });
    expect(draft.counts).toMatchObject({ good: 2, skipped: 1 });
  });
});
