import type { DaySpan, ReportAnswer, ReportMeasure, ReportQuery } from '../../../model/planning.ts';
import { dayNumber, dayOf, monthOfDay, type Month } from '../../../model/time.ts';
import { monthPace, type MonthPace } from '../month-pace.ts';
import { placeOf, repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** How far back the last entry is looked for. */
const DAYS_BACK = 31;

/** A unit's reps in a month. */
type RepsIn = (month: Month) => readonly number[];

/** What was done in a day or a week, and what the next one asks. */
export function reportAnswer(state: PlanState, { unit: key, span, next }: ReportQuery): ReportAnswer {
  const unit = placeOf(state.org, key);
  const reps: RepsIn = (month) => (unit === -1 ? [] : repsUnder(state.orgOf(month), unit));
  const { targets } = monthPace(state, monthOf(state, dayNumber(span.to)));
  return {
    kind: 'report',
    ...{ unit: key, span, next },
    measures: targets.measures.map((measure, at): ReportMeasure => {
      const given = targets.given[at] ?? true;
      return { measure, given, ...sums(state, reps, measure, span), next: asked(state, reps, measure, next) };
    }),
    lastEntered: lastEntered(state, reps, targets.measures),
  };
}

const monthOf = (state: PlanState, day: number): string =>
  monthOfDay(dayOf(day), state.plan.settings.cutoffDay);

function* daysOf({ from, to }: DaySpan): Generator<number> {
  for (let day = dayNumber(from); day <= dayNumber(to); day++) yield day;
}

const plus = (sum: number, value: number): number => (Number.isNaN(value) ? sum : (sum || 0) + value);

/** A span across months is the sum of its days in both. */
function sums(
  state: PlanState,
  repsIn: RepsIn,
  measure: string,
  span: DaySpan,
): Pick<ReportMeasure, 'done' | 'due'> {
  let [done, due] = [NaN, NaN];
  const today = dayNumber(state.asOf);
  for (const day of daysOf(span)) {
    const pace = monthPace(state, monthOf(state, day));
    const at = pace.targets.measures.indexOf(measure);
    for (const rep of repsIn(pace.month)) {
      done = plus(done, state.plan.days.value(measure, state.org.repKeys[rep] ?? '', day) ?? NaN);
      if (day < today) due = plus(due, targetOn(pace, at, rep, day) * shareOf(pace, rep, day));
    }
  }
  return { done, due };
}

const targetOn = (pace: MonthPace, measure: number, rep: number, day: number): number =>
  measure < 0 ? NaN : pace.morning(measure, rep, Math.min(pace.length - 1, day - pace.first)).line.target;

/** A day's share of the month's working days. */
function shareOf(pace: MonthPace, rep: number, day: number): number {
  const sums = pace.sums(rep);
  const at = day - pace.first;
  return ((sums[at + 1] ?? 0) - (sums[at] ?? 0)) / (sums.at(-1) || NaN);
}

/** What is still to be done by the month's end, over its days left, for those of the span. */
function asked(state: PlanState, repsIn: RepsIn, measure: string, span: DaySpan): number {
  let sum = NaN;
  for (const day of daysOf(span)) {
    const pace = monthPace(state, monthOf(state, day));
    const at = pace.targets.measures.indexOf(measure);
    if (at < 0) continue;
    for (const rep of repsIn(pace.month)) {
      const sums = pace.sums(rep);
      const left = (sums.at(-1) ?? 0) - (sums[pace.today] ?? 0);
      const own = (sums[day - pace.first + 1] ?? 0) - (sums[day - pace.first] ?? 0);
      const rest = pace.morning(at, rep, Math.min(pace.today, pace.length - 1)).left;
      if (left > 0) sum = plus(sum, (rest * own) / left);
    }
  }
  return sum;
}

function lastEntered(state: PlanState, repsIn: RepsIn, measures: readonly string[]): string | null {
  const today = dayNumber(state.asOf);
  for (let day = today; day > today - DAYS_BACK; day--)
    for (const rep of repsIn(monthOf(state, day)))
      for (const measure of measures)
        if (state.plan.days.value(measure, state.org.repKeys[rep] ?? '', day) !== null) return dayOf(day);
  return null;
}
