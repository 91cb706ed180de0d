import type { Totals } from './counts.ts';

/** Groups are numbered from 0; −1 is nobody's. */
export const groupCount = (groupOf: Int32Array): number =>
  groupOf.reduce((most, g) => Math.max(most, g + 1), 0);

/** Sums of each group's reps. */
export function groupSums({ x, n }: Totals, groupOf: Int32Array): Totals {
  const count = groupCount(groupOf);
  const sums = { x: new Float64Array(count), n: new Float64Array(count) };
  for (let rep = 0; rep < n.length; rep++) {
    const group = groupOf[rep]!;
    if (group < 0) continue;
    sums.x[group]! += x[rep]!;
    sums.n[group]! += n[rep]!;
  }
  return sums;
}

/** A rep's columns as columns of groups. */
export const sumColumns = <C extends Readonly<Record<string, Totals>>>(columns: C, groupOf: Int32Array): C =>
  Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, groupSums(of, groupOf)])) as C;

/** Everyone in one group, which exists without anybody too. */
export const sumOfAll = <C extends Readonly<Record<string, Totals>>>(columns: C, reps: number): C =>
  reps > 0
    ? sumColumns(columns, new Int32Array(reps))
    : (Object.fromEntries(Object.keys(columns).map((name) => [name, NOTHING])) as C);

const NOTHING: Totals = { x: Float64Array.of(0), n: Float64Array.of(0) };
