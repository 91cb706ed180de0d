import { addMonths, dayNumber, dayOf, monthsOf, type Day, type Month } from '../../model/time.ts';
import type { CatchUpSpan } from '../../model/records/actual.ts';
import { quarterOf } from '../calendar/months.ts';
import { mondayOf } from '../calendar/weeks.ts';
import { cumulatedBefore, dueBefore, morningQuota, shareFrom, spanQuota, type Line } from '../track/due.ts';
import type { CatchUp } from './handed-out.ts';
import { keptWhileUnchanged } from './kept.ts';
import { monthTargets, targetsOn, type MonthTargets } from './month-targets.ts';
import type { PlanState } from './plan-state.ts';
import { recordBegins } from './record-begins.ts';
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
  readonly #begun = new Map<number, number>();
  /** The months before this one in its quarter; made when somebody's choice may have moved something from them. */
  #earlier: readonly MonthPace[] | null = null;

  /** `trial`: what would be so if everybody chose this about today's gap, which is the running month's. */
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

  /** The choice about this month's gap in force on a morning: the last one, made since the targets were handed out. */
  choiceOn(rep: number, day: number): CatchUp | null {
    const { plan, asOf, running, org } = this.state;
    if (this.trial && this.month === running && day >= this.today) return { day: asOf, over: this.trial };
    const choice = plan.handedOut.catchUpOn(org.repKeys[rep] ?? '', this.#dates[day] ?? '');
    if (!choice || dayNumber(choice.day) < this.first) return null;
    const handed = this.handedOn(rep, day);
    return handed !== null && handed > choice.day ? null : choice;
  }

  /** The offset that a rep's record begins on within this month; 0 = the whole month counts. */
  begun(rep: number): number {
    const known = this.#begun.get(rep) ?? recordBegins(this, rep);
    this.#begun.set(rep, known);
    return known;
  }

  /** The day that this morning's targets count from, where that is within the month and nothing was handed out. */
  since(rep: number): Day | null {
    const begun = this.begun(rep);
    const asked = (this.sums(rep)[begun] ?? 0) > 0 && this.handedOn(rep, this.today) === null;
    return asked ? (this.#dates[begun] ?? null) : null;
  }

  morning(measure: number, rep: number, day: number): Morning {
    const asked = this.#askedLine(measure, rep, day);
    const choice = this.choiceOn(rep, day);
    const line = choice ? this.#chosenLine(measure, rep, asked, choice) : asked;
    const sums = this.sums(rep);
    const done = this.#doneAt(measure, rep, day);
    const isAsked = day >= line.from && !Number.isNaN(line.target);
    const left = isAsked ? Math.max(0, line.target - done) : NaN;
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
    const due = dueBefore(this.#askedLine(measure, rep, day), day, this.sums(rep));
    return Math.max(0, due - this.#doneAt(measure, rep, day));
  }

  #doneAt(measure: number, rep: number, day: number): number {
    return this.done(measure, rep)?.[day] ?? 0;
  }

  /**
   * What holds on a morning before anything is chosen about this month's gap: what was handed out, else the plan's own
   * target for the days since the record began, with what was moved here from earlier months.
   */
  #askedLine(measure: number, rep: number, day: number): Line {
    const date = this.#dates[day] ?? '';
    const { handedOn, of } = targetsOn(this.state, this.month, this.targets, rep, date);
    const from = handedOn === null ? this.begun(rep) : this.#offsetOf(handedOn);
    const share = handedOn === null ? shareFrom(from, this.sums(rep)) : 1;
    const moved = this.#moved(measure, rep, handedOn);
    return { from, base: this.#doneAt(measure, rep, from), target: of(measure) * share + moved };
  }

  #offsetOf(day: Day | null): number {
    return day === null ? 0 : Math.min(this.length, Math.max(0, dayNumber(day) - this.first));
  }

  #chosenLine(measure: number, rep: number, asked: Line, choice: CatchUp): Line {
    if (choice.over === 'month' || choice.over === 'week') return asked;
    const from = this.#offsetOf(choice.day);
    const gap = this.gap(measure, rep, from);
    const kept = choice.over === 'none' ? 0 : gap * (this.sharesOfQuarter(rep, from).get(this.month) ?? 0);
    return { from, base: this.#doneAt(measure, rep, from), target: asked.target - gap + kept };
  }

  /**
   * This month's shares of gaps that earlier months of the quarter chose to make up over it. What is chosen later about
   * this month's own gap leaves them; a handing out since then holds them already.
   */
  #moved(measure: number, rep: number, handedOn: Day | null): number {
    return this.#monthsBefore().reduce((sum, origin) => {
      const choice = origin.choiceOn(rep, origin.length - 1);
      if (choice?.over !== 'quarter' || (handedOn !== null && handedOn > choice.day)) return sum;
      const from = origin.#offsetOf(choice.day);
      const share = origin.sharesOfQuarter(rep, from).get(this.month) ?? 0;
      return sum + share * origin.gap(measure, rep, from);
    }, 0);
  }

  #monthsBefore(): readonly MonthPace[] {
    const { plan } = this.state;
    if (!this.trial && !plan.handedOut.hasChoices) return [];
    const { from } = quarterOf(this.month, plan.settings.firstMonth);
    const months = from < this.month ? monthsOf({ from, to: addMonths(this.month, -1) }) : [];
    return (this.#earlier ??= months.map((month) => new MonthPace(this.state, month, this.trial)));
  }
}

const kept = keptWhileUnchanged<MonthPace>();

/** The month as it is followed, kept as long as nothing changes. */
export const monthPace = (state: PlanState, month: Month): MonthPace =>
  kept(state, month, () => new MonthPace(state, month));
