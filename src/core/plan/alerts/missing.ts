import type { MissingAlert } from '../../../model/planning.ts';
import { dayNumber, dayOf } from '../../../model/time.ts';
import type { PlanState } from '../plan-state.ts';
import { weightOn } from './work-drops.ts';

/** How far back blanks are still worth filling in. */
const DAYS_BACK = 14;
/** Who has not entered so many working days in that time does not keep days. */
const USUAL_SHARE = 0.5;

/** Working days before today on which a rep who usually enters the days has entered nothing at all. */
export function missing(state: PlanState): MissingAlert[] {
  const { org, plan } = state;
  if (plan.days.isEmpty) return [];
  const measures = [...plan.measures.keys()].filter((measure) => plan.days.has(measure));
  const today = dayNumber(state.asOf);
  return org.repKeys.flatMap((unit, rep) => {
    const blanks: number[] = [];
    let working = 0;
    for (let day = today - DAYS_BACK; day < today; day++) {
      if (!(weightOn(state, rep, day) > 0)) continue;
      working++;
      if (measures.every((measure) => plan.days.value(measure, unit, day) === null)) blanks.push(day);
    }
    if (blanks.length === 0 || working - blanks.length < working * USUAL_SHARE) return [];
    const days = blanks.map(dayOf);
    const signature = `missing.${unit}.${days.at(-1) ?? ''}`;
    return [{ rule: 'missing', severity: 'hint', signature, unit, days }];
  });
}
