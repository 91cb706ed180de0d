import type { MissingAlert } from '../../../model/planning.ts';
import { dayNumber, dayOf } from '../../../model/time.ts';
import type { PlanState } from '../plan-state.ts';
import { weightOn } from './day-weight.ts';

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
    const entered = measures.flatMap(
      (each) => plan.days.column(each, unit, today - DAYS_BACK, DAYS_BACK) ?? [],
    );
    const blanks: number[] = [];
    let working = 0;
    for (let day = today - DAYS_BACK; day < today; day++) {
      if (!(weightOn(state, rep, day) > 0)) continue;
      working++;
      const at = day - today + DAYS_BACK;
      if (entered.every((column) => Number.isNaN(column[at]))) blanks.push(day);
    }
    if (blanks.length === 0 || working - blanks.length < working * USUAL_SHARE) return [];
    const days = blanks.map(dayOf);
    const signature = `missing.${unit}.${days.at(-1) ?? ''}`;
    return [{ rule: 'missing', severity: 'hint', signature, unit, days }];
  });
}
