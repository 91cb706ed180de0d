import { slotsOf, type Weigh } from '../../goals/cube.ts';
import type { PlanCube } from './goal-cube.ts';
import type { Weights } from './weights/index.ts';
import type { SpreadOver } from './weights/spread-over.ts';

/**
 * Weights of reps and months (the first is month `first` of the cube), shared out over the leaves of each as they are now;
 * where none has money, all goes to its own. What
 * a leaf keeps is its weight.
 */
export function weigher(
  { cube, slots }: PlanCube,
  over: SpreadOver,
  first: number,
  { weights, share, held }: Pick<Weights, 'weights' | 'share' | 'held'>,
): Weigh {
  const slotCount = slotsOf(cube);
  const { length } = over.months;
  const rows = new Int32Array(cube.unitOfRep.length).fill(-1);
  over.reps.forEach((rep, row) => (rows[rep] = row));
  const own = slots.indexOf(over.own);
  const taking = over.leaves.map((key) => slots.indexOf(key));
  const isHeld = (leaf: number): boolean => held !== undefined && !Number.isNaN(held[leaf]!);
  const wholes = new Float64Array(weights.length).fill(NaN);
  const wholeAt = (cell: number, start: number): number => {
    if (Number.isNaN(wholes[cell]!)) {
      wholes[cell] = taking.reduce(
        (sum, slot) => sum + (isHeld(start + slot) ? 0 : positive(cube.present[start + slot])),
        0,
      );
    }
    return wholes[cell]!;
  };
  /** Where no leaf has money: its own, or the first that is free. */
  const takerAt = (start: number): number =>
    isHeld(start + own) ? (taking.find((slot) => !isHeld(start + slot)) ?? own) : own;
  return (leaf) => {
    if (isHeld(leaf)) return held![leaf]!;
    const slot = leaf % slotCount;
    const start = leaf - slot;
    const repMonth = start / slotCount;
    const month = (repMonth % cube.months) - first;
    const cell = rows[Math.floor(repMonth / cube.months)]! * length + month;
    const weight = weights[cell] ?? 0;
    if (share) return weight * share(month, slots[slot] ?? '');
    const whole = wholeAt(cell, start);
    return weight * (whole > 0 ? positive(cube.present[leaf]) / whole : slot === takerAt(start) ? 1 : 0);
  };
}

const positive = (amount: number | undefined): number => (amount !== undefined && amount > 0 ? amount : 0);
