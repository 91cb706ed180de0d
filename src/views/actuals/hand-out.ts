import type { Change } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import type { PaceAnswer } from '../../model/planning.ts';
import type { CatchUpSpan } from '../../model/records/actual.ts';
import type { Day } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';

/** A new handing out is offered where the money needs so much more or less than what is left. */
const OFF_BY = 0.1;
const SMALL = 10;

/** As people say a target: whole, and small ones with a tenth. */
const tidy = (target: number): number => (target < SMALL ? Math.round(target * 10) / 10 : Math.round(target));

/** Creates a record, or puts fields into one that is there. */
function put(
  session: PlanSession,
  id: string,
  values: { readonly [field: string]: string | number },
): Change[] {
  if (!session.get(id)) return [{ create: id, values }];
  return Object.entries(values).map(([field, value]) => ({ id, field, value }));
}

export const catchUpChanges = (session: PlanSession, reps: readonly string[], over: CatchUpSpan): Change[] =>
  reps.flatMap((rep) => put(session, recordId.catchUp(rep, session.asOf), { over }));

/**
 * The month's targets of the chain for some reps. `again`: what is done and what the money needs from today on, in place
 * of what holds now.
 */
export function handOutChanges(
  session: PlanSession,
  pace: PaceAnswer,
  reps: readonly string[],
  again: boolean,
): Change[] {
  return reps.flatMap((rep) => {
    const at = pace.units.indexOf(rep);
    const targets = pace.measures.flatMap((measure, i) => {
      const needed = (pace.done[i]![at] || 0) + pace.needed[i]![at]!;
      const target = again ? needed : pace.target[i]![at]!;
      return Number.isFinite(target) && target >= 0 ? [[measure, tidy(target)] as const] : [];
    });
    if (targets.length === 0) return [];
    return put(session, recordId.handedOut(rep, pace.month, session.asOf), Object.fromEntries(targets));
  });
}

export interface Handing {
  /** The day on which everybody's targets were given out; null = not, or on several. */
  readonly on: Day | null;
  readonly reps: number;
  readonly handed: number;
  /** Reps whose work that the money needs is off what is left of their target. */
  readonly off: number;
  /** The same of those to whom nothing was given out. */
  readonly offPlan: number;
  /** Whose record begins within the month, and on which day; null = on several. */
  readonly begun: { readonly reps: number; readonly on: Day | null } | null;
}

/** What was given out to some reps, and whether it is still what the money needs. */
export function handingOf(pace: PaceAnswer, reps: readonly string[]): Handing {
  const places = reps.map((rep) => pace.units.indexOf(rep)).filter((at) => at >= 0);
  const days = places.map((at) => pace.handedOn[at] ?? null);
  const isOff = (at: number): boolean => {
    const left = Math.max(0, pace.target[0]![at]! - (pace.done[0]![at] || 0));
    const needed = pace.needed[0]![at]!;
    return Number.isFinite(needed) && Math.abs(needed - left) > OFF_BY * Math.max(left, 1);
  };
  const since = places.flatMap((at) => pace.since[at] ?? []);
  return {
    on: new Set(days).size === 1 ? (days[0] ?? null) : null,
    reps: places.length,
    handed: days.filter((day) => day !== null).length,
    off: places.filter((at) => pace.handedOn[at] != null && isOff(at)).length,
    offPlan: places.filter((at) => pace.handedOn[at] == null && isOff(at)).length,
    begun: since.length > 0 ? { reps: since.length, on: new Set(since).size === 1 ? since[0]! : null } : null,
  };
}
