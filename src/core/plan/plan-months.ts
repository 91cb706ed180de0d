import type { Month } from '../../model/time.ts';
import { monthDays, type CalendarRules, type MonthDays } from '../calendar/month-days.ts';
import type { StatutoryCalendar } from '../calendar/statutory.ts';
import { Cached } from './cached.ts';
import type { Org } from './org.ts';
import type { PlanCopy } from './plan-copy.ts';
import { repMonth, type RepMonth } from './rep-months.ts';

/** A plan's months with their working days, kept until the calendar changes, or who works in them. */
export class PlanMonths {
  #rules = new Cached<CalendarRules>();
  #days = new Cached<Map<Month, MonthDays>>();
  #reps = new Cached<Map<Month, RepMonth>>();

  copy(): PlanMonths {
    const copy = new PlanMonths();
    copy.#rules = this.#rules.copy();
    copy.#days = this.#days.copy();
    copy.#reps = this.#reps.copy();
    return copy;
  }

  /** The same object until the calendar changes. */
  rules({ settings, counts, daysOff: company }: PlanCopy, statutory: StatutoryCalendar): CalendarRules {
    const { cutoffDay, anchorWeek } = settings;
    return this.#rules.get([cutoffDay, anchorWeek, counts.daysOff, statutory], () => ({
      cutoffDay,
      anchorWeek,
      company,
      statutory,
    }));
  }

  /** A month of the calendar, before anybody's employment and leave. */
  days(month: Month, rules: CalendarRules): MonthDays {
    const months = this.#days.get([rules], () => new Map<Month, MonthDays>());
    const made = months.get(month) ?? monthDays(month, rules);
    months.set(month, made);
    return made;
  }

  /** A month with everybody's days in it; `org`: as it was then. */
  reps(month: Month, rules: CalendarRules, { counts }: PlanCopy, present: Org, org: Org): RepMonth {
    const months = this.#reps.get([present, counts.places, rules], () => new Map<Month, RepMonth>());
    const made = months.get(month) ?? repMonth(this.days(month, rules), org);
    months.set(month, made);
    return made;
  }
}
