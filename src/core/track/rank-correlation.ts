/** Weeks of one group, pairwise. */
export interface Series {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface Moved {
  /** Spearman's rank correlation within the groups; NaN = nothing varies. */
  readonly rho: number;
  readonly error: number;
  /** What one more of x has brought of y, within the groups. */
  readonly slope: number;
  readonly pairs: number;
}

/** Ranks from 1, ties at their mean. */
export function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const out = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++;
    for (let at = from; at <= to; at++) out[order[at]!] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return out;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Sums of squares and products about the means of a group. */
function spread({ x, y }: Series): { xx: number; yy: number; xy: number } {
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  x.forEach((value, at) => {
    const [dx, dy] = [value - mx, (y[at] ?? 0) - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  });
  return { xx, yy, xy };
}

/** Whether y goes with x inside each group; differences between groups (who works how) say nothing about it. */
export function movedWithin(groups: readonly Series[]): Moved {
  const total = { xx: 0, yy: 0, xy: 0, rawXx: 0, rawXy: 0 };
  let pairs = 0;
  for (const group of groups) {
    const ranked = spread({ x: ranks(group.x), y: ranks(group.y) });
    const raw = spread(group);
    // Each group counts by its length, however far its ranks reach.
    const scale = 1 / Math.max(1, group.x.length ** 2);
    total.xx += ranked.xx * scale;
    total.yy += ranked.yy * scale;
    total.xy += ranked.xy * scale;
    total.rawXx += raw.xx;
    total.rawXy += raw.xy;
    pairs += group.x.length;
  }
  const free = pairs - groups.length - 1;
  return {
    rho: total.xy / Math.sqrt(total.xx * total.yy),
    error: free > 0 ? 1 / Math.sqrt(free) : Infinity,
    slope: total.rawXy / total.rawXx,
    pairs,
  };
}
