import type { BackcastMode, DaysAnswer, DaysQuery } from '../../../model/planning.ts';
import { dayOf, type Month } from '../../../model/time.ts';
import type { MonthDays } from '../../calendar/month-days.ts';
import { personNotes } from '../../calendar/person-days.ts';
import { weekParts } from '../../calendar/weeks.ts';
import { QuotaSheet, type Quota, type QuotaMeasure } from '../../chain/quota-sheet.ts';
import { FollowedQuotas } from '../followed-quotas.ts';
import { monthChain, type MonthChain } from '../month-chain.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

/** Day and week quotas of a month: a rep's own, or the sums of a team's reps. */
export function daysAnswer(state: PlanState, { unit: key, month, mode = 'goal' }: DaysQuery): DaysAnswer {
  const chain = monthChain(state, month, mode === 'toGo' ? 'toGo' : 'goal');
  const { days } = chain.month;
  const unit = state.org.index.get(key) ?? -1;
  const parts = weekParts(days.first, days.length);
  const quotas = mode === 'followed' ? followed(state, month, unit) : shared(state, chain, unit, mode);
  return {
    kind: 'days',
    unit: key,
    month,
    days: dayColumns(state, chain, unit, parts),
    measures: quotas.map((quota) => ({ ...quota, done: doneOf(state, quota.measure, unit, days) })),
    weeks: parts.map(({ week, from, to }) => ({
      week,
      from: dayOf(days.first + from),
      to: dayOf(days.first + to),
    })),
    calendar: state.calendarNote([month]),
  };
}

/** The requirement over the days, or over those that are left. */
function shared(state: PlanState, chain: MonthChain, unit: number, mode: BackcastMode): Quota[] {
  const { days } = chain.month;
  const sheet = new QuotaSheet(quotaMeasures(state, chain), weekParts(days.first, days.length));
  const fromToday = weightsAfter(mode === 'toGo' ? state.elapsed(days.month) : 0);
  for (const rep of unit < 0 ? [] : repsUnder(state.orgOf(days.month), unit)) {
    const weights = chain.month.weights[rep] ?? new Float64Array(days.length);
    sheet.add(chain.columns.requirement, rep, fromToday(weights));
  }
  return sheet.quotas();
}

/** The sums of the reps' own; days only where nobody has a measure by the week. */
function followed(state: PlanState, month: Month, unit: number): Quota[] {
  const quotas = new FollowedQuotas(state, month);
  const ofReps = (unit < 0 ? [] : repsUnder(state.orgOf(month), unit)).map((rep) => quotas.of(rep));
  return quotas.measures.map((measure, at) => {
    const own = ofReps.flatMap((each) => each[at] ?? []).filter(({ total }) => Number.isFinite(total));
    const weeks = ofReps[0]?.[at]?.perWeek ?? [];
    const sum = (of: (quota: Quota) => number | undefined): number =>
      own.length > 0 ? own.reduce((total, quota) => total + (of(quota) ?? 0), 0) : NaN;
    const daily = own.length > 0 && own.every(({ perDay }) => perDay);
    const days = own[0]?.perDay?.length ?? 0;
    return {
      measure,
      total: sum(({ total }) => total),
      perDay: daily
        ? Int32Array.from({ length: days }, (_, day) => sum(({ perDay }) => perDay?.[day]))
        : null,
      perWeek: weeks.map((_, week) => sum(({ perWeek }) => perWeek[week])),
    };
  });
}

function doneOf(
  state: PlanState,
  measure: string,
  unit: number,
  { month, first, length }: MonthDays,
): Float64Array | null {
  const org = state.orgOf(month);
  let done: Float64Array | null = null;
  for (const rep of unit < 0 ? [] : repsUnder(org, unit))
    state.plan.days.column(measure, org.repKeys[rep] ?? '', first, length)?.forEach((value, at) => {
      done ??= new Float64Array(length).fill(NaN);
      if (!Number.isNaN(value)) done[at] = (done[at] || 0) + value;
    });
  return done;
}

/** Takes the days that are over out of weights. Arrays that reps share stay shared: the sheet sums each one once. */
function weightsAfter(over: number): (weights: Float64Array) => Float64Array {
  if (over === 0) return (weights) => weights;
  const cut = new Map<Float64Array, Float64Array>();
  return (weights) => {
    const left = cut.get(weights) ?? weights.map((weight, at) => (at < over ? 0 : weight));
    cut.set(weights, left);
    return left;
  };
}

/** From the result back to the work, as the requirement columns are. */
export const quotaMeasures = (state: PlanState, { steps }: MonthChain): QuotaMeasure[] =>
  steps.map(({ step }, at) => ({
    measure: step.from,
    money: state.plan.measures.get(step.from)?.unit === 'money',
    splitUnit: state.plan.settings.splitUnit,
    // The step out of the measure that this one is won from.
    shareOfNext: steps[at + 1]?.step.kind === 'share',
  }));

/** A rep's own days; a team's are those of its working pattern. */
function dayColumns(
  state: PlanState,
  chain: MonthChain,
  unit: number,
  parts: ReturnType<typeof weekParts>,
): DaysAnswer['days'] {
  const { days } = chain.month;
  const org = state.orgOf(days.month);
  const rep = org.repOf[unit] ?? -1;
  const person = rep < 0 ? undefined : org.units[unit];
  const weights =
    (rep < 0 ? undefined : chain.month.weights[rep]) ?? days.weights[org.patterns[unit] ?? 'five'];
  const notes = person ? personNotes(days, person) : days.notes;
  const weeks = parts.flatMap(({ week, from, to }) => Array.from({ length: to - from + 1 }, () => week));
  return notes.map((note, at) => ({
    day: dayOf(days.first + at),
    weight: weights[at] ?? 0,
    week: weeks[at] ?? 0,
    note,
  }));
}
