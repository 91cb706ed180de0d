import { LIFE, slice, stamp, type Facts, type Rec } from '../facts/index.ts';
import { recordId, SLICE_ID } from '../ids.ts';
import type { Json, Values } from '../json.ts';
import type { CarriedAnswer } from '../planning.ts';
import type { Fitted, Prior, SliceMark } from '../records/slice.ts';
import { slicePlaces } from './slice-places.ts';
import { sliceRule, sliceScope } from './slice-scope.ts';

/**
 * One writer for all parts ever made, its counter the clock: of two parts of a plan the later says what the priors are,
 * and neither disputes the other.
 */
export const PART_WRITER = 'slice';

const made = (values: Values, at: number): Rec => {
  const v: Record<string, Json> = { ...values, [LIFE]: true };
  const ordered = Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { v: ordered, s: stamp(PART_WRITER, at, at, {}) };
};

const only = (fitted: Fitted, units: ReadonlySet<string>): Fitted => ({
  ...fitted,
  means: Object.fromEntries(Object.entries(fitted.means).filter(([unit]) => units.has(unit))),
});

const priorOf = ({ now, before }: Prior, units: ReadonlySet<string>): Prior => ({
  now: now && only(now, units),
  before: Object.fromEntries(Object.entries(before).map(([month, fitted]) => [month, only(fitted, units)])),
});

/**
 * The part of one unit as a plan of its own, to be given away: its own records, bare nodes above it, the plan's settings,
 * measures, calendar and tiers, and what it has to know of the whole to come to the same numbers. null = no such unit.
 */
export function makeSlice(facts: Facts, unit: string, carried: CarriedAnswer, at: number): Facts | null {
  const scope = sliceScope(facts.recs, unit);
  if (!scope) return null;
  const part = slice(facts, (id, rec) => sliceRule(scope, id, rec));
  const recs = new Map(part.recs);
  const { reps, from, to, measures, multipliers } = carried;
  const mark: SliceMark = {
    ...{ unit, units: [...scope.units].sort(), madeAt: at, reps },
    ...{ from, to, measures: [...measures], multipliers },
    places: slicePlaces(facts.recs, scope),
  };
  recs.set(SLICE_ID, made(mark, at));
  for (const [measure, prior] of Object.entries(carried.priors))
    recs.set(recordId.prior(measure), made({ ...priorOf(prior, scope.units) }, at));
  return { id: facts.id, recs };
}
