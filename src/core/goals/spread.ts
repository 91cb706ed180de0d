import { seasonShares, type Season } from './season.ts';
import { shareOut } from './share-out.ts';
import type { SpreadMethod } from '../../model/planning.ts';
import type { Month } from '../../model/time.ts';

/** The cells that a typed total is shared out over: [month][rep]. */
export interface SpreadCells {
  readonly months: readonly Month[];
  /** Present goals; NaN = blank. */
  readonly present: readonly Float64Array[];
  readonly workingDays: readonly Float64Array[];
  readonly employed: readonly Uint8Array[];
  readonly season: Season;
  readonly splitUnit: number;
}

/**
 * Shares an amount (minor units) out over months and reps: first the months by their summed weights, then each month
 * over its reps, both by largest remainder, so that every total is the sum of its parts to the minor unit.
 */
export function spread(amount: number, method: SpreadMethod, cells: SpreadCells): Float64Array[] {
  const weights = cellWeights(method, cells);
  const monthWeights = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  const byMonth = shareOut(Math.round(amount), monthWeights, cells.splitUnit);
  return weights.map((row, month) => shareOut(byMonth[month] ?? 0, row, cells.splitUnit));
}

function cellWeights(method: SpreadMethod, cells: SpreadCells): Float64Array[] {
  switch (method) {
    case 'equal':
      return cells.employed.map((row) => Float64Array.from(row));
    case 'workingDays':
      return cells.workingDays.map((row) => Float64Array.from(row));
    case 'season':
      return seasonal(cells);
    case 'proportional': {
      const present = cells.present.map((row) => row.map((value) => (value > 0 ? value : 0)));
      return present.some((row) => row.some((value) => value > 0)) ? present : seasonal(cells);
    }
  }
}

/** Each month by its season, within it equal parts for those employed. */
function seasonal(cells: SpreadCells): Float64Array[] {
  const shares = seasonShares(cells.months, cells.season);
  return cells.employed.map((row, month) => {
    const heads = row.reduce((sum, employed) => sum + employed, 0);
    return Float64Array.from(row, (employed) => (heads > 0 ? ((shares[month] ?? 0) * employed) / heads : 0));
  });
}
