import { plainText } from '../../model/entry/text.ts';
import { dayOf, monthOf } from '../../model/time.ts';
import type { Layout } from './layout.ts';
import type { Checked } from './rows.ts';
import type { Table } from './table.ts';
import {
  MOST_COLUMNS,
  type ColumnGuess,
  type NameMatch,
  type PlanFacts,
  type PreviewCell,
  type PreviewRow,
} from './types.ts';
import { measureValue, type MeasureColumn } from './values.ts';
import { nameKey } from './keys.ts';

const FIRST = 7;
const MOST_BAD = 12;
const MOST_LEFT_OUT = 4;

/** The rows worth a look: titles, header, the first rows of data, bad ones, totals and notes. */
export function rowsToShow(
  table: Table,
  headerRow: number,
  checked: Pick<Checked, 'kinds' | 'problems'>,
): number[] {
  const shown = new Set<number>();
  let [data, bad, leftOut] = [0, 0, 0];
  for (let row = 0; row < table.rows.length; row++) {
    const kind = checked.kinds[row];
    if (kind === 'blank') continue;
    if (row <= headerRow) shown.add(row);
    else if (kind !== 'data' ? leftOut++ < MOST_LEFT_OUT : data++ < FIRST) shown.add(row);
    else if (kind === 'data' && checked.problems.badRows.has(row) && bad++ < MOST_BAD) shown.add(row);
  }
  return [...shown];
}

/** Shows cells as they will be stored. */
export class Preview {
  private readonly measures: ReadonlyMap<number, MeasureColumn>;
  private readonly names: ReadonlyMap<string, NameMatch>;

  constructor(
    private readonly table: Table,
    /** With the texts that merged cells share. */
    private readonly whole: Table,
    private readonly layout: Layout,
    private readonly checked: Checked,
    private readonly facts: PlanFacts,
  ) {
    this.measures = new Map(layout.measures.map((one) => [one.column.index, one]));
    this.names = new Map(checked.people.names.map((match) => [nameKey(match.text), match]));
  }

  rows(): PreviewRow[] {
    let above = -1;
    return rowsToShow(this.table, this.layout.headerRow, this.checked).map((row) => {
      const gap = row - above - 1;
      above = row;
      return this.row(row, gap);
    });
  }

  private row(row: number, gap: number): PreviewRow {
    const kind = this.checked.kinds[row] ?? 'data';
    const cells = this.table.rows[row]!;
    const whole = this.whole.rows[row]!;
    const measures = this.measuresOf(whole);
    return {
      row,
      line: this.table.lines[row]!,
      kind,
      bad: this.checked.problems.badRows.has(row),
      gap,
      cells: this.layout.columns.slice(0, MOST_COLUMNS).map((column) => {
        const raw = cells[column.index] ?? '';
        return kind === 'data'
          ? { ...this.cell(whole[column.index] ?? '', column, whole, measures), raw }
          : { raw, read: raw };
      }),
    };
  }

  private measuresOf(cells: readonly string[]): ReadonlyMap<number, MeasureColumn> {
    const { wide, rowMeasure } = this.layout;
    if (!wide) return this.measures;
    const across = wide.cellsOf(rowMeasure ? (cells[rowMeasure.index] ?? '') : '') ?? [];
    return new Map(across.map((cell) => [cell.column.index, cell]));
  }

  private cell(
    raw: string,
    column: ColumnGuess,
    cells: readonly string[],
    measures: ReadonlyMap<number, MeasureColumn>,
  ): PreviewCell {
    if (column.target === 'rep') return { raw, read: this.name(raw, cells) };
    if (column === this.layout.when) return { raw, read: this.when(raw, cells) };
    const measure = measures.get(column.index);
    if (!measure) return { raw, read: raw };
    const value = measureValue(raw, measure);
    if (!value.ok) return { raw, read: raw };
    return {
      raw,
      read: Number.isNaN(value.value) ? null : value.value / (measure.measure.unit === 'money' ? 100 : 1),
    };
  }

  private name(raw: string, cells: readonly string[]): string {
    const { team, staffNumber } = this.layout;
    const beside = (column: ColumnGuess | undefined) =>
      column ? plainText(cells[column.index] ?? '') || null : null;
    const label = this.checked.people.labelOf(raw, { team: beside(team), number: beside(staffNumber) });
    const action = this.names.get(nameKey(label))?.action;
    if (action?.kind !== 'unit') return raw.trim();
    return this.facts.units.find(({ key }) => key === action.unit)?.name ?? raw;
  }

  private when(raw: string, cells: readonly string[]): string {
    const year = this.layout.year ? (cells[this.layout.year.index] ?? '') : '';
    const when = this.checked.dates?.read(raw, year);
    if (!when?.ok) return raw;
    return when.value.day === null ? monthOf(when.value.month) : dayOf(when.value.day);
  }
}
