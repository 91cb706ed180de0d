import { DAY_STATES, type ActualsAnswer, type ActualsQuery, type DayState } from '../../../model/planning.ts';
import type { ActualSource } from '../../../model/records/actual.ts';
import type { Unit } from '../../../model/records/unit.ts';
import { dayOf } from '../../../model/time.ts';
import { isoWeek } from '../../calendar/weeks.ts';
import { keptFrom } from '../kept-days.ts';
import { MissingDays } from '../missing-days.ts';
import { monthPace, type MonthPace } from '../month-pace.ts';
import { byUnit, type Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { restQuotas } from '../rest-quotas.ts';

/** One measure of a month, day by day, with the quotas of each morning. */
export function actualsAnswer(state: PlanState, { month, measure }: ActualsQuery): ActualsAnswer {
  const org = state.orgOf(month);
  const pace = monthPace(state, month);
  const days = Array.from({ length: pace.length }, (_, at) => at);
  const table = tableOf(pace, measure);
  const summed = (of: readonly Float64Array[]): Float64Array[] => of.map((column) => byUnit(org, column));
  const { weights: ofReps } = state.month(month);
  const weights = days.map((day) => byRep(org, (rep) => ofReps[rep]?.[day] ?? 0));
  return {
    kind: 'actuals',
    ...{ month, measure },
    units: org.units.map(({ key }) => key),
    days: days.map((at) => ({ day: dayOf(pace.first + at), week: isoWeek(pace.first + at) })),
    values: summed(table.values),
    person: summed(table.person),
    system: summed(table.system),
    quota: summed(quotasOf(pace, pace.targets.measures.indexOf(measure))),
    weights: summed(weights),
    states: days.map((day) => statesOf(pace, day, weights[day]!)),
    ...blanksOf(pace, measure, table.values),
  };
}

/** Which days are missing whole, and which lack this measure. */
function blanksOf(
  { state, first, length, month, today }: MonthPace,
  measure: string,
  values: readonly Float64Array[],
): Pick<ActualsAnswer, 'missing' | 'blank'> {
  const org = state.orgOf(month);
  const found = new MissingDays(state, first, first + Math.max(0, Math.min(length, today)));
  const kept = keptFrom(state, month, measure, found) ?? Infinity;
  const missing = values.map(() => new Uint16Array(org.units.length));
  const blank = values.map(() => new Uint8Array(org.units.length));
  org.reps.forEach((unit, rep) => {
    for (let day = first; day < found.to; day++) {
      const at = day - first;
      if (!Number.isNaN(values[at]![rep])) continue;
      const isMissing = found.has(rep, day);
      if (at >= kept && (isMissing || found.isEntered(rep, day))) blank[at]![unit] = 1;
      if (!isMissing) continue;
      for (let above = unit; above >= 0; above = org.sumsInto[above] ?? -1) missing[at]![above]!++;
    }
  });
  return { missing, blank };
}

const byRep = (org: Org, of: (rep: number) => number): Float64Array => Float64Array.from(org.reps.keys(), of);

function tableOf(
  { state, first, length }: MonthPace,
  measure: string,
): Pick<ActualsAnswer, 'values' | 'person' | 'system'> {
  const { org, plan } = state;
  const days = Array.from({ length }, (_, at) => first + at);
  const bySource = (source: ActualSource): Float64Array[] => {
    const columns = org.repKeys.map((unit) => plan.days.entries(measure, unit)[source]);
    return days.map((day) => Float64Array.from(columns, (entries) => entries.get(day) ?? NaN));
  };
  const counted = org.repKeys.map((unit) => plan.days.column(measure, unit, first, length));
  return {
    values: days.map((_, at) => Float64Array.from(counted, (column) => column?.[at] ?? NaN)),
    person: bySource('person'),
    system: bySource('system'),
  };
}

/** By day, then rep: past quotas of their own mornings, from today on those of this one; NaN = none, or by the week. */
function quotasOf(pace: MonthPace, measure: number): Float64Array[] {
  const { length, today, state } = pace;
  const reps = state.org.reps.length;
  const quotas = Array.from({ length }, () => new Float64Array(reps).fill(NaN));
  if (measure < 0) return quotas;
  for (let rep = 0; rep < reps; rep++) {
    for (let day = 0; day < Math.min(today, length); day++)
      quotas[day]![rep] = dailyOrBlank(pace.quotaOn(measure, rep, day));
    restQuotas(pace, measure, rep)?.forEach((quota, at) => (quotas[today + at]![rep] = quota));
  }
  return quotas;
}

const dailyOrBlank = (quota: number): number => (quota === Infinity ? NaN : quota);

function statesOf({ state, first, month }: MonthPace, day: number, weights: Float64Array): Uint8Array {
  const org = state.orgOf(month);
  const states = new Uint8Array(org.units.length).fill(stateAt('notEmployed'));
  const date = dayOf(first + day);
  const patterns = state.days(month).weights;
  org.reps.forEach((unit, rep) => {
    const works = (patterns[org.patterns[unit] ?? 'five'][day] ?? 0) > 0;
    const own = stateAt(stateOf(org.units[unit]!, date, weights[rep]!, works));
    states[unit] = own;
    for (let at = org.sumsInto[unit] ?? -1; at >= 0; at = org.sumsInto[at] ?? -1)
      states[at] = Math.min(states[at]!, own);
  });
  return states;
}

const stateAt = (state: DayState): number => DAY_STATES.indexOf(state);

function stateOf({ start, end, leave }: Unit, day: string, weight: number, works: boolean): DayState {
  if (weight > 0) return 'work';
  if ((start !== null && day < start) || (end !== null && day > end)) return 'notEmployed';
  return works && leave.some(({ from, to }) => from <= day && day <= to) ? 'leave' : 'off';
}
