import type { PaceAnswer, PaceQuery } from '../../../model/planning.ts';
import type { CatchUpSpan } from '../../../model/records/actual.ts';
import type { Day } from '../../../model/time.ts';
import { monthPace, type MonthPace } from '../month-pace.ts';
import { byUnit, repsUnder, type Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { meanOfEmployed } from './backcast.ts';

const COLUMNS = [
  'target',
  'done',
  'today',
  'due',
  'quota',
  'weekDone',
  'weekQuota',
  'perDay',
  'needed',
] as const;
type Columns = Record<(typeof COLUMNS)[number], Float64Array[]>;

/** Where everybody stands against what was handed out, as of this morning. */
export function paceAnswer(state: PlanState, { month }: PaceQuery): PaceAnswer {
  const org = state.orgOf(month);
  const pace = monthPace(state, month);
  const { measures, given } = pace.targets;
  const columns = columnsOf(pace);
  const summed = (of: readonly Float64Array[]): Float64Array[] => of.map((column) => byUnit(org, column));
  const repMonth = state.month(month);
  const over = ofReps(pace, (rep) => pace.sums(rep)[pace.today] ?? 0);
  const left = ofReps(pace, (rep) => (pace.sums(rep).at(-1) ?? 0) - (over[rep] ?? 0));
  return {
    kind: 'pace',
    month,
    units: org.units.map(({ key }) => key),
    ...{ measures, given },
    handedOn: agreed<Day>(org, (rep) => pace.handedOn(rep, pace.today)),
    since: agreed<Day>(org, (rep) => pace.since(rep)),
    catchUp: agreed<CatchUpSpan>(org, (rep) => pace.choiceOn(rep, pace.today)?.over ?? 'month'),
    target: summed(columns.target),
    done: summed(columns.done),
    today: summed(columns.today),
    due: summed(columns.due),
    quota: summed(columns.quota),
    weekDone: summed(columns.weekDone),
    weekQuota: summed(columns.weekQuota),
    perDay: summed(columns.perDay),
    needed: summed(columns.needed),
    workingDays: meanOfEmployed(org, repMonth, repMonth.workingDays),
    daysOver: meanOfEmployed(org, repMonth, over),
    daysLeft: meanOfEmployed(org, repMonth, left),
    todayWeight: largest(org, (rep) => repMonth.weights[rep]?.[pace.today] ?? 0),
  };
}

const ofReps = (pace: MonthPace, of: (rep: number) => number): Float64Array =>
  Float64Array.from(pace.state.org.reps.keys(), of);

function columnsOf(pace: MonthPace): Columns {
  const reps = pace.state.org.reps.length;
  const { measures, needed } = pace.targets;
  const blank = (): Float64Array[] => measures.map(() => new Float64Array(reps).fill(NaN));
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, blank()])) as Columns;
  for (let rep = 0; rep < reps; rep++) {
    const mornings = pace.mornings(rep, pace.today);
    const quotas = pace.quotas(rep, pace.today, mornings);
    mornings.forEach((morning, at) => {
      const entered = pace.done(at, rep);
      const put = (name: keyof Columns, value: number): number => (columns[name][at]![rep] = value);
      put('target', morning.line.target);
      put('done', entered?.[pace.today] ?? NaN);
      put('today', todayOf(pace, at, rep));
      put('due', morning.due);
      put('quota', quotas[at] ?? NaN);
      put('weekDone', (entered?.[pace.today] ?? NaN) - (entered?.[pace.weekStart(pace.today)] ?? NaN));
      put('weekQuota', pace.quotaUntil(at, rep, pace.today, pace.weekEnd(pace.today), morning));
      put('perDay', perDayOf(pace, rep, morning.first));
      put('needed', needed[at]?.[rep] ?? NaN);
    });
  }
  return columns;
}

/** Entered for today; a month without days has no number of its own for it. */
function todayOf({ state, targets, first, today, length }: MonthPace, measure: number, rep: number): number {
  if (today >= length) return NaN;
  const day = first + today;
  return state.plan.days.value(targets.measures[measure] ?? '', state.org.repKeys[rep] ?? '', day) ?? NaN;
}

function perDayOf(
  pace: MonthPace,
  rep: number,
  first: { readonly to: number; readonly left: number },
): number {
  const sums = pace.sums(rep);
  const days = (sums[first.to] ?? 0) - (sums[pace.today] ?? 0);
  return days > 0 ? first.left / days : NaN;
}

/** By unit what its reps agree on; null = they differ, or there are none. */
function agreed<T>(org: Org, of: (rep: number) => T | null): (T | null)[] {
  return org.units.map((_, unit) => {
    const all = new Set(repsUnder(org, unit).map(of));
    return all.size === 1 ? ([...all][0] ?? null) : null;
  });
}

function largest(org: Org, of: (rep: number) => number): Float64Array {
  const column = new Float64Array(org.units.length);
  org.reps.forEach((unit, rep) => {
    for (let at = unit; at >= 0; at = org.sumsInto[at] ?? -1) column[at] = Math.max(column[at] ?? 0, of(rep));
  });
  return column;
}
