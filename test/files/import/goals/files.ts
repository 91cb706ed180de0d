import { makeGoalDraft } from '../../../../src/files/import/goals/draft.ts';
import { goalFactsOf } from '../../../../src/files/import/goals/facts.ts';
import {
  settleGoals,
  type SettledGoals,
  type TotalsMeant,
} from '../../../../src/files/import/goals/settle.ts';
import type { GoalDraft, GoalRequest } from '../../../../src/files/import/goals/types.ts';
import { readTable, type Table } from '../../../../src/files/import/table.ts';
import type { RecordEntry } from '../../../../src/model/diff.ts';
import { recordId } from '../../../../src/model/ids.ts';
import type { GoalEditAnswer, GoalsAnswer } from '../../../../src/model/planning/goals.ts';
import { unit } from '../../../planner/plan.ts';
import { TestDesk } from '../../../sheets/desk.ts';

export const goalOf = (rep: string, month: string, amount: number, segment?: string): RecordEntry => [
  recordId.goal(rep, month, segment),
  { amount: Math.round(amount * 100) },
];
export const segment = (key: string, parent: string | null, order: number): RecordEntry => [
  recordId.segment(key),
  { name: key, parent, order },
];

/** 华东: 一组 with 甲 and 乙, 二组 with 丙; 100 each in November and December 2026. */
export const team = (...more: RecordEntry[]): RecordEntry[] => [
  unit('all', 'company', null, { name: '华东' }),
  unit('t1', 'team', 'all', { name: '一组', order: 0 }),
  unit('t2', 'team', 'all', { name: '二组', order: 1 }),
  unit('a', 'rep', 't1', { name: '甲', order: 0 }),
  unit('b', 'rep', 't1', { name: '乙', order: 1 }),
  unit('c', 'rep', 't2', { name: '丙', order: 2 }),
  ...['a', 'b', 'c'].flatMap((rep) => ['2026-11', '2026-12'].map((month) => goalOf(rep, month, 100))),
  ...more,
];

export const csvTable = (text: string): Table => readTable(text.replace(/^ +/gm, ''));

/** An import of goals from a text into a plan, as far as a person would have it go. */
export class GoalImport {
  readonly desk: TestDesk;
  constructor(records: readonly RecordEntry[]) {
    this.desk = new TestDesk(records);
  }

  draft(table: Table, more: Partial<GoalRequest> = {}): GoalDraft {
    const { context } = this.desk;
    return makeGoalDraft(table, { facts: goalFactsOf(context, context.asOf), ...more });
  }

  present(draft: GoalDraft): GoalsAnswer {
    const months = draft.cells.flatMap(({ span }) => [span.from, span.to]).sort();
    const span = { from: months[0] ?? '2026-11', to: months.at(-1) ?? '2026-11' };
    return this.desk.planner.read({ kind: 'goals', span });
  }

  settle(draft: GoalDraft, totals: TotalsMeant | null = null): SettledGoals {
    const { context } = this.desk;
    const facts = goalFactsOf(context, context.asOf);
    const segments = [...facts.segments, ...draft.newSegments];
    return settleGoals(draft, { ...facts, segments }, this.present(draft), totals);
  }

  /** What the planner says to it; what is possible is kept. */
  take(draft: GoalDraft, totals: TotalsMeant | null = null): GoalEditAnswer {
    const { edits } = this.settle(draft, totals);
    const first = draft.newSegments.map(({ key, name, parent }) => ({
      create: recordId.segment(key),
      values: { name, parent },
    }));
    const answer = this.desk.planner.read({ kind: 'goalEdit', edits, first });
    if (answer.possible) this.desk.commit([...first, ...answer.changes]);
    return answer;
  }

  /** Major units; null = blank. */
  goal(unitKey: string, month: string, of: string | null = null): number | null {
    const answer = this.desk.planner.read({ kind: 'goals', span: { from: month, to: month } });
    const columns = of === null ? answer.amount : answer.ofSegment[answer.segments.indexOf(of)];
    const value = columns?.[0]?.[answer.units.indexOf(unitKey)] ?? NaN;
    return Number.isNaN(value) ? null : value / 100;
  }
}

/** `unit from to segment amount`, in the order of the file. */
export const written = ({ cells }: GoalDraft): string[] =>
  cells.map(({ unit: key, span, segment: of, amount }) =>
    [key, span.from === span.to ? span.from : `${span.from}..${span.to}`, of, amount / 100]
      .filter((part) => part !== null)
      .join(' '),
  );
