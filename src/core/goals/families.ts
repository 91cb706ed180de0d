/** Limits sorted into as few families as nest in themselves. */
export interface Families {
  /** For each family the smallest of its limits around each cell, -1 = none. */
  readonly own: readonly Int32Array[];
  /** For each limit the next larger one of its family, -1 = none. */
  readonly outer: Int32Array;
  readonly familyOf: Int32Array;
}

/**
 * Two families are found wherever two suffice; more are taken as they come. `around` has the limits around each cell,
 * the smallest first; limits are numbered from the largest on.
 */
export function families(limits: number, around: readonly (readonly number[])[]): Families {
  const cellsOf: number[][] = Array.from({ length: limits }, () => []);
  around.forEach((some, cell) => {
    for (const limit of some) cellsOf[limit]?.push(cell);
  });
  const greedy = placed(cellsOf, around.length, () => -1);
  if (greedy.own.length < 3) return greedy;
  const colours = twoColours(cellsOf, around);
  return colours ? placed(cellsOf, around.length, (limit) => colours[limit] ?? 0) : greedy;
}

/** Places limits from the largest on, each in the family asked for, or (-1) in the first that it nests in. */
function placed(cellsOf: readonly number[][], cells: number, wanted: (limit: number) => number): Families {
  const own: Int32Array[] = [];
  const outer = new Int32Array(cellsOf.length).fill(-1);
  const familyOf = new Int32Array(cellsOf.length);
  cellsOf.forEach((mine, limit) => {
    const first = mine[0] ?? -1;
    const fits = (family: Int32Array): boolean => mine.every((cell) => family[cell] === family[first]);
    let at = wanted(limit);
    if (at < 0) at = own.findIndex(fits);
    if (at < 0) at = own.length;
    while (own.length <= at) own.push(new Int32Array(cells).fill(-1));
    const family = own[at];
    familyOf[limit] = at;
    outer[limit] = family?.[first] ?? -1;
    if (family) for (const cell of mine) family[cell] = limit;
  });
  return { own, outer, familyOf };
}

/** Puts limits that cross into different ones of two families; null where that can't be had. */
function twoColours(cellsOf: readonly number[][], around: readonly (readonly number[])[]): Int32Array | null {
  const crossed = crossings(cellsOf, around);
  const colour = new Int32Array(cellsOf.length).fill(-1);
  for (let start = 0; start < cellsOf.length; start++) {
    if ((colour[start] ?? 0) >= 0) continue;
    colour[start] = 0;
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const other of crossed[at] ?? []) {
        if (colour[other] === colour[at]) return null;
        if (colour[other] !== -1) continue;
        colour[other] = 1 - (colour[at] ?? 0);
        open.push(other);
      }
    }
  }
  return colour;
}

/** A smaller limit crosses a larger one where it has some of its cells in it, and some not. */
function crossings(cellsOf: readonly number[][], around: readonly (readonly number[])[]): number[][] {
  const crossed: number[][] = cellsOf.map(() => []);
  const shared = new Int32Array(cellsOf.length);
  cellsOf.forEach((mine, limit) => {
    for (const cell of mine)
      for (const other of around[cell] ?? []) if (other < limit) shared[other] = (shared[other] ?? 0) + 1;
    for (const cell of mine)
      for (const other of around[cell] ?? []) {
        if (other < limit && (shared[other] ?? 0) > 0 && (shared[other] ?? 0) < mine.length) {
          crossed[limit]?.push(other);
          crossed[other]?.push(limit);
        }
        if (other < limit) shared[other] = 0;
      }
  });
  return crossed;
}
