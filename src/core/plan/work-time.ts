import type { Unit } from '../../model/records/unit.ts';
import { Cached } from './cached.ts';
import { downwards, type Org } from './org.ts';
import type { PlanState } from './plan-state.ts';

/** Minutes of each rep's working day; columns by rep. */
export interface WorkTime {
  readonly available: Float64Array;
  readonly admin: Float64Array;
}

const kept = new WeakMap<Org, Cached<WorkTime>>();

/** A unit's own minutes come first, then those of the units above it, then the plan's. */
export function workTime({ plan }: PlanState, org: Org): WorkTime {
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
  for (const at of downwards(org))
    minutes[at] = own(org.units[at]!) ?? minutes[org.sumsInto[at] ?? -1] ?? byDefault;
  return Float64Array.from(org.reps, (unit) => minutes[unit] ?? byDefault);
}
