import type { RecordChange, RecordEntry } from './diff.ts';
import type { RecordColumns } from './record-columns.ts';
import type { Day } from './time.ts';
import type { AlertsAnswer, AlertsQuery } from './planning/alerts.ts';
import type { ReorganisingAnswer, ReorganisingQuery } from './planning/reorganising.ts';
import type { ReportAnswer, ReportQuery } from './planning/report.ts';
import type {
  BoardAnswer,
  BoardQuery,
  ChanceBeforeAnswer,
  ChanceBeforeQuery,
  StandingAnswer,
  StandingQuery,
} from './planning/standing.ts';
import type { CarriedAnswer, CarriedQuery } from './planning/carried.ts';
import type { BackcastAnswer, BackcastQuery } from './planning/backcast.ts';
import type {
  CalendarAnswer,
  CalendarQuery,
  PlanMonthsAnswer,
  PlanMonthsQuery,
} from './planning/calendar.ts';
import type { FiguresAnswer, FiguresQuery } from './planning/figures.ts';
import type { DaysAnswer, DaysQuery, TodayAnswer, TodayQuery } from './planning/days.ts';
import type { FormulasAnswer, FormulasQuery } from './planning/formulas.ts';
import type { LeversAnswer, LeversQuery } from './planning/levers.ts';
import type { ClosingAnswer, ClosingQuery, LoadAnswer, LoadQuery } from './planning/load.ts';
import type {
  OddsAnswer,
  OddsCurveAnswer,
  OddsCurveQuery,
  OddsQuery,
  TrackRecordAnswer,
  TrackRecordQuery,
} from './planning/odds.ts';
import type {
  OverrideEffectAnswer,
  OverrideEffectQuery,
  RatiosAnswer,
  RatiosQuery,
} from './planning/ratios.ts';
import type {
  CompareAnswer,
  CompareQuery,
  ReviewAnswer,
  ReviewQuery,
  SinceNotesAnswer,
  SinceNotesQuery,
} from './planning/review.ts';
import type {
  GoalWeeksAnswer,
  GoalWeeksQuery,
  SeasonFromHistoryAnswer,
  SeasonFromHistoryQuery,
} from './planning/season.ts';
import type {
  AgreementAnswer,
  AgreementQuery,
  GoalsAnswer,
  GoalsQuery,
  GoalsSupposedAnswer,
  GoalsSupposedQuery,
  StretchAnswer,
  StretchQuery,
  GoalEditAnswer,
  GoalEditQuery,
  GoalProgressAnswer,
  GoalProgressQuery,
  SpreadChoicesAnswer,
  SpreadChoicesQuery,
  TaskEditAnswer,
  TaskEditQuery,
} from './planning/goals.ts';
import type { HistoryAnswer, HistoryQuery, TeamAnswer, TeamQuery } from './planning/tables.ts';
import type {
  ActualsAnswer,
  ActualsQuery,
  BurnUpAnswer,
  BurnUpQuery,
  CatchUpAnswer,
  CatchUpQuery,
  ForecastAnswer,
  ForecastQuery,
  PaceAnswer,
  PaceQuery,
} from './planning/track.ts';
import type { MissingDaysAnswer, MissingDaysQuery, QualityAnswer, QualityQuery } from './planning/quality.ts';
import type { WhyAnswer, WhyQuery } from './planning/why.ts';

export * from './planning/alerts.ts';
export * from './planning/backcast.ts';
export * from './planning/calendar.ts';
export * from './planning/carried.ts';
export * from './planning/days.ts';
export * from './planning/figures.ts';
export * from './planning/formulas.ts';
export * from './planning/goals.ts';
export * from './planning/levers.ts';
export * from './planning/load.ts';
export * from './planning/odds.ts';
export * from './planning/ratios.ts';
export * from './planning/review.ts';
export * from './planning/reorganising.ts';
export * from './planning/report.ts';
export * from './planning/standing.ts';
export * from './planning/season.ts';
export * from './planning/tables.ts';
export * from './planning/track.ts';
export * from './planning/quality.ts';
export * from './planning/why.ts';

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
  /** The same for many rep-months or rep-days at once. */
  applyColumns(columns: RecordColumns): void;
  read<Q extends Query>(query: Q): AnswerTo<Q>;
}

export type Query = (
  | BackcastQuery
  | CarriedQuery
  | RatiosQuery
  | WhyQuery
  | FormulasQuery
  | DaysQuery
  | TodayQuery
  | GoalsQuery
  | GoalsSupposedQuery
  | GoalWeeksQuery
  | SeasonFromHistoryQuery
  | StretchQuery
  | AgreementQuery
  | TaskEditQuery
  | GoalEditQuery
  | GoalProgressQuery
  | SpreadChoicesQuery
  | HistoryQuery
  | TeamQuery
  | CalendarQuery
  | PlanMonthsQuery
  | OverrideEffectQuery
  | LeversQuery
  | OddsQuery
  | OddsCurveQuery
  | TrackRecordQuery
  | LoadQuery
  | ClosingQuery
  | PaceQuery
  | ActualsQuery
  | CatchUpQuery
  | QualityQuery
  | MissingDaysQuery
  | ForecastQuery
  | BurnUpQuery
  | ReviewQuery
  | CompareQuery
  | SinceNotesQuery
  | AlertsQuery
  | StandingQuery
  | BoardQuery
  | FiguresQuery
  | ChanceBeforeQuery
  | ReorganisingQuery
  | ReportQuery
) & {
  /** Key of the scenario that is supposed; null, or none of that key = the plan as it is. */
  readonly scenario?: string | null;
};

export type Answer =
  | BackcastAnswer
  | CarriedAnswer
  | RatiosAnswer
  | WhyAnswer
  | FormulasAnswer
  | DaysAnswer
  | TodayAnswer
  | GoalsAnswer
  | GoalsSupposedAnswer
  | GoalWeeksAnswer
  | SeasonFromHistoryAnswer
  | StretchAnswer
  | AgreementAnswer
  | TaskEditAnswer
  | ReorganisingAnswer
  | GoalEditAnswer
  | GoalProgressAnswer
  | SpreadChoicesAnswer
  | HistoryAnswer
  | TeamAnswer
  | CalendarAnswer
  | PlanMonthsAnswer
  | OverrideEffectAnswer
  | LeversAnswer
  | OddsAnswer
  | OddsCurveAnswer
  | TrackRecordAnswer
  | LoadAnswer
  | ClosingAnswer
  | PaceAnswer
  | ActualsAnswer
  | CatchUpAnswer
  | QualityAnswer
  | MissingDaysAnswer
  | ForecastAnswer
  | BurnUpAnswer
  | ReviewAnswer
  | CompareAnswer
  | SinceNotesAnswer
  | AlertsAnswer
  | StandingAnswer
  | BoardAnswer
  | FiguresAnswer
  | ChanceBeforeAnswer
  | ReportAnswer;
export type AnswerTo<Q extends Query> = Extract<Answer, { kind: Q['kind'] }>;
