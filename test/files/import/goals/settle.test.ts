import { describe, expect, it } from 'vitest';
import { makeDraft } from '../../../../src/files/import/draft.ts';
import { factsOf } from '../../../../src/files/import/facts.ts';
import { rememberColumns } from '../../../../src/files/import/goals/remembered.ts';
import { recordId } from '../../../../src/model/ids.ts';
import type { GoalDraft } from '../../../../src/files/import/goals/types.ts';
import { csvTable, GoalImport, segment, team } from './files.ts';

const file = (...lines: string[]) => csvTable(lines.join('\n'));

describe('goals of a file put into a plan', () => {
  it('leave blanks as they are, set zeros, and have totals that are sums follow', () => {
    const plan = new GoalImport(team());
    const draft = plan.draft(file('姓名,11月,12月', '甲,,0', '乙,130,', '一组,130,0'));
    const settled = plan.settle(draft);
    expect(settled).toMatchObject({ zeros: 1, sums: 2, differences: [], fresh: 0, same: 0 });
    expect(plan.take(draft)).toMatchObject({ possible: true, cells: 2 });
    expect(['a', 'b'].map((rep) => ['2026-11', '2026-12'].map((month) => plan.goal(rep, month)))).toEqual([
      [100, 0],
      [130, 100],
    ]);
  });

  it('share a team out that is typed alone, and hold what is locked below it', () => {
    const plan = new GoalImport(
      team([
        recordId.lock({ unit: 'a', span: { from: '2026-12', to: '2026-12' }, segment: null }),
        { amount: 10_000 },
      ]),
    );
    plan.take(plan.draft(file('团队,2026-12', '一组,400')));
    expect([plan.goal('a', '2026-12'), plan.goal('b', '2026-12'), plan.goal('t1', '2026-12')]).toEqual([
      100, 300, 400,
    ]);
  });

  it('leave to the rest of a team what the team has beyond the rows of the file', () => {
    const plan = new GoalImport(team());
    plan.take(plan.draft(file('姓名,2026-12', '甲,150', '一组,200')));
    expect([plan.goal('a', '2026-12'), plan.goal('b', '2026-12')]).toEqual([150, 50]);
  });

  it('come up against locks as typed ones do: nothing changes', () => {
    const plan = new GoalImport(
      team([
        recordId.lock({ unit: 't1', span: { from: '2026-12', to: '2026-12' }, segment: null }),
        { amount: 20_000 },
      ]),
    );
    const answer = plan.take(plan.draft(file('姓名,2026-12', '甲,150', '乙,90')));
    expect(answer).toMatchObject({ possible: false, why: 'locks', by: 4_000, locks: [{ unit: 't1' }] });
    expect(plan.goal('a', '2026-12')).toBe(100);
  });

  it('say where a total is not what stands below it, and go by what is meant', () => {
    const rows = ['姓名,2026-12', '甲,150', '乙,90', '一组,300'];
    const plan = new GoalImport(team());
    const draft = plan.draft(file(...rows));
    expect(plan.settle(draft).differences).toMatchObject([
      { cell: { line: 4, amount: 30_000 }, sum: 24_000 },
    ]);
    plan.take(draft, 'parts');
    expect(plan.goal('t1', '2026-12')).toBe(240);
    const other = new GoalImport(team());
    other.take(other.draft(file(...rows)), 'totals');
    expect([other.goal('t1', '2026-12'), other.goal('a', '2026-12')]).toEqual([300, 150]);
  });

  it('ask about a total that may hold what is left out, instead of giving it to the others', () => {
    const rows = ['姓名,2026-12', '甲,150', '赵六,50', '一组,300'];
    const plan = new GoalImport(team());
    const draft = plan.draft(file(...rows), { names: { 'unit 赵六': { kind: 'skip' } } });
    expect(plan.settle(draft).differences).toMatchObject([
      { cell: { amount: 30_000 }, sum: 15_000, leftOut: ['赵六'] },
    ]);
    plan.take(draft, 'parts');
    expect([plan.goal('a', '2026-12'), plan.goal('b', '2026-12')]).toEqual([150, 100]);
    const other = new GoalImport(team());
    other.take(draft, 'totals');
    expect([other.goal('a', '2026-12'), other.goal('b', '2026-12')]).toEqual([150, 150]);
  });

  it('do not ask of what is left out where a total has no room for it', () => {
    const plan = new GoalImport(team());
    const rows = file('姓名,2026-12', '甲,150', '赵六,80', '一组,200');
    const draft = plan.draft(rows, { names: { 'unit 赵六': { kind: 'skip' } } });
    expect(plan.settle(draft).differences).toEqual([]);
  });

  it('know a total that was left as it was below which somebody typed', () => {
    const plan = new GoalImport(team());
    const draft = plan.draft(file('姓名,2026-12', '甲,150', '乙,100', '一组,200'));
    expect(plan.settle(draft).differences).toMatchObject([{ isOld: true, sum: 25_000 }]);
  });

  it('go into segments, and may not be more in them than in all', () => {
    const records = team(segment('新客', null, 0), segment('老客', null, 1));
    const plan = new GoalImport(records);
    plan.take(plan.draft(file('姓名,客户段,2026-12', '甲,,100', '甲,新客,70', '甲,老客,')));
    expect([plan.goal('a', '2026-12'), plan.goal('a', '2026-12', '新客')]).toEqual([100, 70]);
    const over = plan.draft(file('姓名,客户段,2026-12', '甲,,100', '甲,新客,70', '甲,老客,50'));
    expect(plan.settle(over).differences).toMatchObject([{ sum: 12_000 }]);
  });

  it('count those of somebody who moved where they were then', () => {
    const plan = new GoalImport(team([recordId.place('c', '2026-12'), { parent: 't1' }]));
    const draft = plan.draft(
      file('姓名,2026-11,2026-12', '甲,100,90', '乙,100,90', '丙,100,90', '一组,300,180', '二组,,90'),
    );
    expect(plan.settle(draft)).toMatchObject({ differences: [], sums: 2 });
  });
});

describe('segments that only the file has', () => {
  const rows = ['姓名,客户段,2026-12', '甲,新客,70', '甲,老客/大客户,20', '甲,老客/小客户,10'];
  const named = (draft: GoalDraft) =>
    draft.newSegments.map(({ name, parent }) => [
      name,
      draft.newSegments.find(({ key }) => key === parent)?.name ?? null,
    ]);

  it('are made in two levels where the plan is not split, and take their goals out of what was there', () => {
    const plan = new GoalImport(team());
    const draft = plan.draft(file(...rows));
    expect(named(draft)).toEqual([
      ['新客', null],
      ['老客', null],
      ['大客户', '老客'],
      ['小客户', '老客'],
    ]);
    expect(plan.take(draft)).toMatchObject({ possible: true });
    const [first, second, third] = draft.newSegments.map(({ key }) => plan.goal('a', '2026-12', key));
    expect([first, second, third, plan.goal('a', '2026-12')]).toEqual([70, 30, 20, 100]);
    expect(plan.goal('b', '2026-12')).toBe(100);
  });

  it('are asked about where the plan has others, and made once that is said', () => {
    const plan = new GoalImport(team(segment('新客', null, 0), segment('老客', null, 1)));
    const open = plan.draft(file(...rows));
    expect(open.missing).toEqual(['names']);
    expect(open.newSegments).toEqual([]);
    const create = { kind: 'create' } as const;
    const names = { 'segment 老客/大客户': create, 'segment 老客/小客户': create };
    const draft = plan.draft(file(...rows), { names });
    expect(draft.newSegments).toMatchObject([
      { name: '大客户', parent: '老客' },
      { name: '小客户', parent: '老客' },
    ]);
    plan.take(draft);
    expect([plan.goal('a', '2026-12', '老客'), plan.goal('a', '2026-12')]).toEqual([30, 100]);
  });

  it('are left out where that is said', () => {
    const plan = new GoalImport(team(segment('新客', null, 0)));
    const draft = plan.draft(file(...rows), { leaveOut: true });
    expect([draft.newSegments, draft.cells.length]).toEqual([[], 1]);
  });
});

describe('columns that a person has named', () => {
  const table = file('业务,谁,数,2026-12', 'A,甲,1,150');
  const chosen = { targets: { 0: 'ignore', 1: 'rep', 2: 'ignore' } };

  it('are known again in the next file with these headers, whatever its months are', () => {
    const plan = new GoalImport(team());
    const { context } = plan.desk;
    plan.desk.commit(rememberColumns(plan.draft(table, chosen), context));
    const next = plan.draft(file('业务,谁,数,2026-11', 'A,乙,1,130'));
    expect(next.columns.map(({ target, reason }) => [target, reason])).toEqual([
      ...[
        ['ignore', 'remembered'],
        ['rep', 'remembered'],
        ['ignore', 'remembered'],
      ],
      ['cells', 'wide'],
    ]);
    const others = plan.draft(file('业务,谁,2026-11', 'A,乙,130'));
    expect(others.columns.some(({ reason }) => reason === 'remembered')).toBe(false);
  });

  it('are kept only where something was chosen, and never stand before what is chosen now', () => {
    const plan = new GoalImport(team());
    const { context } = plan.desk;
    expect(rememberColumns(plan.draft(table), context)).toEqual([]);
    plan.desk.commit(rememberColumns(plan.draft(table, chosen), context));
    const again = plan.draft(table, { targets: { 0: 'team' } });
    expect(again.columns[0]).toMatchObject({ target: 'team', reason: 'chosen' });
  });

  it('are no mapping of a history, though the headers are the same', () => {
    const plan = new GoalImport(team());
    const { context } = plan.desk;
    plan.desk.commit(rememberColumns(plan.draft(table, chosen), context));
    const { columns } = makeDraft(table, { facts: factsOf(context, context.asOf) });
    expect(columns.some(({ reason }) => reason === 'remembered')).toBe(false);
  });
});
