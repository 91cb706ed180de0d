import type { RecordEntry } from '../../model/diff.ts';
import { recordId, SETTINGS_ID } from '../../model/ids.ts';
import {
  BASIS,
  type BackcastAnswer,
  type Basis,
  type ChainBreak,
  type GoalEdit,
  type GoalsAnswer,
  type HistoryAnswer,
  type RatiosAnswer,
  type Spread,
} from '../../model/planning.ts';
import type { StepKind } from '../../model/records/measure.ts';
import type { Day, Month, MonthSpan } from '../../model/time.ts';
import type { PlannerClient } from '../../planner/client.ts';
import { goalRecords, type PlanParts } from './plan-records.ts';

export interface ChainStep {
  readonly measure: string;
  readonly from: string;
  readonly money: boolean;
  readonly required: number;
  readonly ratio: number;
  readonly raw: number;
  readonly step: StepKind;
  readonly basis: Basis;
}
/** What the page shows below the goal; all of it from the planner. Money in minor units. */
export interface QuickAnswer {
  readonly month: Month;
  readonly unit: string;
  readonly goalRecords: readonly RecordEntry[];
  readonly months: readonly { readonly month: Month; readonly days: number; readonly amount: number }[];
  readonly goal: number;
  readonly steps: readonly ChainStep[];
  /** Index of the last step that has a number; -1 = none. */
  readonly reached: number;
  /** The last measure that the chain reaches, a day. */
  readonly perDay: { readonly measure: string; readonly money: boolean; readonly value: number } | null;
  readonly days: number;
  readonly reps: readonly { readonly key: string; readonly goal: number; readonly perDay: number }[];
  readonly breaks: readonly ChainBreak[];
  readonly provisional: boolean;
  readonly history: readonly {
    readonly month: Month;
    readonly values: { readonly [measure: string]: number };
  }[];
}
export interface Question {
  readonly plan: PlanParts;
  readonly asOf: Day;
  readonly month: Month;
  readonly months: readonly Month[];
  /** Minor units for the whole period, or per month where months were typed. */
  readonly amount: number;
  readonly typed: ReadonlyMap<Month, number>;
  /** Minor units per rep in `month`, where they were typed. */
  readonly typedReps?: ReadonlyMap<string, number>;
  readonly split: 'even' | 'workingDays';
  /** Months of history that are shown. */
  readonly shown: MonthSpan;
}

const spanOf = (months: readonly Month[]): MonthSpan => ({
  from: months[0] ?? '',
  to: months.at(-1) ?? '',
});

/** Loads a plan that is not kept anywhere and asks for its chain; null = a newer question overtook this one. */
export async function ask(
  planner: PlannerClient,
  question: Question,
  isNewest: () => boolean = () => true,
): Promise<QuickAnswer | null> {
  planner.load(question.plan.records, question.asOf);
  const goals = await sharedOut(planner, question);
  // A newer question has loaded its own plan by now: these goals are not of it.
  if (!goals || !isNewest()) return null;
  planner.apply(goals.map(([id, values]) => ({ id, values })));
  const [split, backcast, ratios, history] = await Promise.all([
    planner.read({ kind: 'goals', span: spanOf(question.months) }),
    planner.read({ kind: 'backcast', month: question.month, mode: 'goal' }),
    planner.read({ kind: 'ratios', month: question.month }),
    planner.read({ kind: 'history', span: question.shown }),
  ]);
  return split && backcast && ratios && history
    ? compose(question, goals, split, backcast, ratios, history)
    : null;
}

/** Typed months hold their amounts; else the whole is shared out over the period, as typing it into the plan would. */
async function sharedOut(planner: PlannerClient, question: Question): Promise<RecordEntry[] | null> {
  const { typed, months, amount, split, plan } = question;
  const parts =
    typed.size > 0
      ? months.map((month) => ({ span: { from: month, to: month }, amount: typed.get(month) ?? 0 }))
      : [{ span: spanOf(months), amount }];
  const spread: Spread | null =
    split === 'workingDays' ? { method: 'workingDays', like: null, growth: null, mix: [] } : null;
  const edits = parts.map((part): GoalEdit => ({ unit: plan.root, segment: null, spread, ...part }));
  const answer = await planner.read({ kind: 'goalEdit', edits });
  if (!answer) return null;
  const goals = new Map(goalRecords(answer.possible ? answer.changes : []));
  for (const [rep, goal] of question.typedReps ?? [])
    goals.set(recordId.goal(rep, question.month), { amount: goal });
  return [...goals];
}

function compose(
  { plan, month, months }: Question,
  goals: readonly RecordEntry[],
  split: GoalsAnswer,
  backcast: BackcastAnswer,
  ratios: RatiosAnswer,
  history: HistoryAnswer,
): QuickAnswer {
  const at = backcast.units.indexOf(plan.root);
  const inGoals = split.units.indexOf(plan.root);
  const steps = chainSteps(backcast, ratios, at, plan);
  const reached = steps.findLastIndex((step) => Number.isFinite(step.required));
  const last = steps[reached];
  return {
    month,
    unit: plan.root,
    goalRecords: goals,
    months: months.map((each, i) => ({
      month: each,
      days: split.workingDays[i]?.[inGoals] ?? NaN,
      amount: split.amount[i]?.[inGoals] ?? NaN,
    })),
    goal: backcast.goal[at] ?? NaN,
    steps,
    reached,
    perDay: last
      ? { measure: last.measure, money: last.money, value: backcast.perDay[reached]?.[at] ?? NaN }
      : null,
    days: backcast.workingDays[at] ?? NaN,
    reps: plan.reps.map((rep) => {
      const row = backcast.units.indexOf(rep.key);
      return {
        key: rep.key,
        goal: backcast.goal[row] ?? NaN,
        perDay: backcast.perDay[reached]?.[row] ?? NaN,
      };
    }),
    breaks: backcast.breaks,
    provisional: backcast.calendar.provisional,
    history: historyRows(history, plan.root),
  };
}

function chainSteps(
  backcast: BackcastAnswer,
  ratios: RatiosAnswer,
  at: number,
  plan: PlanParts,
): ChainStep[] {
  const isMoney = new Set(
    plan.records.filter(([id, values]) => id !== SETTINGS_ID && values.unit === 'money').map(([id]) => id),
  );
  const inRatios = ratios.units.indexOf(plan.root);
  return backcast.measures.map((measure, i) => {
    // Each required measure is the one before it in the answer divided by the ratio of the step between them.
    const step = ratios.steps.find((each) => each.from === measure) ?? ratios.steps[i];
    return {
      measure,
      from: step?.measure ?? '',
      money: isMoney.has(`measure/${measure}`),
      required: backcast.requirement[i]?.[at] ?? NaN,
      ratio: step?.used[inRatios] ?? NaN,
      raw: step?.raw[inRatios] ?? NaN,
      step: step?.step ?? 'share',
      basis: BASIS[step?.basis[inRatios] ?? 0] ?? 'own',
    };
  });
}

function historyRows(history: HistoryAnswer, unit: string): QuickAnswer['history'] {
  const at = history.units.indexOf(unit);
  return history.months.map((month, m) => ({
    month,
    values: Object.fromEntries(
      history.measures.map((measure, k) => [measure, history.values[k]?.[m]?.[at] ?? NaN]),
    ),
  }));
}
