import type { WrittenAs } from '../../model/formula.ts';
import type { Above } from '../../model/planning.ts';
import { cellName, guarded, NO_NUMBER } from './cells.ts';
import type { BookRow } from './types.ts';

/** A total's formula; as an array formula it works over whole ranges at once. */
export interface Total {
  readonly formula: string;
  readonly isArray: boolean;
}

/** Rows that stand together, both included. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly isRep: boolean;
}

/** A function takes no more arguments than this. */
const MOST_ARGUMENTS = 250;

/** What the rows below a total are, found once for all columns. */
export class Totals {
  readonly #rows: readonly BookRow[];
  readonly #below: readonly (readonly Run[])[];
  /** The last row of each one's branch, and how many rows are in it. */
  readonly #last: Int32Array;
  readonly #sizes: Int32Array;
  readonly #rep: string;

  constructor(rows: readonly BookRow[], rep: string) {
    this.#rows = rows;
    this.#rep = rep;
    this.#below = rows.map((): Run[] => []);
    this.#last = Int32Array.from(rows.keys());
    this.#sizes = new Int32Array(rows.length);
    rows.forEach((row, at) => this.#place(row, at));
  }

  #place({ into, isRep }: BookRow, at: number): void {
    const runs = this.#below[into] as Run[] | undefined;
    if (!runs) return;
    const before = runs.at(-1);
    if (before?.to === at - 1 && before.isRep === isRep) runs[runs.length - 1] = { ...before, to: at };
    else runs.push({ from: at, to: at, isRep });
    for (let up = into; up >= 0; up = this.#rows[up]?.into ?? -1) {
      this.#last[up] = at;
      this.#sizes[up]!++;
    }
  }

  /** null: nothing stands above the reps here. */
  formula(row: number, column: number, above: Above, as: WrittenAs): Total | null {
    const runs = this.#below[row] ?? [];
    if (runs.length === 0) return null;
    switch (above) {
      case 'nothing':
        return null;
      case 'mean':
        return { formula: this.#mean(row, column), isArray: false };
      case 'sum':
        return { formula: ifAny(runs, column, ranges(runs, column)), isArray: false };
      case 'sumOfShown':
      case 'sumOfShownPerDay':
        return {
          formula: ifAny(runs, column, shown(runs, column, digitsOf(above, as))),
          isArray: runs.some(({ isRep }) => isRep),
        };
    }
  }

  /** Over the reps of the whole branch: teams between them are means themselves. */
  #mean(row: number, column: number): string {
    // In a month before somebody moved, a branch is not what stands below it now.
    if (this.#last[row] !== row + this.#sizes[row]!)
      return guarded(called('AVERAGE', ranges(this.#repsUnder(row), column)));
    const span = (of: number): string => `${cellName(of, row + 1)}:${cellName(of, this.#last[row] ?? row)}`;
    return guarded(`AVERAGEIF(${span(KIND_COLUMN)},"${this.#rep}",${span(column)})`);
  }

  #repsUnder(row: number): Run[] {
    return this.#rows.flatMap(({ isRep, into }, at) => {
      let up = into;
      while (up >= 0 && up !== row) up = this.#rows[up]?.into ?? -1;
      return isRep && up === row ? [{ from: at, to: at, isRep }] : [];
    });
  }
}

/** Where a row says whether it is a rep. */
export const KIND_COLUMN = 1;

const rangeOf = ({ from, to }: Run, column: number): string =>
  from === to ? cellName(column, from) : `${cellName(column, from)}:${cellName(column, to)}`;

const ranges = (runs: readonly Run[], column: number): readonly string[] =>
  runs.map((run) => rangeOf(run, column));

/** Many teams: sums of sums. */
function called(name: string, parts: readonly string[]): string {
  if (parts.length <= MOST_ARGUMENTS) return `${name}(${parts.join(',')})`;
  const rest = called(name, parts.slice(MOST_ARGUMENTS));
  return `${name}(${parts.slice(0, MOST_ARGUMENTS).join(',')})+${rest}`;
}

/** The sum of what has a number; where nothing has, none. */
const ifAny = (runs: readonly Run[], column: number, parts: readonly string[]): string =>
  `IF(${called('COUNT', ranges(runs, column))}=0,"${NO_NUMBER}",${called('SUM', parts)})`;

/** The decimals that a rep's cell is shown with. */
type Digits = (range: string) => string;
function digitsOf(above: 'sumOfShown' | 'sumOfShownPerDay', as: WrittenAs): Digits {
  if (above === 'sumOfShownPerDay') return (range) => `IF(${range}<9.95,1,0)`;
  return as === 'money' ? () => '0' : (range) => `IF(${range}<0.995,2,0)`;
}

/** Reps are added up as they are shown; teams below are such sums already. */
const shown = (runs: readonly Run[], column: number, digits: Digits): readonly string[] =>
  runs.map((run) => {
    const range = rangeOf(run, column);
    return run.isRep ? `IFERROR(ROUND(${range},${digits(range)}),0)` : range;
  });
