import type { ActualsAnswer } from '../../model/planning.ts';
import { dayNumber, dayOf, monthOfDay, weekday, type Day, type Month } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';
import { Following } from './following.svelte.ts';

const BACK = 7;

/** One measure of the days around today: this week and the seven days before, out of all months that they touch. */
export class NearDays {
  private readonly parts: readonly Following<{ kind: 'actuals'; month: Month; measure: string }>[];

  /** Nothing that was asked is still to be answered. */
  readonly isKnown: boolean = $derived.by(() => this.months.length >= this.awaited());
  private readonly awaited: () => number;

  constructor(session: PlanSession, measure: () => string | null, cutoffDay: () => number) {
    const months = $derived(nearMonths(session.asOf, cutoffDay()));
    this.awaited = () => (measure() === null ? 0 : months.length);
    this.parts = [0, 1].map(
      (at) =>
        new Following(session, () => {
          const [month, asked] = [months[at], measure()];
          return month === undefined || asked === null ? null : { kind: 'actuals', month, measure: asked };
        }),
    );
  }

  get months(): readonly ActualsAnswer[] {
    return this.parts.flatMap(({ answer }) => answer ?? []);
  }
}

/** At most two: a week and the one before it are shorter than a month. */
export function nearMonths(today: Day, cutoffDay: number): Month[] {
  const at = dayNumber(today);
  const days = [at - BACK, at, at - weekday(today) + BACK];
  return [...new Set(days.map((day) => monthOfDay(dayOf(day), cutoffDay)))];
}
