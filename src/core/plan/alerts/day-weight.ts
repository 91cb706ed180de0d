import { monthHolding } from '../../calendar/months.ts';
import { keptWhileUnchanged } from '../kept.ts';
import type { PlanState } from '../plan-state.ts';
import type { RepMonth } from '../rep-months.ts';

type Place = readonly [weights: RepMonth['weights'], offset: number];

const keptPlaces = keptWhileUnchanged<Map<number, Place>>();

/** How much of a day a rep works. */
export function weightOn(state: PlanState, rep: number, day: number): number {
  const days = keptPlaces(state, '', () => new Map<number, Place>());
  const place = days.get(day) ?? placeOf(state, day);
  days.set(day, place);
  const [weights, offset] = place;
  return weights[rep]?.[offset] ?? 0;
}

function placeOf(state: PlanState, day: number): Place {
  const { days, weights } = state.month(monthHolding(day, state.plan.settings.cutoffDay));
  return [weights, day - days.first];
}
