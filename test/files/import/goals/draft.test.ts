import { describe, expect, it } from 'vitest';
import { csvTable, GoalImport, segment, team, written } from './files.ts';
import { unit } from '../../../planner/plan.ts';

const plan = new GoalImport(team());
const split = new GoalImport(
  team(segment('新客', null, 0), segment('老客', null, 1), segment('续费', '老客', 0)),
);

describe('a table of goals', () => {
  it('has names by months, blanks that are none, zeros that are, and totals by their words', () => {
    const draft = plan.draft(
      csvTable(`姓名,11月,12月,合计
        甲,120,0,120
        乙,,80,80
        一组小计,120,80,200`),
    );
    expect(draft.isGoals).toBe(true);
    expect(written(draft)).toEqual([
      ...['a 2026-11 120', 'a 2026-12 0', 'a 2026-11..2026-12 120'],
      ...['b 2026-12 80', 'b 2026-11..2026-12 80'],
      ...['t1 2026-11 120', 't1 2026-12 80', 't1 2026-11..2026-12 200'],
    ]);
    expect(draft.blank).toBe(1);
    expect(draft.problems).toEqual([]);
  });

  it('may be long, with a unit in its header', () => {
    const draft = plan.draft(
      csvTable(`name,month,target (k)
        甲,2026-12,3
        二组,Q1 2027,9
        一组,2027,100`),
    );
    expect(written(draft)).toEqual([
      'a 2026-12 3000',
      't2 2027-01..2027-03 9000',
      't1 2027-01..2027-12 100000',
    ]);
  });

  it('may have years above months, titles, and what was won beside', () => {
    const draft = plan.draft(
      csvTable(`2027 年目标（单位：万元）,,,,
        姓名,1月,,2月,
        ,目标,完成,目标,完成
        甲,1.5,9,2,9`),
    );
    expect(written(draft)).toEqual(['a 2027-01 15000', 'a 2027-02 20000']);
  });

  it('has segments in a column, with blank names below a name', () => {
    const draft = split.draft(
      csvTable(`成员,客户段,2026-12
        甲,,100
        ,新客,60
        ,老客 / 续费,30
        ,未细分,10`),
    );
    expect(written(draft)).toEqual(['a 2026-12 100', 'a 2026-12 新客 60', 'a 2026-12 续费 30']);
    expect(draft.counts.unused).toBe(1);
  });

  it('has segments in rows below each name', () => {
    const draft = split.draft(
      csvTable(`成员,2026-12
        一组,200
        新客,60
        甲,100
        老客,30`),
    );
    expect(written(draft)).toEqual([
      't1 2026-12 200',
      't1 2026-12 新客 60',
      'a 2026-12 100',
      'a 2026-12 老客 30',
    ]);
  });

  it('holds back names that nobody knows until somebody says who they are, or leaves them out', () => {
    const table = csvTable(`姓名,12月
      甲,100
      赵六,50`);
    const draft = plan.draft(table);
    expect(draft.missing).toEqual(['names']);
    expect(draft.problems).toMatchObject([
      { line: 3, rep: '赵六', failure: { code: 'goalNameUnknown', values: { name: '赵六' } } },
    ]);
    expect(plan.draft(table, { leaveOut: true })).toMatchObject({ missing: [], problems: [] });
    const named = plan.draft(table, { names: { 'unit 赵六': { kind: 'known', to: 'b' } } });
    expect(written(named)).toEqual(['a 2026-12 100', 'b 2026-12 50']);
  });

  it('tells namesakes by the team beside them, and else asks', () => {
    const two = new GoalImport(team(unit('d', 'rep', 't2', { name: '甲', order: 3 })));
    expect(written(two.draft(csvTable('姓名,团队,12月\n甲,二组,5')))).toEqual(['d 2026-12 5']);
    expect(two.draft(csvTable('姓名,12月\n甲,5')).names).toMatchObject([{ text: '甲', how: 'several' }]);
  });

  it('says which cells are no goals, and which say two things of one', () => {
    const draft = plan.draft(
      csvTable(`姓名,12月
        甲,many
        乙,-5
        丙,10
        丙,20`),
    );
    expect(draft.problems.map(({ line, failure }) => [line, failure.code])).toEqual([
      ...[
        [2, 'notANumber'],
        [3, 'goalNegative'],
        [5, 'goalTwice'],
      ],
    ]);
  });

  it('takes a total of all rows for their sum, and says where it is another', () => {
    const table = (total: string) => csvTable(`姓名,12月\n甲,100\n乙,50\n合计,${total}`);
    expect(plan.draft(table('150')).wrongSums).toEqual([]);
    expect(plan.draft(table('151')).wrongSums).toMatchObject([{ line: 4, amount: 15_100, sum: 15_000 }]);
  });

  it('is told from a history', () => {
    expect(plan.draft(csvTable('姓名,2026-09,2026-10\n甲,1,2\n乙,3,4')).isGoals).toBe(false);
    expect(plan.draft(csvTable('姓名,月份,外呼,成交金额\n甲,2026-09,10,20')).isGoals).toBe(false);
    expect(plan.draft(csvTable('姓名,月份,外呼,目标\n甲,2026-09,10,20')).isGoals).toBe(false);
    expect(plan.draft(csvTable('姓名,2026-11,2026-12\n甲,1,2')).isGoals).toBe(true);
    expect(plan.draft(csvTable('单位,2026-09\n一组,1')).isGoals).toBe(true);
  });
});
