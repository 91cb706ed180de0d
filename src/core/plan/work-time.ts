import type { Unit } from '../../model/records/unit.ts';
import type { PlanState } from './plan-state.ts';

/** Minutes of each rep's working day; columns by rep. */
export interface WorkTime {
  readonly available: Float64Array;
  readonly admin: Float64Array;
}

/** A unit's own minutes come first, then those of the units above it, then the plan's. */
export function workTime({ org, plan }: PlanState): WorkTime {
  const { workMinutes, adminMinutes } = plan.settings;
  const handedDown = (own: (unit: Unit) => number | null, byDefault: number): Float64Array => {
    const minutes: number[] = [];
    org.units.forEach((unit, at) => {
      minutes.push(own(unit) ?? minutes[org.sumsInto[at] ?? -1] ?? byDefault);
    });
    return Float64Array.from(org.reps, (unit) => minutes[unit] ?? byDefault);
  };
  return {
    available: handedDown((unit) => unit.workMinutes, workMinutes),
    admin: handedDown((unit) => unit.adminMinutes, adminMinutes),
  };
}
