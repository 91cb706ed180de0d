export interface SparkPoint {
  readonly x: number;
  readonly y: number;
}

const EDGE = 2.5;

/** Points of a sparkline in its box; gaps are left out, and a flat line runs through the middle. */
export function sparkPoints(values: readonly number[], width: number, height: number): SparkPoint[] {
  const known = values.flatMap((value, at) => (Number.isFinite(value) ? [{ value, at }] : []));
  const low = Math.min(...known.map(({ value }) => value));
  const span = Math.max(...known.map(({ value }) => value)) - low;
  const stride = (width - 2 * EDGE) / Math.max(1, values.length - 1);
  return known.map(({ value, at }) => ({
    x: round(EDGE + at * stride),
    y: round(span > 0 ? height - EDGE - ((value - low) / span) * (height - 2 * EDGE) : height / 2),
  }));
}

const round = (value: number): number => Math.round(value * 10) / 10;
