import { leafAt, type GoalBox } from '../../goals/cube.ts';
import type { PlanCube } from './goal-cube.ts';
import type { Settled, SpreadOver } from './weights/spread-over.ts';

/** Rep's month by rep's month, what is settled of it before a total is shared out. */
export function settledOf(
  { cube, slots }: PlanCube,
  { reps, months, leaves }: Pick<SpreadOver, 'reps' | 'months' | 'leaves'>,
  box: GoalBox,
  held: Float64Array,
): Settled {
  const taking = new Set(leaves.map((key) => slots.indexOf(key)));
  const stays = new Float64Array(reps.length * months.length);
  const hasFree = new Uint8Array(stays.length);
  reps.forEach((rep, row) =>
    months.forEach((_, at) => {
      const cell = row * months.length + at;
      slots.forEach((_, slot) => {
        const leaf = leafAt(cube, rep, box.from + at, slot);
        const isFree = taking.has(slot) && Number.isNaN(held[leaf]!);
        if (isFree) hasFree[cell]! |= cube.open[leaf]! | Number(cube.present[leaf]! > 0);
        else stays[cell]! += (taking.has(slot) ? held[leaf]! : cube.present[leaf]!) || 0;
      });
    }),
  );
  const sum = held.reduce((total, amount) => total + (amount || 0), 0);
  return { held, sum, stays, hasFree };
}
