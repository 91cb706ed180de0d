import type { DayOff, QuotaMode, TodayAnswer, TodayQuery } from '../../../model/planning.ts';
import type { Unit } from '../../../model/records/unit.ts';
import { addMonths, dayNumber, dayOf, type Month } from '../../../model/time.ts';
import { mondayOf } from '../../calendar/weeks.ts';
import { FollowedQuotas } from '../followed-quotas.ts';
import type { Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { RepQuotas } from '../rep-quotas.ts';

const SUNDAY = 6;

/** Everybody's quotas of today or of their next working day, and what is left of its week. */
export function todayAnswer(state: PlanState, { mode }: TodayQuery): TodayAnswer {
  const org = state.orgOf(state.running);
  const months = new TwoMonths(state, mode);
  const today = dayNumber(state.asOf);
  const firstDays = Array.from(org.reps, (_, rep) => months.workingFrom(rep, today));
  const days = earliest(org, firstDays);
  const columns = months.measures.map(() => ({ quota: blank(org), weekLeft: blank(org) }));
  firstDays.forEach((day, rep) => {
    if (day === null) return;
    const numbers = months.numbers(rep, day);
    for (let at = org.reps[rep] ?? -1; at >= 0; at = org.sumsInto[at] ?? -1)
      numbers.forEach(({ quota, weekLeft }, measure) => {
        const column = columns[measure];
        if (!column || mondayOf(days[at] ?? NaN) !== mondayOf(day)) return;
        addTo(column.weekLeft, at, weekLeft);
        if (days[at] === day) addTo(column.quota, at, quota);
      });
  });
  // A day's sum without the reps who have weekly numbers only would be a part of it.
  columns.forEach(({ quota }) => quota.forEach((value, at) => value === Infinity && (quota[at] = NaN)));
  return {
    kind: 'today',
    units: org.units.map(({ key }) => key),
    measures: months.measures,
    day: days.map((day) => (day === null ? null : dayOf(day))),
    off: reasons(state, firstDays, today),
    quota: columns.map(({ quota }) => quota),
    weekLeft: columns.map(({ weekLeft }) => weekLeft),
  };
}

const blank = (org: Org): Float64Array => new Float64Array(org.units.length).fill(NaN);

function addTo(column: Float64Array, at: number, value: number): void {
  const sum = column[at] ?? NaN;
  if (!Number.isNaN(value)) column[at] = Number.isNaN(sum) ? value : sum + value;
}

const quotasOf = (state: PlanState, month: Month, mode: QuotaMode): RepQuotas =>
  mode === 'followed' ? new FollowedQuotas(state, month) : new RepQuotas(state, month, mode);

/** The running month, and the next one for the days that reach into it. */
class TwoMonths {
  readonly #running: RepQuotas;
  #next: RepQuotas | null = null;

  constructor(
    private readonly state: PlanState,
    private readonly mode: QuotaMode,
  ) {
    this.#running = quotasOf(state, state.running, mode);
  }

  get measures(): readonly string[] {
    return this.#running.measures;
  }

  private get next(): RepQuotas {
    return (this.#next ??= quotasOf(this.state, addMonths(this.state.running, 1), this.mode));
  }

  workingFrom(rep: number, day: number): number | null {
    return this.#running.workingFrom(rep, day) ?? this.next.workingFrom(rep, day);
  }

  /** By measure; a quota of Infinity = by the week only. */
  numbers(rep: number, day: number): { quota: number; weekLeft: number }[] {
    const sunday = mondayOf(day) + SUNDAY;
    const months = [
      ...(day <= this.#running.last ? [this.#running] : []),
      ...(sunday > this.#running.last ? [this.next] : []),
    ].map((month) => ({ month, quotas: month.of(rep) }));
    return this.measures.map((_, measure) => {
      const parts = months.flatMap(({ month, quotas }) => {
        const quota = quotas[measure];
        return quota && Number.isFinite(quota.total) ? [{ month, quota }] : [];
      });
      const weekLeft = parts.map(({ month, quota }) => month.between(quota, day, sunday));
      const own = parts.find(({ month }) => month === months[0]?.month);
      const daily = own?.quota.perDay ? own.month.between(own.quota, day, day) : Infinity;
      return { quota: own ? daily : NaN, weekLeft: parts.length > 0 ? sum(weekLeft) : NaN };
    });
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** By unit: a rep's own day, a team's first one. */
function earliest(org: Org, firstDays: readonly (number | null)[]): (number | null)[] {
  const days = org.units.map((): number | null => null);
  firstDays.forEach((day, rep) => {
    for (let at = org.reps[rep] ?? -1; at >= 0 && day !== null; at = org.sumsInto[at] ?? -1)
      days[at] = Math.min(day, days[at] ?? Infinity);
  });
  return days;
}

/** By unit: why nobody works today. Reps who differ in it simply rest; who is not employed has no say. */
function reasons(
  state: PlanState,
  firstDays: readonly (number | null)[],
  today: number,
): TodayAnswer['off'][number][] {
  const org = state.orgOf(state.running);
  const found = org.units.map(() => new Set<DayOff | null>());
  firstDays.forEach((day, rep) => {
    const unit = org.units[org.reps[rep] ?? -1];
    const reason = day === today || !unit ? null : reasonOf(state, unit, today);
    for (let at = org.reps[rep] ?? -1; at >= 0; at = org.sumsInto[at] ?? -1) found[at]?.add(reason);
  });
  return found.map((all) => {
    if (all.has(null) || all.size === 0) return null;
    if (all.size > 1) all.delete('notEmployed');
    const [only, ...others] = all;
    return others.length > 0 ? 'rest' : (only ?? null);
  });
}

function reasonOf(state: PlanState, unit: Unit, today: number): DayOff {
  const { days } = state.month(state.running);
  const org = state.orgOf(state.running);
  const at = today - days.first;
  const day = dayOf(today);
  if ((unit.start !== null && day < unit.start) || (unit.end !== null && day > unit.end))
    return 'notEmployed';
  const note = days.notes[at];
  if (note === 'holiday' || note === 'company') return note;
  const pattern = org.patterns[org.index.get(unit.key) ?? -1] ?? 'five';
  const away = unit.leave.some(({ from, to }) => from <= day && day <= to);
  return away && (days.weights[pattern][at] ?? 0) > 0 ? 'leave' : 'rest';
}
