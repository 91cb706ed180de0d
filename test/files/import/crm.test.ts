import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../src/files/import/apply.ts';
import type { RecordEntry } from '../../../src/model/diff.ts';
import { CRM_EXPORT, draftOf, factsFor, freshPlan, written } from './tables.ts';

const CHOICES = { remember: true, rootName: '公司' };

describe('a CRM export with a title, guesses, bad rows, a total and a note', () => {
  const draft = draftOf(CRM_EXPORT);

  it('finds the columns, says why, and what to look at', () => {
    expect(draft.columns.map(({ header, target, reason }) => [header, target, reason])).toEqual([
      ['销售姓名', 'rep', 'same'],
      ['统计月份', 'month', 'same'],
      ['拨打量', 'dials', 'synonym'],
      ['接通量', 'connects', 'same'],
      ['有效沟通', 'conversations', 'guess'],
      ['意向数', 'intents', 'synonym'],
      ['储备(万)', 'pipeline', 'same'],
      ['回款', 'revenue', 'guess'],
      ['接通率', 'ignore', 'ratio'],
      ['备注', 'ignore', 'unknown'],
    ]);
    expect(draft.columns[6]?.scale).toBe(10_000);
    const evidence = draft.columns[4]?.evidence;
    expect(evidence?.of).toBe('connects');
    expect(evidence?.low).toBeCloseTo(0.233, 3);
    expect(evidence?.high).toBeCloseTo(0.256, 3);
  });

  it('leaves out title, total and note, and counts them', () => {
    expect(draft.counts).toEqual({
      rows: 13,
      good: 9,
      bad: 3,
      warned: 2,
      skipped: 0,
      title: 1,
      header: 1,
      total: 1,
      note: 1,
      unused: 0,
    });
  });

  it('names every bad row by line, column, what was written and why', () => {
    expect(
      draft.problems.map(({ level, line, header, written, failure, suggestion }) => [
        level,
        line,
        header,
        written,
        failure.code,
        suggestion,
      ]),
    ).toEqual([
      ['error', 11, '统计月份', '2026-13', 'noSuchMonth', '2027-01'],
      ['warning', 12, '接通量', '1,204', 'exceeds', null],
      ['error', 13, '拨打量', '一千八', 'notANumber', '1800'],
      ['error', 14, '销售姓名', '', 'nameMissing', '郑好'],
      ['warning', 15, '', '', 'repeatedMonth', null],
    ]);
  });

  it('reads months, units, signs and blanks of all spellings', () => {
    const cells = written(draft);
    expect(cells).toContain('林晓 2026-05 pipeline 128400');
    expect(cells).toContain('林晓 2026-06 dials 1865');
    expect(cells).toContain('林晓 2026-06 revenue 29650');
    expect(cells).toContain('林晓 2026-07 pipeline 137900');
    expect(cells).toContain('林晓 2026-08 conversations blank');
    expect(cells).toContain('林晓 2026-09 connects 503');
    expect(cells).toContain('陈思远 2025-01 conversations blank');
    expect(cells).toContain('吴桐 2026-05 connects 1204');
    expect(cells.some((cell) => cell.startsWith('郑好'))).toBe(false);
  });

  it('creates only people with a good row', () => {
    const { changes, summary } = applyImport(draft, CHOICES, freshPlan());
    const units = changes.flatMap((change) =>
      'create' in change && change.create.startsWith('unit/') ? [change.values['name']] : [],
    );
    expect(units).toEqual(['公司', '林晓', '陈思远', '赵凯', '吴桐']);
    expect(summary).toMatchObject({ new: 52, blank: 2, people: 4 });
  });

  it('takes a correction by hand', () => {
    const edited = draftOf(CRM_EXPORT, { edits: [{ row: 10, column: 1, text: '2026-11' }] });
    expect(edited.counts).toMatchObject({ good: 10, bad: 2 });
    expect(written(edited)).toContain('赵凯 2026-11 dials 2180');
  });

  it('uses the last of repeated rows, or adds them up, when asked', () => {
    expect(written(draft)).toContain('林晓 2026-08 pipeline 137700');
    expect(written(draftOf(CRM_EXPORT, { repeats: 'last' }))).toContain('林晓 2026-08 pipeline 131700');
    expect(written(draftOf(CRM_EXPORT, { repeats: 'sum' }))).toContain('林晓 2026-08 dials 3648');
  });
});

describe('a second import into a plan', () => {
  const unit = (key: string, name: string): RecordEntry => [
    `unit/${key}`,
    { name, kind: 'rep', parent: null, order: 1 },
  ];
  const plan = freshPlan(unit('a', '林晓'), unit('b', '陈思远'), unit('c', '许诺'), [
    'history/a/2026-05',
    { dials: 1782, connects: 500, talk: 3 },
  ]);
  const text =
    '成员,月份,外呼,接通\n林晓,2026-05,1782,509\nLin Xiao,2026-06,1800,\n小许,2026-06,900,300\n王五,2026-06,1,1\n';

  it('changes only cells that differ and leaves blank ones as they are', () => {
    const draft = draftOf(text, { facts: factsFor(plan), names: { 王五: { kind: 'skip' } } });
    const { changes, summary } = applyImport(draft, { ...CHOICES, remember: false }, plan);
    expect(changes).toEqual([
      { id: 'history/a/2026-05', field: 'connects', value: 509 },
      { create: 'history/a/2026-06', values: { dials: 1800 } },
      { create: 'history/c/2026-06', values: { dials: 900, connects: 300 } },
    ]);
    expect(summary).toMatchObject({ new: 3, same: 1, changed: 1, blank: 1 });
    expect(summary.changedCells).toEqual([
      { name: '林晓', period: '2026-05', measure: 'connects', before: 500, after: 509 },
    ]);
  });

  it('keeps the chain of a plan that has history', () => {
    const draft = draftOf(text, { facts: factsFor(plan) });
    expect(draft.chain.map(({ key }) => key)).toEqual([
      'dials',
      'connects',
      'conversations',
      'intents',
      'pipeline',
      'revenue',
    ]);
  });

  it('knows Lin Xiao and 小许 as guesses, and asks about a name it does not know', () => {
    const { names } = draftOf(text, { facts: factsFor(plan) });
    expect(
      names.map(({ text, how, action }) => [text, how, action.kind === 'unit' ? action.unit : action.kind]),
    ).toEqual([
      ['林晓', 'same', 'a'],
      ['Lin Xiao', 'initials', 'a'],
      ['小许', 'nickname', 'c'],
      ['王五', 'new', 'new'],
    ]);
  });

  it('remembers the mapping and the names for the next file', () => {
    const first = draftOf(text, {
      facts: factsFor(plan),
      targets: { 3: 'conversations' },
      names: { 王五: { kind: 'skip' } },
    });
    const { changes } = applyImport(first, CHOICES, plan);
    const kept = changes.flatMap((change): RecordEntry[] =>
      'create' in change && /^(alias|mapping)/.test(change.create) ? [[change.create, change.values]] : [],
    );
    expect(kept.every(([id]) => /^[a-z]+\/[a-z0-9]+$/.test(id))).toBe(true);
    const again = draftOf(text, { facts: factsFor(freshPlan(...plan.ofKind('unit'), ...kept)) });
    expect(again.columns[3]).toMatchObject({ target: 'conversations', reason: 'remembered' });
    expect(again.names[1]).toMatchObject({ how: 'alias' });
    expect(again.names[3]).toMatchObject({ how: 'alias', action: { kind: 'skip' } });
    expect(again.counts).toMatchObject({ good: 3, skipped: 1 });
  });
});
