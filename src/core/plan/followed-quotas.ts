import type { Month } from '../../model/time.ts';
import { weekParts } from '../calendar/weeks.ts';
import type { Quota } from '../chain/quota-sheet.ts';
import { monthPace, type MonthPace } from './month-pace.ts';
import type { PlanState } from './plan-state.ts';
import { RepQuotas } from './rep-quotas.ts';
import { restQuotas } from './rest-quotas.ts';

/**
 * The quotas of one month as they are followed: what was handed out, less what is done. Past days have those of their own
 * mornings, and what comes by the week only has in this week what is left of it.
 */
export class FollowedQuotas extends RepQuotas {
  readonly #pace: MonthPace;
  readonly #weeks: ReturnType<typeof weekParts>;

  constructor(state: PlanState, month: Month) {
    super(state, month, 'goal');
    this.#pace = monthPace(state, month);
    this.#weeks = weekParts(this.#pace.first, this.#pace.length);
  }

  override of(rep: number): Quota[] {
    return this.measures.map((measure) => {
      const at = this.#pace.targets.measures.indexOf(measure);
      const perDay = this.#daily(at, rep);
      if (!perDay) return this.#weekly(measure, at, rep);
      const sum = (from: number, to: number): number =>
        perDay.subarray(from, to + 1).reduce((total, quota) => total + quota, 0);
      const perWeek = this.#weeks.map(({ from, to }) => sum(from, to));
      return { measure, total: sum(0, perDay.length - 1), perDay, perWeek };
    });
  }

  #daily(measure: number, rep: number): Int32Array | null {
    const { today, length } = this.#pace;
    const rest = restQuotas(this.#pace, measure, rep);
    if (!rest && today < length) return null;
    const perDay = new Int32Array(length);
    for (let day = 0; day < Math.min(today, length); day++) {
      const quota = this.#pace.quotaOn(measure, rep, day);
      if (!Number.isFinite(quota)) {
        if (!rest) return null;
        continue;
      }
      perDay[day] = quota;
    }
    rest?.forEach((quota, at) => (perDay[today + at] = quota));
    return perDay;
  }

  #weekly(measure: string, at: number, rep: number): Quota {
    const { today, length } = this.#pace;
    const perWeek = this.#weeks.map(({ from, to }) => {
      // Nothing was asked before the record began.
      const begin = to < today ? Math.max(from, Math.min(to, this.#pace.begun(rep))) : today;
      const morning = this.#pace.morning(at, rep, begin);
      const until = (day: number): number => this.#pace.quotaUntil(at, rep, begin, day, morning);
      return until(Math.min(to + 1, length)) - until(Math.max(from, begin));
    });
    const known = perWeek.filter(Number.isFinite);
    return {
      measure,
      total: known.length > 0 ? known.reduce((total, quota) => total + quota, 0) : NaN,
      perDay: null,
      perWeek,
    };
  }
}
