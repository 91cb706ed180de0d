import { t } from '../../i18n/i18n.svelte.ts';
import { recordId, type GoalPlace } from '../../model/ids.ts';
import type { SheetAct } from '../definition.ts';
import { lockOn, sumOver, type GoalsPlan } from './goals-plan.ts';
import { monthsOf } from '../../model/time.ts';

export const LOCK_KEYS = 'Alt L';

/** What the menu of the season weights offers. */
export const seasonAct = (): SheetAct => ({
  ...{ label: t().goals.fromHistory.act, changes: [] },
  opens: { kind: 'season' },
});

/** What the menu of a goal offers: to lock it, or to take its lock away. */
export function goalActs(plan: GoalsPlan, place: GoalPlace | null): SheetAct[] {
  const unit = place && plan.context.units.find(({ key }) => key === place.unit);
  if (!place || !unit) return [];
  const words = t().goals;
  if (lockOn(plan, place))
    return [
      { label: words.unlock, keys: LOCK_KEYS, code: 'lock', changes: [{ remove: recordId.lock(place) }] },
    ];
  const amount = sumOver(plan, unit, place.segment, monthsOf(place.span), plan.answer);
  if (!Number.isFinite(amount)) return [];
  return [{ label: words.lock, keys: LOCK_KEYS, changes: [], opens: { kind: 'lock', place, amount } }];
}
