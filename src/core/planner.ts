import type { RecordChange, RecordEntry } from '../model/diff.ts';
import type {
  Answer,
  AnswerTo,
  GoalEditAnswer,
  GoalEditQuery,
  Planner,
  Query,
  SpreadChoicesAnswer,
  SpreadChoicesQuery,
} from '../model/planning.ts';
import { defaultSettings } from '../model/records/settings.ts';
import type { RecordColumns } from '../model/record-columns.ts';
import type { Day } from '../model/time.ts';
import { statutoryCalendar, weekendsOnly, type StatutoryCalendar } from './calendar/statutory.ts';
import type { InSteps } from './in-steps.ts';
import { actualsAnswer } from './plan/answers/actuals.ts';
import { agreementAnswer } from './plan/answers/agreement.ts';
import { alertsAnswer } from './plan/answers/alerts.ts';
import { backcastAnswer } from './plan/answers/backcast.ts';
import { burnUpAnswer } from './plan/answers/burn-up.ts';
import { calendarAnswer } from './plan/answers/calendar.ts';
import { carriedAnswer } from './plan/answers/carried.ts';
import { catchUpAnswer } from './plan/answers/catch-up.ts';
import { closingAnswer } from './plan/answers/closing.ts';
import { compareAnswer } from './plan/answers/compare.ts';
import { daysAnswer } from './plan/answers/days.ts';
import { chanceBeforeAnswer } from './plan/answers/chance-before.ts';
import { figuresAnswer } from './plan/answers/figures.ts';
import { forecastAnswer } from './plan/answers/forecast.ts';
import { formulasAnswer } from './plan/answers/formulas.ts';
import { reorganisingAnswer } from './plan/answers/reorganising.ts';
import { reportAnswer } from './plan/answers/report.ts';
import { boardAnswer } from './plan/answers/board.ts';
import { standingAnswer } from './plan/answers/standing.ts';
import { goalEditAnswer, goalEditInSteps } from './plan/answers/goal-edit.ts';
import { spreadChoicesAnswer, spreadChoicesInSteps } from './plan/answers/spread-choices.ts';
import { goalsSupposedAnswer } from './plan/answers/goals-supposed.ts';
import { goalWeeksAnswer } from './plan/answers/goal-weeks.ts';
import { goalsAnswer } from './plan/answers/goals.ts';
import { historyAnswer } from './plan/answers/history.ts';
import { leversAnswer } from './plan/answers/levers.ts';
import { loadAnswer } from './plan/answers/load.ts';
import { oddsCurveAnswer } from './plan/answers/odds-curve.ts';
import { oddsAnswer } from './plan/answers/odds.ts';
import { overrideEffectAnswer } from './plan/answers/override-effect.ts';
import { missingDaysAnswer } from './plan/answers/missing-days.ts';
import { paceAnswer } from './plan/answers/pace.ts';
import { qualityAnswer } from './plan/answers/quality.ts';
import { ratiosAnswer } from './plan/answers/ratios.ts';
import { reviewAnswer } from './plan/answers/review.ts';
import { sinceNotesAnswer } from './plan/answers/since-notes.ts';
import { stretchAnswer } from './plan/answers/stretch.ts';
import { seasonAnswer } from './plan/answers/season.ts';
import { taskEditAnswer } from './plan/answers/task-edit.ts';
import { teamAnswer } from './plan/answers/team.ts';
import { todayAnswer } from './plan/answers/today.ts';
import { planMonthsAnswer } from './plan/answers/plan-months.ts';
import { trackRecordAnswer } from './plan/answers/track-record.ts';
import { whyAnswer } from './plan/answers/why.ts';
import { PlanState } from './plan/plan-state.ts';
import { Scenarios } from './plan/scenarios.ts';
import { fitStep } from './ratios/fit-step.ts';

/** What may take seconds can be asked in steps, and left between them. */
export interface SteppingPlanner extends Planner {
  goalEditInSteps(query: Query & GoalEditQuery): InSteps<GoalEditAnswer>;
  spreadChoicesInSteps(query: Query & SpreadChoicesQuery): InSteps<SpreadChoicesAnswer>;
}

/**
 * The planner: its own copy of a plan, kept up by `apply`, and an answer to every question of model/planning.ts.
 * `load` and `apply` return a promise only while the holidays of another country are fetched; until it is kept,
 * answers know weekends only. Answers hold fresh arrays that the caller may keep or transfer.
 */
export const createPlanner = (): Planner => createSteppingPlanner();

/** The same, for who can do other things meanwhile. */
export function createSteppingPlanner(): SteppingPlanner {
  let state = new PlanState([], '1970-01-01', weekendsOnly(defaultSettings.country), fitStep);
  let scenarios = new Scenarios([], state);

  function refreshCalendar(): void | Promise<void> {
    const { country } = state.plan.settings;
    if (state.statutory.country === country) return;
    const calendar = statutoryCalendar(country);
    if (!(calendar instanceof Promise)) {
      state.statutory = calendar;
      return;
    }
    const loaded = state;
    loaded.statutory = weekendsOnly(country);
    return calendar.then((known: StatutoryCalendar) => {
      if (loaded.plan.settings.country === country) loaded.statutory = known;
    });
  }

  return {
    load(records: readonly RecordEntry[], asOf: Day) {
      state = new PlanState(records, asOf, weekendsOnly(''), fitStep);
      scenarios = new Scenarios(records, state);
      return refreshCalendar();
    },
    apply(changes: readonly RecordChange[]) {
      state.apply(changes);
      scenarios.apply(changes);
      return refreshCalendar();
    },
    applyColumns: (columns: RecordColumns) => state.applyColumns(columns),
    read: <Q extends Query>(query: Q) => answer(scenarios.state(query.scenario), query) as AnswerTo<Q>,
    goalEditInSteps: (query) => goalEditInSteps(scenarios.state(query.scenario), query),
    spreadChoicesInSteps: (query) => spreadChoicesInSteps(scenarios.state(query.scenario), query),
  };
}

function answer(state: PlanState, query: Query): Answer {
  switch (query.kind) {
    case 'backcast':
      return backcastAnswer(state, query);
    case 'carried':
      return carriedAnswer(state, query);
    case 'ratios':
      return ratiosAnswer(state, query);
    case 'why':
      return whyAnswer(state, query);
    case 'formulas':
      return formulasAnswer(state, query);
    case 'days':
      return daysAnswer(state, query);
    case 'today':
      return todayAnswer(state, query);
    case 'goals':
      return goalsAnswer(state, query);
    // Only who works in turns can be asked meanwhile.
    case 'goalProgress':
      return { kind: 'goalProgress', share: null };
    case 'goalEdit':
      return goalEditAnswer(state, query);
    case 'spreadChoices':
      return spreadChoicesAnswer(state, query);
    case 'goalsSupposed':
      return goalsSupposedAnswer(state, query);
    case 'stretch':
      return stretchAnswer(state, query);
    case 'agreement':
      return agreementAnswer(state, query);
    case 'taskEdit':
      return taskEditAnswer(state, query);
    case 'goalWeeks':
      return goalWeeksAnswer(state, query);
    case 'seasonFromHistory':
      return seasonAnswer(state, query);
    case 'history':
      return historyAnswer(state, query);
    case 'team':
      return teamAnswer(state, query);
    case 'calendar':
      return calendarAnswer(state, query);
    case 'planMonths':
      return planMonthsAnswer(state, query);
    case 'levers':
      return leversAnswer(state, query);
    case 'odds':
      return oddsAnswer(state, query);
    case 'trackRecord':
      return trackRecordAnswer(state, query);
    case 'oddsCurve':
      return oddsCurveAnswer(state, query);
    case 'load':
      return loadAnswer(state, query);
    case 'closing':
      return closingAnswer(state, query);
    case 'review':
      return reviewAnswer(state, query);
    case 'compare':
      return compareAnswer(state, query);
    case 'sinceNotes':
      return sinceNotesAnswer(state, query);
    case 'standing':
      return standingAnswer(state, query);
    case 'reorganising':
      return reorganisingAnswer(state, query);
    case 'report':
      return reportAnswer(state, query);
    case 'board':
      return boardAnswer(state, query);
    case 'figures':
      return figuresAnswer(state, query);
    case 'chanceBefore':
      return chanceBeforeAnswer(state, query);
    case 'alerts':
      return alertsAnswer(state, query);
    case 'overrideEffect':
      return overrideEffectAnswer(state, query);
    case 'pace':
      return paceAnswer(state, query);
    case 'actuals':
      return actualsAnswer(state, query);
    case 'quality':
      return qualityAnswer(state, query);
    case 'missingDays':
      return missingDaysAnswer(state, query);
    case 'catchUp':
      return catchUpAnswer(state, query);
    case 'forecast':
      return forecastAnswer(state, query);
    case 'burnUp':
      return burnUpAnswer(state, query);
  }
}
