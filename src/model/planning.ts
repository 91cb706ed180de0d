import type { Change, RecordChange, RecordEntry } from './diff.ts';
import type { Expression, Quantity, WrittenAs } from './formula.ts';
import type { RepMonthColumns } from './rep-months.ts';
import type { StepKind } from './records/measure.ts';
import type { Day, Month, MonthSpan } from './time.ts';

/*
 * The questions that the page may ask the planner and the answers it gets. Everything here survives structured clone.
 * Money is in minor units, unrounded where it is derived; ratios are doubles (value steps: minor units per count).
 * NaN in a column means "no number" (a broken chain, a ratio of zero, nobody employed): the cell shows why.
 */

export interface Planner {
  /** Replaces the planner's copy of the plan. `asOf` is today. A promise while another country's holidays load. */
  load(records: readonly RecordEntry[], asOf: Day): void | Promise<void>;
  /** Applies shown values to its copy; cheap, incremental. A promise as with `load`. */
  apply(changes: readonly RecordChange[]): void | Promise<void>;
  /** The same for many rep-months at once. */
  applyColumns(columns: RepMonthColumns): void;
  read<Q extends Query>(query: Q): AnswerTo<Q>;
}

export type Query = (
  | BackcastQuery
  | RatiosQuery
  | WhyQuery
  | FormulasQuery
  | DaysQuery
  | TodayQuery
  | GoalsQuery
  | HistoryQuery
  | TeamQuery
  | CalendarQuery
  | PlanMonthsQuery
  | SpreadQuery
  | OverrideEffectQuery
  | LeversQuery
  | OddsQuery
  | OddsCurveQuery
  | LoadQuery
  | ClosingQuery
) & {
  /** Key of the scenario that is supposed; null, or none of that key = the plan as it is. */
  readonly scenario?: string | null;
};

/** From the goal: the whole month's requirement. From to-go: what is still missing, over the days left. */
export type BackcastMode = 'goal' | 'toGo';

export interface BackcastQuery {
  readonly kind: 'backcast';
  readonly month: Month;
  readonly mode: BackcastMode;
}
/** Units in tree order (depth first, siblings by order then name); one entry per unit in every column. */
export interface BackcastAnswer {
  readonly kind: 'backcast';
  readonly month: Month;
  readonly units: readonly string[];
  /** Measures from the result back to the work, revenue left out: pipeline, intents, …, dials. */
  readonly measures: readonly string[];
  readonly goal: Float64Array;
  readonly won: Float64Array;
  readonly toGo: Float64Array;
  readonly inHand: Float64Array;
  /** The requirement of each measure, in the order of `measures`: unrounded, above the reps the sum of what is shown. */
  readonly requirement: readonly Float64Array[];
  /** The requirement of each measure a working day: of the month's days (goal), of the days left (toGo). */
  readonly perDay: readonly Float64Array[];
  /** Working days (summed weights) of a rep; mean over reps for a team. */
  readonly workingDays: Float64Array;
  readonly daysLeft: Float64Array;
  /** Weakest link of the chain: smallest own share of evidence over its steps, 0..1; NaN = assumed only. */
  readonly ownShare: Float64Array;
  /** The blended ratio of the step into each measure and into revenue: keyed by measure; for the header line. */
  readonly blended: { readonly [measure: string]: number };
  /** `${unit} ${measure}` of steps under an override in this month. */
  readonly overridden: readonly string[];
  /** Per unit: why the chain has no number, if so. */
  readonly problems: { readonly [unit: string]: ChainProblem };
  /** The chain is cut between these measures for everybody: Σx exceeds Σn, or the step is unset. */
  readonly breaks: readonly ChainBreak[];
  readonly calendar: CalendarNote;
}
export interface ChainBreak {
  readonly from: string;
  readonly to: string;
  readonly reason: 'exceeds' | 'unset' | 'noData';
}
export interface ChainProblem {
  readonly reason:
    'tooUncertain' | 'tooLate' | 'zeroRatio' | 'noWorkingDays' | 'noDaysLeft' | 'broken' | 'notEmployed';
  readonly measure?: string;
}
export interface CalendarNote {
  readonly country: string;
  /** The statutory days of this year are not yet published: weekends only. */
  readonly provisional: boolean;
}

export interface RatiosQuery {
  readonly kind: 'ratios';
  readonly month: Month;
}
export interface RatiosAnswer {
  readonly kind: 'ratios';
  readonly month: Month;
  readonly units: readonly string[];
  /** One per step, from the result back to the work. */
  readonly steps: readonly StepColumns[];
}
export interface StepColumns {
  /** The measure that the step leads to, and the one that it comes from. */
  readonly measure: string;
  readonly from: string;
  readonly step: StepKind;
  readonly raw: Float64Array;
  /** The record drawn to the team's by its weight, before an override. */
  readonly shrunk: Float64Array;
  readonly used: Float64Array;
  readonly ownShare: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 0 own record, 1 too little data, 2 assumed, 3 override. */
  readonly basis: Uint8Array;
}
export const BASIS = ['own', 'tooLittle', 'assumed', 'override'] as const;
export type Basis = (typeof BASIS)[number];

export interface WhyQuery {
  readonly kind: 'why';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
}
/** The chain of one unit with its reasons, from the goal (first) to the work (last). */
export interface WhyAnswer {
  readonly kind: 'why';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
  readonly goal: { readonly value: number; readonly formula: Expression };
  readonly won: number;
  readonly toGo: { readonly value: number; readonly formula: Expression };
  /** What is aimed at on average, so that the quotas have the plan's confidence; null = the expected quotas. */
  readonly aim: number | null;
  /** What the chain's lag does to the month; null = everything happens on its day. */
  readonly lag: LagNote | null;
  readonly links: readonly ChainLink[];
  readonly perDay: {
    readonly measure: string;
    readonly value: number;
    readonly formula: Expression;
    readonly days: number;
  } | null;
  readonly problem: ChainProblem | null;
  readonly breaks: readonly ChainBreak[];
}
/** Money of a month under a lag, by the used ratios. */
export interface LagNote {
  /** What work of the months before lands in this month, and what this month's lands later. */
  readonly spillIn: number;
  readonly spillOut: number;
  /** What is under way today and lands in the rest of the month; null = the month is still to come. */
  readonly underWay: number | null;
  /** What new work is to win, and how much of it can still land in time if it is begun evenly from now on. */
  readonly missing: number;
  readonly feasible: number | null;
  /** The last day on which each measure is begun so that nine in ten land in the month; null = before the month. */
  readonly latest: readonly { readonly measure: string; readonly day: Day | null }[];
}
export interface ChainLink {
  /** The measure that is needed, … */
  readonly measure: string;
  readonly value: number;
  readonly formula: Expression;
  /** … because the next one is divided by this ratio. */
  readonly ratio: RatioEvidence;
}
export interface RatioEvidence {
  readonly measure: string;
  readonly from: string;
  readonly step: StepKind;
  readonly used: number;
  readonly shrunk: number;
  readonly raw: number;
  readonly basis: Basis;
  /** Own weight 0..1; the rest is the team's. */
  readonly ownShare: number;
  /** Own counts behind it: x of n (value and yield: money of count or money). */
  readonly x: number;
  readonly n: number;
  readonly window: MonthSpan | null;
  /** 10 % and 90 % quantiles of next month's ratio. */
  readonly low: number;
  readonly high: number;
  readonly months: readonly {
    readonly month: Month;
    readonly x: number;
    readonly n: number;
    readonly weight: number;
  }[];
  readonly override: {
    readonly ratio: number;
    readonly from: Month;
    readonly until: Month | null;
    readonly reason: string;
    readonly setOn: Day | null;
  } | null;
  /** The company or team value that thin records are drawn to. */
  readonly team: number;
}

/** The Backcast sheet with the formula of every column: for a workbook that goes on calculating. */
export interface FormulasQuery {
  readonly kind: 'formulas';
  readonly month: Month;
  readonly mode: BackcastMode;
}
/** By unit in tree order; a formula's inputs come before it. */
export interface FormulasAnswer {
  readonly kind: 'formulas';
  readonly month: Month;
  readonly mode: BackcastMode;
  readonly units: readonly string[];
  /** Index of the unit that each one's numbers are summed into; -1 at the top. */
  readonly sumsInto: Int32Array;
  readonly columns: readonly FormulaColumn[];
}
export interface FormulaColumn {
  readonly of: Quantity;
  readonly as: WrittenAs;
  /** Of every rep; its values are some rep's. null = an input. Ratios are no columns: they are asked for as such. */
  readonly formula: Expression | null;
  readonly above: Above;
  /** Reps: carried unrounded. Above: as `above` says. NaN = no number. */
  readonly values: Float64Array;
  /** 1: there is no number here whatever the formula says (nobody employed). */
  readonly cut: Uint8Array;
}
/** What stands above the reps: the sum of theirs, or of theirs as they are shown; the mean of theirs; nothing. */
export type Above = 'sum' | 'sumOfShown' | 'sumOfShownPerDay' | 'mean' | 'nothing';

export interface DaysQuery {
  readonly kind: 'days';
  readonly unit: string;
  readonly month: Month;
  /** goal (default): the whole month's requirement over all its days. toGo: what is still missing over the days left. */
  readonly mode?: BackcastMode;
}
/** Integer quotas of each day that add up exactly to the month. Money and rare measures have weekly quotas only. */
export interface DaysAnswer {
  readonly kind: 'days';
  readonly unit: string;
  readonly month: Month;
  readonly days: readonly {
    readonly day: Day;
    readonly weight: number;
    readonly week: number;
    readonly note: 'holiday' | 'makeUp' | 'leave' | 'company' | null;
  }[];
  readonly measures: readonly {
    readonly measure: string;
    readonly total: number;
    /** Per day; null where the measure has weekly quotas only. */
    readonly perDay: Int32Array | null;
    readonly perWeek: readonly number[];
  }[];
  readonly weeks: readonly { readonly week: number; readonly from: Day; readonly to: Day }[];
  readonly calendar: CalendarNote;
}

export interface TodayQuery {
  readonly kind: 'today';
  readonly mode: BackcastMode;
}
/** Why a unit does not work today. */
export type DayOff = 'rest' | 'holiday' | 'company' | 'leave' | 'notEmployed';
/**
 * Everybody's integer quotas of today. Whoever does not work today has those of the next working day; a team has those
 * of the first day on which one of its reps works, summed over the reps who do. Columns by measure, then by unit.
 */
export interface TodayAnswer {
  readonly kind: 'today';
  readonly units: readonly string[];
  /** From the result back to the work, as in BackcastAnswer. */
  readonly measures: readonly string[];
  /** The day whose quotas these are; null = no working day is left in this month and the next. */
  readonly day: readonly (Day | null)[];
  /** null: somebody of the unit works today. */
  readonly off: readonly (DayOff | null)[];
  /** NaN = no number, or by the week only. */
  readonly quota: readonly Float64Array[];
  /** What is left of the calendar week of that day, the day itself included; by the week only: the week's number. */
  readonly weekLeft: readonly Float64Array[];
}

export interface GoalsQuery {
  readonly kind: 'goals';
  readonly span: MonthSpan;
}
export interface GoalsAnswer {
  readonly kind: 'goals';
  readonly units: readonly string[];
  readonly months: readonly Month[];
  /** Per month and unit: reps their own amount, others the sum of their reps; NaN = nobody has a goal. */
  readonly amount: readonly Float64Array[];
  /** Seasonal share of each month of the span, adding up to 1. */
  readonly seasonShare: readonly number[];
  /** What a month without a weight counts as; null = no month has one. */
  readonly blankWeight: number | null;
  readonly workingDays: readonly Float64Array[];
}

export interface HistoryQuery {
  readonly kind: 'history';
  readonly span: MonthSpan;
}
export interface HistoryAnswer {
  readonly kind: 'history';
  readonly units: readonly string[];
  readonly months: readonly Month[];
  readonly measures: readonly string[];
  /** [measure][month] → one value per unit: own for reps, sums above; NaN = blank. */
  readonly values: readonly (readonly Float64Array[])[];
  /** First and last month with any data; null = none. */
  readonly extent: MonthSpan | null;
  /** Per month the working days of the plan's usual pattern. */
  readonly workingDays: readonly number[];
}

export interface TeamQuery {
  readonly kind: 'team';
  readonly span: MonthSpan;
}
export interface TeamAnswer {
  readonly kind: 'team';
  readonly units: readonly string[];
  readonly months: readonly Month[];
  /** Per month and unit: working days of a rep, summed person-days above. */
  readonly workingDays: readonly Float64Array[];
  readonly heads: Float64Array;
  readonly calendar: CalendarNote;
}

/** How much of a month is still to come: cheap, for what is asked after every edit. */
export interface CalendarQuery {
  readonly kind: 'calendar';
  readonly month: Month;
}
export interface CalendarAnswer {
  readonly kind: 'calendar';
  readonly month: Month;
  /** By the plan's own working pattern, before anybody's employment and leave. */
  readonly daysLeft: number;
  readonly calendar: CalendarNote;
}

/** What the plan's settings make of the months, whoever works in them. */
export interface PlanMonthsQuery {
  readonly kind: 'planMonths';
  readonly span: MonthSpan;
}
export interface PlanMonthsAnswer {
  readonly kind: 'planMonths';
  readonly months: readonly Month[];
  readonly first: readonly Day[];
  readonly last: readonly Day[];
  /** Summed day weights under the plan's own working pattern. */
  readonly workingDays: readonly number[];
  /** The statutory days of the month are not published: weekends only. */
  readonly provisional: readonly boolean[];
  /** Seasonal share of each month of the span, adding up to 1. */
  readonly seasonShare: readonly number[];
}

export type SpreadMethod = 'proportional' | 'equal' | 'season' | 'workingDays';
/** Shares a typed total out over the reps under a unit and the months of a span; changes nothing by itself. */
export interface SpreadQuery {
  readonly kind: 'spread';
  readonly unit: string;
  readonly span: MonthSpan;
  readonly amount: number;
  /** proportional: by present values; equal between reps and seasonal between months where all are blank. */
  readonly method: SpreadMethod;
}
export interface SpreadAnswer {
  readonly kind: 'spread';
  readonly changes: readonly Change[];
}

/** What an override would do, before it is saved. */
export interface OverrideEffectQuery {
  readonly kind: 'overrideEffect';
  readonly unit: string;
  readonly month: Month;
  readonly measure: string;
  readonly ratio: number;
}
export interface OverrideEffectAnswer {
  readonly kind: 'overrideEffect';
  readonly perDayNow: number;
  readonly perDayThen: number;
  readonly perDayByRecord: number;
}

/** Which changes of ratios would help a unit most, each ratio by one of its own standard deviations between reps. */
export interface LeversQuery {
  readonly kind: 'levers';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
}
export interface LeversAnswer {
  readonly kind: 'levers';
  readonly unit: string;
  readonly month: Month;
  /** The measure that is the work; null = no chain. */
  readonly work: string | null;
  /** The same work before and after a change: what is usually done, or where that is not known today's quota. */
  readonly chanceAt: 'pace' | 'quota';
  readonly now: LeverEffect;
  /** At most three, the largest effect first. */
  readonly levers: readonly Lever[];
}
export interface LeverEffect {
  /** Work a working day that the goal takes; NaN = no number. */
  readonly perDay: number;
  /** Chance of the goal, 0..1; NaN = nothing can be said. */
  readonly chance: number;
}
export interface Lever extends LeverEffect {
  /** The step that the ratio belongs to. */
  readonly measure: string;
  readonly from: string;
  readonly step: StepKind;
  /** Above a rep the ratio that the team's plan comes to. */
  readonly ratioNow: number;
  readonly ratioThen: number;
  /** The raised ratio of each rep. */
  readonly ratios: readonly { readonly unit: string; readonly ratio: number }[];
}

/** How likely the goals of a month are to be reached. */
export interface OddsQuery {
  readonly kind: 'odds';
  readonly month: Month;
}
/** Columns by unit in tree order; chances 0..1, NaN where nothing can be said. */
export interface OddsAnswer {
  readonly kind: 'odds';
  readonly month: Month;
  readonly units: readonly string[];
  /** P(attain) if everybody goes on at the usual pace. */
  readonly atPace: Float64Array;
  /** P(attain) if the quota is done. */
  readonly atQuota: Float64Array;
  /** Work a working day: the usual pace, and the proven best; sums above a rep. */
  readonly pace: Float64Array;
  readonly best: Float64Array;
}

/** How likely one unit is to reach its goal of a month, by what it does a day. */
export interface OddsCurveQuery {
  readonly kind: 'oddsCurve';
  readonly unit: string;
  readonly month: Month;
}
export interface OddsCurveAnswer {
  readonly kind: 'oddsCurve';
  readonly unit: string;
  readonly month: Month;
  /** The measure that is the work; null = no chain. */
  readonly work: string | null;
  /** What is left to win, and the working days left for it (a team: the mean of its reps). */
  readonly left: number;
  readonly days: number;
  /** Chances of even steps of work a day from 0 on; empty where nothing can be said. */
  readonly curve: readonly OddsPoint[];
  /** The expected requirement, and the work for fixed chances; a chance that no work reaches is left out. */
  readonly expected: OddsPoint | null;
  readonly confident: readonly OddsPoint[];
  readonly quota: OddsPoint | null;
  readonly pace: OddsPoint | null;
  readonly best: OddsPoint | null;
}
export interface OddsPoint {
  readonly perDay: number;
  readonly chance: number;
}

/** Whether the requirement of a day can be done in a day. */
export interface LoadQuery {
  readonly kind: 'load';
  readonly month: Month;
  readonly mode: BackcastMode;
}
/** Columns by unit in tree order; NaN where nothing is asked for. Above a rep the sums of those who are. */
export interface LoadAnswer {
  readonly kind: 'load';
  readonly month: Month;
  readonly mode: BackcastMode;
  /** The measure that is the work; null = no chain. */
  readonly measure: string | null;
  readonly units: readonly string[];
  /** Minutes a working day: needed, what else has to be done included, and available. */
  readonly needed: Float64Array;
  readonly available: Float64Array;
  /** needed ÷ available; NaN too where there is no working time. */
  readonly share: Float64Array;
  /** Work a working day: needed; the proven best, of those who have one, and the share of it that is needed. */
  readonly work: Float64Array;
  readonly best: Float64Array;
  readonly ofBest: Float64Array;
  /** Reps with a requirement, and how many of them are over their time, their proven best, either. */
  readonly reps: Float64Array;
  readonly overTime: Float64Array;
  readonly overBest: Float64Array;
  readonly over: Float64Array;
}

/** What closes the gap where a unit is over its limit. */
export interface ClosingQuery {
  readonly kind: 'closing';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
  /** What the changes write into the plan: the core knows no words, and draws no keys. */
  readonly words: { readonly quartile: string; readonly head: NewHead };
}
export interface NewHead {
  readonly key: string;
  readonly name: string;
  readonly ramp: string;
}
export interface ClosingAnswer {
  readonly kind: 'closing';
  readonly unit: string;
  readonly month: Month;
  readonly mode: BackcastMode;
  readonly now: LoadResult;
  /** Those that are enough first, among equals the cheapest; none where nobody is over. */
  readonly offers: readonly ClosingOffer[];
}
export interface LoadResult {
  /** Of the unit's reps the highest share of the working time or of the proven best; Infinity = no time at all. */
  readonly highest: number;
  /** Reps over the limit, of those with a requirement. */
  readonly over: number;
  readonly reps: number;
  /** Work a working day, as it is shown. */
  readonly perDay: number;
  /** P(attain) at the usual pace, and if the quota is done; NaN = nothing can be said. */
  readonly atPace: number;
  readonly atQuota: number;
}
export type ClosingOffer = {
  /** What the plan would be changed by, as one step. */
  readonly changes: readonly Change[];
  readonly result: LoadResult;
} & (
  | {
      /** Goals move so that the highest load is as low as it can be; minor units that change hands. */
      readonly kind: 'goal';
      readonly amount: number;
      readonly givers: number;
      readonly takers: number;
    }
  | {
      /** The ratio that brings most, raised to the team's upper quartile at the reps who are over and below it. */
      readonly kind: 'ratio';
      readonly measure: string;
      readonly from: string;
      readonly step: StepKind;
      readonly ratioNow: number;
      readonly ratioThen: number;
      readonly reps: number;
    }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'confidence'; readonly chance: number | null }
  | {
      /** A newcomer who takes this much goal over, and does `ramp` of what others do in the first months. */
      readonly kind: 'head';
      readonly amount: number;
      readonly ramp: number;
      readonly months: number;
    }
);

export type Answer =
  | BackcastAnswer
  | RatiosAnswer
  | WhyAnswer
  | FormulasAnswer
  | DaysAnswer
  | TodayAnswer
  | GoalsAnswer
  | HistoryAnswer
  | TeamAnswer
  | CalendarAnswer
  | PlanMonthsAnswer
  | SpreadAnswer
  | OverrideEffectAnswer
  | LeversAnswer
  | OddsAnswer
  | OddsCurveAnswer
  | LoadAnswer
  | ClosingAnswer;
export type AnswerTo<Q extends Query> = Extract<Answer, { kind: Q['kind'] }>;
