import { addMonths, dayNumber, dayOf, monthOfDay, monthsOf, type Day, type Month } from '../../model/time.ts';
import type { CatchUpSpan } from '../../model/records/actual.ts';
import { quarterOf } from '../calendar/months.ts';
import { mondayOf } from '../calendar/weeks.ts';
import { cumulatedBefore, dueBefore, morningQuota, spanQuota, type Line } from '../track/due.ts';
import type { CatchUp } from './handed-out.ts';
import { keptWhileUnchanged } from './kept.ts';
import { monthTargets, targetsOn, type MonthTargets } from './month-targets.ts';
import type { PlanState } from './plan-state.ts';
import { doneBefore, type DoneBefore } from './rep-done.ts';

const WEEK = 7;

/** Where a rep stands with one measure on a morning, and what is asked from then on. */
export interface Morning {
  /** The target as it is followed: with what was chosen about the gap. */
  readonly line: Line;
  readonly done: number;
  readonly due: number;
  readonly left: number;
  /** What is to be done first, and up to which offset; the rest comes after it. */
  readonly first: { readonly to: number; readonly left: number };
}

/** One month of every rep as it is followed day by day. Days are offsets in the month, measures and reps indices. */
export class MonthPace {
  readonly targets: MonthTargets;
  readonly first: number;
  readonly length: number;
  /** Offset of today; 0 before the month, its length after it. */
  readonly today: number;
  /** The day of each offset, and the one after the month. */
  readonly #dates: readonly Day[];
  readonly #weights: readonly Float64Array[];
  readonly #sums = new Map<Float64Array, Float64Array>();
  readonly #done = new Map<number, DoneBefore>();
  readonly #earlier = new Map<Month, MonthPace>();

  /** `trial`: what would be so if everybody chose this about today's gap. */
  constructor(
    readonly state: PlanState,
    readonly month: Month,
    private readonly trial: CatchUpSpan | null = null,
  ) {
    const { first, length } = state.days(month);
    this.targets = monthTargets(state, month);
    this.first = first;
    this.length = length;
    this.today = state.elapsed(month);
    this.#weights = state.month(month).weights;
    this.#dates = Array.from({ length: length + 1 }, (_, at) => dayOf(first + at));
  }

  /** A rep's working days before each offset. */
  sums(rep: number): Float64Array {
    const weights = this.#weights[rep] ?? new Float64Array(this.length);
    const known = this.#sums.get(weights) ?? cumulatedBefore(weights);
    this.#sums.set(weights, known);
    return known;
  }

  /** Done before each offset; null = nothing is entered. */
  done(measure: number, rep: number): DoneBefore {
    const key = measure * this.state.org.reps.length + rep;
    const known = this.#done.get(key);
    if (known !== undefined) return known;
    const [name = '', unit = ''] = [this.targets.measures[measure], this.state.org.repKeys[rep]];
    const made = doneBefore(this.state, this.month, name, unit, this.sums(rep));
    this.#done.set(key, made);
    return made;
  }

  /** The day that the targets of a morning were handed out on; null = they are the plan's own. */
  handedOn(rep: number, day: number): Day | null {
    return targetsOn(this.state, this.month, this.targets, rep, this.#dates[day] ?? '').handedOn;
  }

  /** The choice in force on a morning: made since the targets were handed out, and in the same quarter. */
  choiceOn(rep: number, day: number): CatchUp | null {
    const { handedOut, settings } = this.state.plan;
    if (this.trial && day >= this.today) return { day: this.state.asOf, over: this.trial };
    const choice = handedOut.catchUpOn(this.state.org.repKeys[rep] ?? '', this.#dates[day] ?? '');
    if (!choice) return null;
    const handed = this.handedOn(rep, day);
    if (handed !== null && handed > choice.day) return null;
    const { from } = quarterOf(this.month, settings.firstMonth);
    return dayNumber(choice.day) >= this.state.days(from).first ? choice : null;
  }

  morning(measure: number, rep: number, day: number): Morning {
    const handed = this.#handedLine(measure, rep, day);
    const choice = this.choiceOn(rep, day);
    const line = choice ? this.#chosenLine(measure, rep, handed, choice) : handed;
    const sums = this.sums(rep);
    const done = this.#doneAt(measure, rep, day);
    const left = Number.isNaN(line.target) ? NaN : Math.max(0, line.target - done);
    const weekEnd = this.weekEnd(day);
    const isWeek = choice?.over === 'week' && this.weekEnd(this.#offsetOf(choice.day)) === weekEnd;
    const byWeekEnd = Math.min(left, Math.max(0, dueBefore(line, weekEnd, sums) - done));
    return {
      ...{ line, done, left, due: dueBefore(line, day, sums) },
      first: isWeek ? { to: weekEnd, left: byWeekEnd } : { to: this.length, left },
    };
  }

  /** Where a rep stands on a morning, by measure. */
  mornings(rep: number, day: number): Morning[] {
    return this.targets.measures.map((_, measure) => this.morning(measure, rep, day));
  }

  /** The integer quota of one measure on a morning, as `quotas` has it. */
  quotaOn(measure: number, rep: number, day: number): number {
    const parent = this.targets.partOf[measure] ?? -1;
    const above = parent < 0 ? NaN : this.quotaOn(parent, rep, day);
    return this.#quota(measure, rep, day, this.morning(measure, rep, day), above);
  }

  #quota(measure: number, rep: number, day: number, { first }: Morning, above: number): number {
    const { given, isMoney } = this.targets;
    if (!given[measure]) return NaN;
    const own = morningQuota(first.left, day, first.to, this.sums(rep));
    if (isMoney[measure]) return own > 0 ? Infinity : own;
    return Number.isFinite(above) && Number.isFinite(own) ? Math.min(own, above) : own;
  }

  /** Integer quotas of a morning by measure; Infinity = by the week only, 0 on a day off, NaN = no number. */
  quotas(rep: number, day: number, mornings: readonly Morning[]): number[] {
    const { partOf } = this.targets;
    const quotas: number[] = [];
    mornings.forEach((morning, measure) => {
      const above = quotas[partOf[measure] ?? -1] ?? NaN;
      quotas.push(this.#quota(measure, rep, day, morning, above));
    });
    return quotas;
  }

  /** What a morning asks of the days from it up to another offset, left out. */
  quotaUntil(measure: number, rep: number, day: number, to: number, { first, left }: Morning): number {
    if (!this.targets.given[measure]) return NaN;
    const unit = this.targets.isMoney[measure] ? this.state.plan.settings.splitUnit : 1;
    const sums = this.sums(rep);
    const now = spanQuota(first.left / unit, day, Math.min(to, first.to), first.to, sums);
    const later = to > first.to ? spanQuota((left - first.left) / unit, first.to, to, this.length, sums) : 0;
    return unit * (now + later);
  }

  /** The offset after the Sunday of a day's week; the month's length where the week ends later. */
  weekEnd(day: number): number {
    return Math.min(this.length, mondayOf(this.first + day) + WEEK - this.first);
  }

  /** The offset of the Monday of a day's week; 0 where the week begins earlier. */
  weekStart(day: number): number {
    return Math.max(0, mondayOf(this.first + day) - this.first);
  }

  /** Of the working days that are left in the quarter from an offset on, the share of each month from this one on. */
  sharesOfQuarter(rep: number, from: number): ReadonlyMap<Month, number> {
    const sums = this.sums(rep);
    const { to } = quarterOf(this.month, this.state.plan.settings.firstMonth);
    const later = this.month < to ? monthsOf({ from: addMonths(this.month, 1), to }) : [];
    const days = new Map([[this.month, (sums.at(-1) ?? 0) - (sums[from] ?? 0)]]);
    for (const month of later) days.set(month, this.state.month(month).workingDays[rep] ?? 0);
    const whole = [...days.values()].reduce((sum, each) => sum + each, 0);
    return new Map([...days].map(([month, each]) => [month, whole > 0 ? each / whole : 0]));
  }

  /** Due less done on a morning, floor 0, whatever was chosen about it. */
  gap(measure: number, rep: number, day: number): number {
    const due = dueBefore(this.#handedLine(measure, rep, day), day, this.sums(rep));
    return Math.max(0, due - this.#doneAt(measure, rep, day));
  }

  #doneAt(measure: number, rep: number, day: number): number {
    return this.done(measure, rep)?.[day] ?? 0;
  }

  #handedLine(measure: number, rep: number, day: number): Line {
    const date = this.#dates[day] ?? '';
    const holding = targetsOn(this.state, this.month, this.targets, rep, date);
    const from = this.#offsetOf(holding.handedOn);
    return { from, base: this.#doneAt(measure, rep, from), target: holding.of(measure) };
  }

  #offsetOf(day: Day | null): number {
    return day === null ? 0 : Math.min(this.length, Math.max(0, dayNumber(day) - this.first));
  }

  #chosenLine(measure: number, rep: number, handed: Line, choice: CatchUp): Line {
    if (choice.over === 'month' || choice.over === 'week') return handed;
    if (dayNumber(choice.day) < this.first) return this.#withMoved(measure, rep, handed, choice);
    const from = this.#offsetOf(choice.day);
    const gap = this.gap(measure, rep, from);
    const kept = choice.over === 'none' ? 0 : gap * (this.sharesOfQuarter(rep, from).get(this.month) ?? 0);
    return { from, base: this.#doneAt(measure, rep, from), target: handed.target - gap + kept };
  }

  /** The gap of an earlier month that is made up over the quarter: this month's share comes on top. */
  #withMoved(measure: number, rep: number, handed: Line, { day, over }: CatchUp): Line {
    if (over !== 'quarter') return handed;
    const month = monthOfDay(day, this.state.plan.settings.cutoffDay);
    const origin = this.#earlier.get(month) ?? new MonthPace(this.state, month);
    this.#earlier.set(month, origin);
    const from = origin.#offsetOf(day);
    const share = origin.sharesOfQuarter(rep, from).get(this.month) ?? 0;
    return { ...handed, target: handed.target + share * origin.gap(measure, rep, from) };
  }
}

const kept = keptWhileUnchanged<MonthPace>();

/** The month as it is followed, kept as long as nothing changes. */
export const monthPace = (state: PlanState, month: Month): MonthPace =>
  kept(state, month, () => new MonthPace(state, month));
