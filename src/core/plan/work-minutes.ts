import type { Unit } from '../../model/records/unit.ts';
import { minutesOf } from '../../model/work-minutes.ts';
import type { PlanState } from './plan-state.ts';

/** Minutes that one count of each measure takes, in the order asked; whoever shares them shares the array. */
export type MinutesOfMeasures = readonly number[];

/** By rep: a unit's own minutes come first, then those of the units above it, then the plan's. */
export function measureMinutes(
  { org, plan }: PlanState,
  measures: readonly string[],
): readonly MinutesOfMeasures[] {
  const ofPlan = measures.map((measure) => {
    const known = plan.measures.get(measure);
    return known ? minutesOf(known) : 0;
  });
  const counted = measures.map((measure) => plan.measures.get(measure)?.unit === 'count');
  const own = (minutes: Unit['minutes'], above: MinutesOfMeasures): MinutesOfMeasures =>
    above.map((each, at) => (counted[at] ? (minutes.get(measures[at]!) ?? each) : each));
  const ofUnits: MinutesOfMeasures[] = [];
  org.units.forEach(({ minutes }, at) => {
    const above = ofUnits[org.sumsInto[at] ?? -1] ?? ofPlan;
    ofUnits.push(minutes.size > 0 ? own(minutes, above) : above);
  });
  return Array.from(org.reps, (unit) => ofUnits[unit] ?? ofPlan);
}
