import { addMonths, type Month } from '../../model/time.ts';
import { landingShare } from '../lag/landing.ts';
import type { LagCurve } from '../lag/lag-curve.ts';
import type { ChainLags } from './lags.ts';
import { ofReps } from './org.ts';
import type { PlanState } from './plan-state.ts';

/** Nothing that was begun longer ago than this can still land: the longest curve. */
const MOST_MONTHS = 27;

/** The rest of a month: from this day offset on. */
export interface Span {
  readonly month: Month;
  readonly from: number;
}

/**
 * Counts of the base measure by rep, begun before the span, as many as land in it: Σ_past days count_d ·
 * [F(T − d) − F(t − d)] (METHODS 2). A month's count is taken as spread evenly over its working days.
 */
export function underWay(state: PlanState, lags: ChainLags, span: Span): Float64Array {
  const landing = new Float64Array(state.org.reps.length);
  const measure = state.chain.steps[lags.base]!.from;
  for (let back = 0; back < MOST_MONTHS; back++) {
    const month = addMonths(span.month, -back);
    const spill = new Spill(state, lags.curves[lags.base]!, span, month);
    if (spill.isOver) break;
    ofReps(state.org, state.plan.history.column(measure, month), 0).forEach((count, rep) => {
      const part = count > 0 ? count * spill.share(rep) : 0;
      if (part > 0) landing[rep]! += part;
    });
  }
  return landing;
}

/** What one month's work brings into the span. */
class Spill {
  readonly #state: PlanState;
  readonly #curve: LagCurve;
  readonly #span: Span;
  readonly #month: Month;

  constructor(state: PlanState, curve: LagCurve, span: Span, month: Month) {
    this.#state = state;
    this.#curve = curve;
    this.#span = span;
    this.#month = month;
  }

  /** Nobody's work of this month is still under way when the span opens. */
  get isOver(): boolean {
    const reps = this.#state.org.reps.length;
    for (let rep = 0; rep < reps; rep++) if (this.#after(rep).start < this.#curve.length) return false;
    return true;
  }

  /** Share of a rep's work of this month, before the span, that lands within it. */
  share(rep: number): number {
    const weights = this.#state.month(this.#month).weights[rep]!;
    const own = this.#month === this.#span.month;
    const until = own ? this.#span.from : weights.length;
    const { start, end } = this.#after(rep);
    const byEnd = landingShare(this.#curve, { weights, from: 0, until, after: end });
    const before = own ? weights.slice(0, until) : weights;
    return byEnd - landingShare(this.#curve, { weights: before, from: 0, until, after: start });
  }

  /** Working days of a rep from the end of this month to the start of the span, and to its end. */
  #after(rep: number): { start: number; end: number } {
    const { month: target, from } = this.#span;
    if (this.#month === target) return { start: 0, end: 0 };
    let between = 0;
    for (let month = addMonths(this.#month, 1); month < target; month = addMonths(month, 1))
      between += this.#state.month(month).workingDays[rep] ?? 0;
    let [start, end] = [between, between];
    this.#state.month(target).weights[rep]!.forEach((weight, day) => {
      end += weight;
      if (day < from) start += weight;
    });
    return { start, end };
  }
}
