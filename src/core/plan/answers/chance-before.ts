import type { ChanceBeforeAnswer, ChanceBeforeQuery } from '../../../model/planning.ts';
import { dayNumber, dayOf } from '../../../model/time.ts';
import { keptWhileUnchanged } from '../kept.ts';
import { knownBy } from '../known-by.ts';
import { chanceOf, monthOdds, paceWork } from '../odds-of-month.ts';
import { placeOf } from '../org.ts';
import type { PlanState } from '../plan-state.ts';

const WEEK = 7;

const kept = keptWhileUnchanged<PlanState | null>();

/** The chance of a unit's goal as it was a week ago by the same records, or as the month began. */
export function chanceBeforeAnswer(
  state: PlanState,
  { month, unit: key }: ChanceBeforeQuery,
): ChanceBeforeAnswer {
  const none: ChanceBeforeAnswer = {
    kind: 'chanceBefore',
    month,
    unit: key,
    day: null,
    chance: NaN,
    change: NaN,
  };
  const today = dayNumber(state.asOf);
  const day = dayOf(Math.max(today - WEEK, state.days(month).first));
  const unit = placeOf(state.org, key);
  if (month !== state.running || day >= state.asOf || unit === -1) return none;
  const before = kept(state, day, () => knownBy(state, day));
  const chance = before ? atPace(before, unit) : NaN;
  const change = atPace(state, unit) - chance;
  return Number.isNaN(change) ? none : { ...none, day, chance, change };
}

function atPace(state: PlanState, unit: number): number {
  const given = monthOdds(state, state.running);
  return chanceOf(given, unit, paceWork(given, unit));
}
