import type { DaysAnswer } from '../../model/planning.ts';
import { capByParent, cumulated, roundCumulated } from './quotas.ts';

/** The quotas of one measure, as DaysAnswer has them. */
export type Quota = Omit<DaysAnswer['measures'][number], 'done'>;

/** A measure as quotas see it. Measures come from the result back to the work. */
export interface QuotaMeasure {
  readonly measure: string;
  readonly money: boolean;
  /** Money quotas are multiples of this many minor units. */
  readonly splitUnit: number;
  /** A subset of the next measure in the list: never more of it on a day than of that one. */
  readonly shareOfNext: boolean;
}

interface WeekPart {
  readonly from: number;
  readonly to: number;
}

interface Sums {
  total: number;
  /** Some rep has the measure by the week only, so that days would not add up to the month. */
  weekly: boolean;
  any: boolean;
  readonly days: Int32Array;
  /** Of reps and measures with weekly quotas only. */
  readonly weeks: Float64Array;
}

interface Buffers {
  readonly days: Int32Array;
  readonly weeks: Int32Array;
}

/** What one rep was given. `days` null = by the week only; else `weeks` waits to be summed from the days. */
interface Quotas {
  readonly total: number;
  readonly days: Int32Array | null;
  readonly weeks: Int32Array;
}

/** One rep's month: its working days only, their weights summed up to each day and to each end of a week. */
interface Cumulated {
  /** Offset in the month of each working day. */
  readonly at: Int32Array;
  readonly days: Float64Array;
  readonly weeks: Float64Array;
  /** How many working days there are up to the end of each week. */
  readonly weekEnds: readonly number[];
  readonly whole: number;
  /** The smallest weight of a working day. */
  readonly least: number;
}

/** A requirement beyond this is no number to hand out (and no 32-bit integer). */
const MOST = 2 ** 31;

/** Fewer than this a working day: a weekly quota only. */
const DAILY_FROM = 1;

/**
 * Integer quotas of one month, summed over the reps that are added. Each rep's days add up to its month; weeks are
 * sums of days, or, for money and measures of less than one a day, rounded by the week.
 */
export class QuotaSheet {
  readonly #measures: readonly QuotaMeasure[];
  readonly #parts: readonly WeekPart[];
  readonly #sums: readonly Sums[];
  /** One for a measure and one for the measure it is a share of, in turns. */
  readonly #buffers: readonly [Buffers, Buffers];
  readonly #money: Float64Array;
  readonly #cumulated = new Map<Float64Array, Cumulated>();

  constructor(measures: readonly QuotaMeasure[], parts: readonly WeekPart[]) {
    const days = (parts.at(-1)?.to ?? -1) + 1;
    this.#measures = measures;
    this.#parts = parts;
    this.#sums = measures.map(() => ({
      ...{ total: 0, weekly: false, any: false },
      days: new Int32Array(days),
      weeks: new Float64Array(parts.length),
    }));
    const buffers = (): Buffers => ({ days: new Int32Array(days), weeks: new Int32Array(parts.length) });
    this.#buffers = [buffers(), buffers()];
    this.#money = new Float64Array(parts.length);
  }

  /** Adds one rep: its requirement of each measure (columns by rep, NaN = no number) and the weights of its days. */
  add(requirement: readonly Float64Array[], rep: number, weights: Float64Array): void {
    const sums = this.#cumulatedOf(weights);
    if (!(sums.whole > 0)) return;
    let parent: Quotas | null = null;
    // From the work forward, so that each measure meets the quotas of the one it is a share of.
    for (let at = this.#measures.length - 1; at >= 0; at--) {
      const measure = this.#measures[at] as QuotaMeasure;
      const total = requirement[at]?.[rep] ?? NaN;
      if (!(measure.money ? Number.isFinite(total) : total < MOST)) parent = null;
      else if (measure.money) parent = this.#addMoney(at, total, sums.weeks, measure.splitUnit);
      else parent = this.#addCount(at, total, sums, measure.shareOfNext ? parent : null);
    }
  }

  #addCount(at: number, total: number, sums: Cumulated, parent: Quotas | null): Quotas {
    const own = this.#sums[at] as Sums;
    const { days, weeks } = this.#buffers[at % 2] as Buffers;
    own.any = true;
    own.total += Math.floor(total + 0.5);
    if (total / sums.whole < DAILY_FROM) {
      roundCumulated(total, sums.weeks, weeks);
      if (parent) capByParent(weeks, weeksOf(parent, sums), total, sums.weeks);
      own.weekly = true;
      addWeeks(own, weeks);
      return { total, days: null, weeks };
    }
    roundCumulated(total, sums.days, days);
    if (parent?.days && mayExceed(total, parent.total, sums))
      capByParent(days, parent.days, total, sums.days);
    addDays(own, days, sums.at);
    return { total, days, weeks };
  }

  #addMoney(at: number, total: number, weeks: Float64Array, splitUnit: number): null {
    const sums = this.#sums[at] as Sums;
    const quotas = this.#money;
    roundCumulated(total / splitUnit, weeks, quotas);
    sums.any = sums.weekly = true;
    sums.total += Math.floor(total / splitUnit + 0.5) * splitUnit;
    for (let week = 0; week < weeks.length; week++)
      sums.weeks[week] = (sums.weeks[week] ?? 0) + (quotas[week] ?? 0) * splitUnit;
    return null;
  }

  #cumulatedOf(weights: Float64Array): Cumulated {
    const known = this.#cumulated.get(weights);
    if (known) return known;
    const at = Int32Array.from(weights.keys()).filter((day) => (weights[day] ?? 0) > 0);
    const days = cumulated(Float64Array.from(at, (day) => weights[day] ?? 0));
    const weekEnds = this.#parts.map(({ to }) => at.filter((day) => day <= to).length);
    const weeks = Float64Array.from(weekEnds, (end) => days[end - 1] ?? 0);
    const whole = days[days.length - 1] ?? 0;
    const least = Math.min(...Array.from(at, (day) => weights[day] ?? 0));
    const made = { at, days, weeks, weekEnds, whole, least };
    this.#cumulated.set(weights, made);
    return made;
  }

  /** Ends the sheet. NaN and no days where nobody has a number. */
  quotas(): Quota[] {
    return this.#measures.map(({ measure }, at) => {
      const { any, total, weekly, days, weeks } = this.#sums[at] as Sums;
      this.#parts.forEach(({ from, to }, week) => {
        for (let day = from; day <= to; day++) weeks[week] = (weeks[week] ?? 0) + (days[day] ?? 0);
      });
      return {
        measure,
        total: any ? total : NaN,
        perDay: any && !weekly ? days : null,
        perWeek: any ? [...weeks] : Array.from(weeks, () => NaN),
      };
    });
  }
}

/** A quota is within 1 of its fair share: where shares are 2 apart on every day, none can exceed its parent. */
const mayExceed = (total: number, parent: number, { whole, least }: Cumulated): boolean =>
  ((parent - total) * least) / whole < 2;

function weeksOf({ days, weeks }: Quotas, { weekEnds }: Cumulated): Int32Array {
  if (days === null) return weeks;
  let day = 0;
  weekEnds.forEach((end, week) => {
    weeks[week] = 0;
    for (; day < end; day++) weeks[week] = (weeks[week] ?? 0) + (days[day] ?? 0);
  });
  return weeks;
}

function addWeeks(sums: Sums, weeks: Int32Array): void {
  const into = sums.weeks;
  for (let week = 0; week < into.length; week++) into[week] = (into[week] ?? 0) + (weeks[week] ?? 0);
}

function addDays(sums: Sums, days: Int32Array, at: Int32Array): void {
  const into = sums.days;
  for (let day = 0; day < at.length; day++) {
    const offset = at[day] ?? 0;
    into[offset] = (into[offset] ?? 0) + (days[day] ?? 0);
  }
}
