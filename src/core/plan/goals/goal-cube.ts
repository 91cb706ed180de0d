import type { GoalPlace } from '../../../model/ids.ts';
import { monthNumber, monthsOf, type Month, type MonthSpan } from '../../../model/time.ts';
import type { GoalBox, GoalCube } from '../../goals/cube.ts';
import { NOT_SPLIT } from '../goal-table.ts';
import type { PlanState } from '../plan-state.ts';

/** The goals of some months as a cube, with what its indices stand for. */
export interface PlanCube {
  readonly cube: GoalCube;
  readonly months: readonly Month[];
  /** Key of each slot; the first is what is not split. */
  readonly slots: readonly string[];
  /** The box of a place; null = its unit or segment is not there, or it reaches beyond the months. */
  readonly boxOf: (place: GoalPlace) => GoalBox | null;
}

/** `places`: whatever is asked about; only segments that they or the goals name take part. */
export function planCube(state: PlanState, span: MonthSpan, places: readonly GoalPlace[]): PlanCube {
  const { org } = state;
  const months = monthsOf(span);
  const segments = segmentsOf(state, months, places);
  const slots = [NOT_SPLIT, ...segments.keys()];
  const cube: GoalCube = {
    months: months.length,
    parentOfUnit: parentsOf(state, months),
    unitOfRep: org.reps,
    parentOfSegment: Int32Array.from(segments.values(), (parent) =>
      parent === null ? -1 : slots.indexOf(parent) - 1,
    ),
    ...leavesOf(state, months, slots),
    splitUnit: state.plan.settings.splitUnit,
  };
  const first = monthNumber(span.from);
  const boxOf = (place: GoalPlace): GoalBox | null => {
    const unit = org.index.get(place.unit) ?? -1;
    const segment = place.segment === null ? -1 : slots.indexOf(place.segment, 1) - 1;
    const [from, to] = [monthNumber(place.span.from) - first, monthNumber(place.span.to) - first];
    const isKnown = unit >= 0 && (place.segment === null || segment >= 0);
    return isKnown && from >= 0 && to < months.length ? { unit, from, to, segment } : null;
  };
  return { cube, months, slots, boxOf };
}

/** Segments that matter, by key, with their parents; those that only goals still name come last. */
function segmentsOf(
  { plan }: PlanState,
  months: readonly Month[],
  places: readonly GoalPlace[],
): Map<string, string | null> {
  const tree = plan.goalTerms.segments;
  const parents = new Map(tree.map(({ segment, parent }) => [segment.key, parent]));
  const named = new Set<string | null>(places.map(({ segment }) => segment));
  for (const month of months) for (const segment of plan.goals.segmentsIn(month)) named.add(segment);
  const wanted = new Set([...named].flatMap((key) => [key, parents.get(key ?? '') ?? null]));
  const inTree = tree.flatMap(({ segment: { key }, parent }) =>
    wanted.has(key) ? [[key, parent] as const] : [],
  );
  const gone = months.flatMap((month) => [...plan.goals.segmentsIn(month)]);
  const lost = gone.filter((key) => key !== NOT_SPLIT && !parents.has(key)).sort();
  return new Map<string, string | null>([...inTree, ...lost.map((key) => [key, null] as const)]);
}

function parentsOf(state: PlanState, months: readonly Month[]): Int32Array {
  const parents = new Int32Array(state.org.units.length * months.length);
  months.forEach((month, at) =>
    state.orgOf(month).sumsInto.forEach((parent, unit) => (parents[unit * months.length + at] = parent)),
  );
  return parents;
}

/** A rep's month takes goals while the rep is employed. */
function leavesOf(
  state: PlanState,
  months: readonly Month[],
  slots: readonly string[],
): Pick<GoalCube, 'present' | 'open'> {
  const { repKeys } = state.org;
  const present = new Float64Array(repKeys.length * months.length * slots.length).fill(NaN);
  const open = new Uint8Array(present.length);
  const known = new Set(state.plan.goalTerms.segments.map(({ segment }) => segment.key));
  months.forEach((month, at) => {
    const { employed } = state.month(month);
    slots.forEach((slot, index) => {
      const column = state.plan.goals.column(month, slot);
      const isOpen = slot === NOT_SPLIT || known.has(slot);
      repKeys.forEach((key, rep) => {
        const leaf = (rep * months.length + at) * slots.length + index;
        present[leaf] = column.get(key) ?? NaN;
        open[leaf] = isOpen && employed[rep] ? 1 : 0;
      });
    });
  });
  return { present, open };
}
