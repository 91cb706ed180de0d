import type { Table } from './table.ts';

/** The margins of a table in whole units: split units where all of them are, else minor units. */
export interface Units {
  readonly unit: number;
  readonly margin: Float64Array;
  /** Bounds of each cell: from nothing up to anything, but for what was typed negative. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export function unitsOf({ list, margin, own, atoms }: Table, splitUnit: number): Units {
  const unit = margin.every((sum) => sum % splitUnit === 0) ? splitUnit : 1;
  const low = new Float64Array(atoms.length);
  const high = new Float64Array(atoms.length).fill(Infinity);
  for (const family of own)
    family.forEach((limit, cell) => {
      const of = list[limit];
      if (of?.negative) low[cell] = high[cell] = of.amount / unit;
    });
  return { unit, margin: margin.map((sum) => sum / unit), low, high };
}
