import type { Unit } from '../../model/records/unit.ts';
import { minutesOf } from '../../model/work-minutes.ts';
import { Cached } from './cached.ts';
import { downwards, type Org } from './org.ts';
import type { PlanState } from './plan-state.ts';

/** Minutes that one count of each measure takes, in the order asked; whoever shares them shares the array. */
export type MinutesOfMeasures = readonly number[];

const kept = new WeakMap<Org, Cached<readonly MinutesOfMeasures[]>>();

/** By rep: a unit's own minutes come first, then those of the units above it, then the plan's. */
export function measureMinutes(
  { plan }: PlanState,
  org: Org,
  measures: readonly string[],
): readonly MinutesOfMeasures[] {
  const known = kept.get(org) ?? new Cached<readonly MinutesOfMeasures[]>();
  kept.set(org, known);
  return known.get([plan.counts.measures, measures.join()], () => {
    const records = measures.map((measure) => plan.measures.get(measure));
    const ofPlan = records.map((record) => (record ? minutesOf(record) : 0));
    const own = (minutes: Unit['minutes'], above: MinutesOfMeasures): MinutesOfMeasures =>
      above.map((each, at) => {
        const record = records[at];
        return record?.unit === 'count' ? (minutes.get(record.key) ?? each) : each;
      });
    return handedDown(org, ofPlan, own);
  });
}

function handedDown(
  org: Org,
  ofPlan: MinutesOfMeasures,
  own: (minutes: Unit['minutes'], above: MinutesOfMeasures) => MinutesOfMeasures,
): MinutesOfMeasures[] {
  const ofUnits: MinutesOfMeasures[] = [];
  for (const at of downwards(org)) {
    const { minutes } = org.units[at]!;
    const above = ofUnits[org.sumsInto[at] ?? -1] ?? ofPlan;
    ofUnits[at] = minutes.size > 0 ? own(minutes, above) : above;
  }
  return Array.from(org.reps, (unit) => ofUnits[unit] ?? ofPlan);
}
