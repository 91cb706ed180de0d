import { planningMonth } from '../../model/entry/month.ts';
import { SETTINGS_ID } from '../../model/ids.ts';
import type { Month } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';

/** The plan's month that holds today: with a cut-off on the 25th, the 26th is in the next one. */
export function runningMonth(session: Pick<PlanSession, 'get' | 'asOf'>): Month {
  const cutoffDay = session.get(SETTINGS_ID)?.cutoffDay;
  return planningMonth(session.asOf, typeof cutoffDay === 'number' ? cutoffDay : 0);
}
