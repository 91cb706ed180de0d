import type { BackcastMode } from '../../model/planning.ts';
import type { Month } from '../../model/time.ts';
import { weekParts } from '../calendar/weeks.ts';
import { QuotaSheet, type Quota } from '../chain/quota-sheet.ts';
import { quotaMeasures } from './answers/days.ts';
import { monthChain, type MonthChain } from './month-chain.ts';
import type { PlanState } from './plan-state.ts';

/** The integer quotas of one month, rep by rep. Days are day numbers. */
export class RepQuotas {
  readonly #chain: MonthChain;
  readonly #measures: ReturnType<typeof quotaMeasures>;
  readonly #parts: ReturnType<typeof weekParts>;
  /** Days before this offset are over and get nothing. */
  readonly #over: number;
  readonly #left = new Map<Float64Array, Float64Array>();

  constructor(state: PlanState, month: Month, mode: BackcastMode) {
    this.#chain = monthChain(state, month, mode);
    this.#measures = quotaMeasures(state, this.#chain);
    const { first, length } = this.#chain.month.days;
    this.#parts = weekParts(first, length);
    this.#over = mode === 'toGo' ? state.elapsed(month) : 0;
  }

  get first(): number {
    return this.#chain.month.days.first;
  }
  get last(): number {
    return this.first + this.#chain.month.days.length - 1;
  }
  get measures(): readonly string[] {
    return this.#measures.map(({ measure }) => measure);
  }

  /** The first day from `day` on that a rep works; null = none is left in this month. */
  workingFrom(rep: number, day: number): number | null {
    const weights = this.#chain.month.weights[rep];
    for (let at = Math.max(day, this.first); weights && at <= this.last; at++)
      if ((weights[at - this.first] ?? 0) > 0) return at;
    return null;
  }

  /** The quotas of one rep, in the order of `measures`. */
  of(rep: number): Quota[] {
    const sheet = new QuotaSheet(this.#measures, this.#parts);
    sheet.add(this.#chain.columns.requirement, rep, this.#daysLeft(rep));
    return sheet.quotas();
  }

  /** What a quota asks of the days between two, both included; weeks that have no days count whole. */
  between({ perDay, perWeek }: Quota, from: number, to: number): number {
    let sum = 0;
    if (perDay)
      for (let at = Math.max(from, this.first); at <= Math.min(to, this.last); at++)
        sum += perDay[at - this.first] ?? 0;
    else
      this.#parts.forEach((part, week) => {
        if (this.first + part.to >= from && this.first + part.from <= to) sum += perWeek[week] ?? NaN;
      });
    return sum;
  }

  /** Reps without leave share one array of weights, and so one of the days left. */
  #daysLeft(rep: number): Float64Array {
    const weights = this.#chain.month.weights[rep] ?? new Float64Array(0);
    if (this.#over === 0) return weights;
    const left = this.#left.get(weights) ?? weights.map((weight, at) => (at < this.#over ? 0 : weight));
    this.#left.set(weights, left);
    return left;
  }
}
