import type { SeasonFromHistoryAnswer, SeasonFromHistoryQuery } from '../../../model/planning.ts';
import { addMonths, monthsOf, type Month } from '../../../model/time.ts';
import { seasonFromHistory, type SeasonYear } from '../../goals/season-from-history.ts';
import type { PlanState } from '../plan-state.ts';

/** How far back a season is looked for. */
const YEARS = 10;

/** What the complete years of the history say of the months of a planning year. */
export function seasonAnswer(state: PlanState, { span }: SeasonFromHistoryQuery): SeasonFromHistoryAnswer {
  const months = monthsOf(span);
  const days = months.map((month) => daysOf(state, month));
  const years = new Map<string, SeasonYear>();
  for (let back = YEARS; back > 0; back--) {
    const then = months.map((month) => addMonths(month, -12 * back));
    const won = then.map((month) => wonIn(state, month));
    if (won.every((amount) => amount !== null))
      years.set((then[0] ?? '').slice(0, 4), { won, days: then.map((month) => daysOf(state, month)) });
  }
  return {
    kind: 'seasonFromHistory',
    months,
    weights: seasonFromHistory([...years.values()], days),
    years: months.map(() => years.size),
    complete: [...years.keys()],
    days,
  };
}

/** What everybody won in a month that is over; null = nothing is known of it. */
function wonIn({ plan, chain, running }: PlanState, month: Month): number | null {
  if (month >= running) return null;
  const column = plan.history.column(chain.result, month);
  let sum = 0;
  for (const amount of column.values()) sum += amount;
  return column.size > 0 && sum >= 0 ? sum : null;
}

/** By the plan's own working week: leave and late starts are a person's own matter. */
const daysOf = (state: PlanState, month: Month): number =>
  state.month(month).days.weights[state.plan.settings.pattern].reduce((sum, weight) => sum + weight, 0);
