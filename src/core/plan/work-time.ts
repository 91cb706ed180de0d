import type { Unit } from '../../model/records/unit.ts';
import { Cached } from './cached.ts';
import type { Org } from './org.ts';
import type { PlanState } from './plan-state.ts';

/** Minutes of each rep's working day; columns by rep. */
export interface WorkTime {
  readonly available: Float64Array;
  readonly admin: Float64Array;
}

const kept = new WeakMap<Org, Cached<WorkTime>>();

/** A unit's own minutes come first, then those of the units above it, then the plan's. */
export function workTime({ org, plan }: PlanState): WorkTime {
  const { workMinutes, adminMinutes } = plan.settings;
  const known = kept.get(org) ?? new Cached<WorkTime>();
  kept.set(org, known);
  return known.get([workMinutes, adminMinutes], () => ({
    available: handedDown(org, (unit) => unit.workMinutes, workMinutes),
    admin: handedDown(org, (unit) => unit.adminMinutes, adminMinutes),
  }));
}

function handedDown(org: Org, own: (unit: Unit) => number | null, byDefault: number): Float64Array {
  const minutes: number[] = [];
  org.units.forEach((unit, at) => {
    minutes.push(own(unit) ?? minutes[org.sumsInto[at] ?? -1] ?? byDefault);
  });
  return Float64Array.from(org.reps, (unit) => minutes[unit] ?? byDefault);
}
