import type { Position } from './range.ts';
import type { Bounds } from './selection.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';
export const STEP: Record<Direction, Position> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

/** Ctrl with an arrow: to the end of the filled block, or on to the next filled cell, or to the sheet's edge. */
export function jump(
  filled: (row: number, column: number) => boolean,
  start: Position,
  direction: Direction,
  bounds: Bounds,
): Position {
  const step = STEP[direction];
  let { row, column } = start;
  const inside = () =>
    row + step.row >= 0 &&
    row + step.row < bounds.rows &&
    column + step.column >= 0 &&
    column + step.column < bounds.columns;
  const nextFilled = () => filled(row + step.row, column + step.column);
  if (!inside()) return start;
  const leavingBlock = filled(row, column) && nextFilled();
  do {
    row += step.row;
    column += step.column;
  } while (inside() && (leavingBlock ? nextFilled() : !filled(row, column)));
  return { row, column };
}
