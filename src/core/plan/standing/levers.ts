import type { RepLever } from '../../../model/planning.ts';
import type { Month } from '../../../model/time.ts';
import { raised } from '../../levers/raised.ts';
import { outcomeOf } from '../../odds/chain-odds.ts';
import { monthOdds, paceWork, type MonthOdds } from '../odds-of-month.ts';
import type { PlanState } from '../plan-state.ts';

/**
 * By rep the one change that brings most money by the end of the month: a ratio raised by one standard deviation between
 * reps, or, where less is done than planned, as much work a day as planned (at most the proven best); at the usual pace
 * otherwise. All reps are raised at once, each counts its own.
 */
export function repLevers(
  state: PlanState,
  month: Month,
  given: MonthOdds,
  planned: (rep: number) => number,
): (RepLever | null)[] {
  const now = moneyOf(given);
  const best = workLevers(given, now, planned);
  for (const { step, fit } of given.chain.steps) {
    const at = given.chain.steps.findIndex((each) => each.step === step);
    const ratios = new Map<string, number>();
    if (fit)
      given.chain.used[at]?.forEach((used, rep) => {
        const ratio = used > 0 ? raised(used, fit) : null;
        if (ratio !== null) ratios.set(state.org.repKeys[rep]!, ratio);
      });
    if (ratios.size === 0) continue;
    const then = moneyOf(monthOdds(state, month, { measure: step.measure, ratios }));
    state.org.repKeys.forEach((key, rep) => {
      const ratio = ratios.get(key);
      const effect = then[rep]! - now[rep]!;
      if (ratio === undefined || !(effect > (best[rep]?.effect ?? 0))) return;
      const { measure, from, kind } = step;
      best[rep] = { measure, from, step: kind, now: given.chain.used[at]![rep]!, then: ratio, effect };
    });
  }
  return best;
}

/** What the days left bring each rep at the usual pace, on average; NaN = not known. */
function moneyOf(given: MonthOdds, factor = 1): Float64Array {
  return Float64Array.from(given.odds, (odds, rep) => {
    const work = paceOf(given, rep) * factor;
    return odds && work >= 0 ? outcomeOf(odds, work).ER : NaN;
  });
}

const paceOf = (given: MonthOdds, rep: number): number => paceWork(given, given.org.reps[rep]!)(rep);

function workLevers(
  given: MonthOdds,
  now: Float64Array,
  planned: (rep: number) => number,
): (RepLever | null)[] {
  const work = given.chain.steps.at(-1)?.step.from;
  return Array.from(now, (money, rep): RepLever | null => {
    const usual = given.pace.usual[rep]!;
    const then = Math.min(planned(rep), given.pace.best[rep]!);
    const odds = given.odds[rep];
    if (work === undefined || !odds || !(usual > 0 && then > usual)) return null;
    const effect = outcomeOf(odds, (paceOf(given, rep) * then) / usual).ER - money;
    return effect > 0 ? { measure: work, from: null, step: null, now: usual, then, effect } : null;
  });
}
