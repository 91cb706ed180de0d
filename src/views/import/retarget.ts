import type { ColumnGuess, Target } from '../../files/import/types.ts';

/**
 * Targets after a person chose one for a column: another column that had it is freed. Under two header rows, columns of
 * one header in other months go along.
 */
export function retarget(
  columns: readonly ColumnGuess[],
  index: number,
  target: Target,
): { [column: number]: Target } {
  const chosen = columns.find((column) => column.index === index);
  const together = columns.filter(
    (column) =>
      column.index === index ||
      (chosen?.month && column.month && column.above && column.header === chosen.header),
  );
  const targets: { [column: number]: Target } = {};
  for (const one of together) {
    if (target !== 'ignore' && target !== 'cells')
      for (const { index: other, target: had, month } of columns)
        if (had === target && month === one.month) targets[other] = 'ignore';
  }
  for (const one of together) targets[one.index] = target;
  return targets;
}
