import type { GoalPlace } from '../../../model/ids.ts';
import type { MonthSpan } from '../../../model/time.ts';
import { leafAt, slotsOf, type GoalBox, type GoalCube, type GoalLock } from '../../goals/cube.ts';
import type { HeldPlace } from '../goal-terms.ts';
import type { PlanState } from '../plan-state.ts';
import { planCube, type PlanCube } from './goal-cube.ts';

/** The cube that some edits are asked of, with the locks that they may come up against. */
export interface EditCube extends PlanCube {
  readonly locks: readonly HeldPlace[];
  readonly boxes: readonly GoalLock[];
}

/** A lock reaches as far as its months do, and so do locks that have a month in common with it. */
export function editCube(state: PlanState, places: readonly GoalPlace[]): EditCube {
  const all = state.plan.goalTerms.locks;
  const span = spanOf(
    places.map((place) => place.span),
    all.map(({ place }) => place.span),
  );
  const within = all.filter(({ place }) => span.from <= place.span.from && place.span.to <= span.to);
  const made = planCube(state, span, [...places, ...within.map(({ place }) => place)]);
  const known = within.flatMap((held) => {
    const box = made.boxOf(held.place);
    return box ? [{ held, box }] : [];
  });
  return {
    ...made,
    locks: known.map(({ held }) => held),
    boxes: known.map(({ held, box }) => ({ box, amount: held.lock.amount ?? sumIn(made, box) })),
  };
}

function spanOf(asked: readonly MonthSpan[], locks: readonly MonthSpan[]): MonthSpan {
  let from = asked.reduce((least, span) => (span.from < least ? span.from : least), asked[0]?.from ?? '');
  let to = asked.reduce((most, span) => (span.to > most ? span.to : most), asked[0]?.to ?? '');
  for (let before = ''; before !== from + to;) {
    before = from + to;
    for (const lock of locks) {
      if (lock.to < from || lock.from > to) continue;
      if (lock.from < from) from = lock.from;
      if (lock.to > to) to = lock.to;
    }
  }
  return { from, to };
}

/** Calls with each leaf of a box. */
export function eachLeaf({ cube }: PlanCube, box: GoalBox, call: (leaf: number) => void): void {
  const { months, parentOfUnit, unitOfRep } = cube;
  const slots = slotsIn(cube, box.segment);
  const single = unitOfRep.indexOf(box.unit);
  const reps = single < 0 ? unitOfRep.keys() : [single];
  for (const rep of reps) {
    for (let month = box.from; month <= box.to; month++) {
      let unit = unitOfRep[rep] ?? -1;
      while (unit >= 0 && unit !== box.unit) unit = parentOfUnit[unit * months + month] ?? -1;
      if (unit < 0) continue;
      for (const slot of slots) call(leafAt(cube, rep, month, slot));
    }
  }
}

/** Where a segment and its parts stand in a rep's month; −1 = all of it. */
function slotsIn(cube: GoalCube, segment: number): number[] {
  const slots = Array.from({ length: slotsOf(cube) }, (_, slot) => slot);
  if (segment < 0) return slots;
  return slots.filter((slot) => slot - 1 === segment || cube.parentOfSegment[slot - 1] === segment);
}

function sumIn(made: PlanCube, box: GoalBox): number {
  let sum = 0;
  eachLeaf(made, box, (leaf) => (sum += made.cube.present[leaf] || 0));
  return sum;
}
