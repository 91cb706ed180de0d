import { Range, type Position } from '../selection/range.ts';

/** The range that a drag of the fill handle covers: along rows or columns, whichever is pulled further. */
export function fillTarget(source: Range, pointer: Position): Range {
  const rows = Math.max(source.top - pointer.row, pointer.row - source.bottom, 0);
  const columns = Math.max(source.left - pointer.column, pointer.column - source.right, 0);
  return rows >= columns
    ? new Range(
        Math.min(source.top, pointer.row),
        source.left,
        Math.max(source.bottom, pointer.row),
        source.right,
      )
    : new Range(
        source.top,
        Math.min(source.left, pointer.column),
        source.bottom,
        Math.max(source.right, pointer.column),
      );
}

/** Where a double click on the handle fills to: as far down as the column beside the range goes on being filled. */
export function fillDownTo(
  filled: (row: number, column: number) => boolean,
  source: Range,
  bounds: { readonly rows: number; readonly columns: number },
): Range | null {
  for (const column of [source.left - 1, source.right + 1]) {
    if (column < 0 || column >= bounds.columns) continue;
    let bottom = source.bottom;
    while (bottom + 1 < bounds.rows && filled(bottom + 1, column)) bottom++;
    if (bottom > source.bottom) return new Range(source.top, source.left, bottom, source.right);
  }
  return null;
}
