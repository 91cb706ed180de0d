import { fail } from '../../model/failure.ts';
import type { Measure } from '../../model/records/measure.ts';
import { NESTED } from './catalog.ts';
import type { CellStore } from './cells.ts';
import type { Layout } from './layout.ts';
import type { Report } from './report.ts';
import type { MeasureColumn } from './values.ts';

/** Pairs of measure positions where the second counts a part of the first. */
export function nestedPairs(measures: readonly { readonly measure: Measure }[]): [number, number][] {
  return NESTED.flatMap((keys) => {
    const places = keys.map((key) => measures.findIndex(({ measure }) => measure.key === key));
    const present = places.filter((at) => at >= 0);
    return present.slice(1).map((at, i): [number, number] => [present[i]!, at]);
  });
}

const exceeds = (whole: { key: string; header: string }, limit: number) =>
  fail('exceeds', { other: whole.key, header: whole.header, limit });

/** Warns of a long row in which a part is more than its whole. */
export class NestedColumns {
  private readonly pairs: readonly [number, number][];
  private readonly measures: readonly MeasureColumn[];
  private readonly report: Report;

  constructor(measures: readonly MeasureColumn[], report: Report) {
    this.pairs = nestedPairs(measures);
    this.measures = measures;
    this.report = report;
  }

  check(values: Float64Array, cells: readonly string[], row: number, name: string): void {
    for (const [whole, part] of this.pairs) {
      if (!(values[part]! > values[whole]!)) continue;
      const [of, is] = [this.measures[whole]!, this.measures[part]!];
      const { index } = is.column;
      const failure = exceeds({ key: of.measure.key, header: of.column.header }, values[whole]!);
      this.report.warning({ row, column: index, name }, cells[index] ?? '', failure);
    }
  }
}

/** The same for months across, when all is read: the measures of one month may stand in different rows. */
export function checkNestedCells(
  store: CellStore,
  { imported, columns, wide }: Layout,
  report: Report,
  rowOf: (line: number) => number,
  nameOf: (person: number) => string,
): void {
  if (!wide) return;
  for (const [whole, part] of nestedPairs(imported)) {
    const { measure, header } = imported[whole]!;
    store.each((cell) => {
      const { person, month, line } = cell;
      const [all, some] = [cell.value(whole), cell.value(part)];
      if (!(some > all)) return;
      const own = columns.findIndex(
        (column) => column.target === imported[part]!.measure.key && column.month === month,
      );
      const place = { row: rowOf(line), column: own, name: nameOf(person) };
      report.warning(place, String(some), exceeds({ key: measure.key, header }, all));
    });
  }
}
