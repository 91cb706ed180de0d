import { meansBlank, plainText } from '../../model/entry/text.ts';
import { fail } from '../../model/failure.ts';
import { CellStore } from './cells.ts';
import type { Layout } from './layout.ts';
import { kindOfRow } from './leave-out.ts';
import { findNamesakes } from './namesakes.ts';
import { findNumbered } from './staff-numbers.ts';
import { checkNestedCells, NestedColumns } from './nested.ts';
import { People, SKIPPED } from './people.ts';
import type { Problems } from './problems.ts';
import { Report } from './report.ts';
import type { Table } from './table.ts';
import type { ColumnGuess, DraftRequest, Progress, Repeats, RowKind } from './types.ts';
import { Dates, measureValue, type When } from './values.ts';
import type { MonthCell } from './wide.ts';

const STEP = 5000;

/** What the rows of a table come to. */
export interface Checked {
  readonly cells: CellStore;
  readonly people: People;
  readonly problems: Problems;
  readonly kinds: readonly RowKind[];
  readonly counts: { rows: number; good: number; skipped: number; repeated: number };
  readonly dates: Dates | null;
}

/** Goes over the rows once: each is read whole, its errors are named, and only a row without errors counts. */
class Checker {
  readonly cells: CellStore;
  readonly people: People;
  readonly report: Report;
  readonly counts = { rows: 0, good: 0, skipped: 0 };
  readonly dates: Dates | null;
  private readonly nested: NestedColumns;
  private readonly buffer: Float64Array;

  constructor(
    private readonly table: Table,
    private readonly layout: Layout,
    request: DraftRequest,
    private readonly repeats: Repeats,
  ) {
    const { measures, columns, imported, wide, when } = layout;
    this.cells = new CellStore(table.rows.length * (wide ? columns.length : 1), imported.length);
    this.people = new People(request, {
      byTeam: findNamesakes(table, layout, request.facts),
      byNumber: findNumbered(table, layout, request.facts),
    });
    this.report = new Report(table, layout);
    this.dates = when && !wide ? new Dates(when, request.facts, layout.titleYear) : null;
    this.nested = new NestedColumns(measures, this.report);
    this.buffer = new Float64Array(measures.length);
  }

  /** Counts a row of data; false: it is of a measure that is not imported. */
  row(cells: readonly string[], row: number): boolean {
    const { rep, wide, rowMeasure } = this.layout;
    const across = wide && wide.cellsOf(rowMeasure ? (cells[rowMeasure.index] ?? '') : '');
    if (wide && !across) return false;
    this.counts.rows++;
    const name = rep ? (cells[rep.index] ?? '') : '';
    const person = this.person(cells, name, row);
    if (across) this.wide(cells, row, name, person, across);
    else this.long(cells, row, name, person, this.when(cells, row, name, person));
    this.report.passed(name);
    return true;
  }

  private person(cells: readonly string[], name: string, row: number): number | null {
    const { rep, team, region, staffNumber } = this.layout;
    if (!rep) return this.people.self();
    if (meansBlank(plainText(name)))
      return this.report.error({ row, column: rep.index, name: '' }, name, fail('nameMissing'), null);
    const groupOf = (column: ColumnGuess | undefined) =>
      column ? plainText(cells[column.index] ?? '') || null : null;
    return this.people.of(name, {
      team: groupOf(team),
      region: groupOf(region),
      number: groupOf(staffNumber),
    });
  }

  private when(cells: readonly string[], row: number, name: string, person: number | null): When | null {
    const { when, year } = this.layout;
    if (!when || !this.dates) return null;
    const text = cells[when.index] ?? '';
    const read = this.dates.read(text, year ? (cells[year.index] ?? '') : '');
    return read.ok ? read.value : this.report.error({ row, column: when.index, name }, text, read, person);
  }

  private long(
    cells: readonly string[],
    row: number,
    name: string,
    person: number | null,
    when: When | null,
  ): void {
    const { measures } = this.layout;
    let sound = person !== null && when !== null;
    for (let i = 0; i < measures.length; i++) {
      const column = measures[i]!.column.index;
      const text = cells[column] ?? '';
      const value = text === '' ? null : measureValue(text, measures[i]!);
      if (value && !value.ok) {
        this.report.error({ row, column, name }, text, value, person);
        sound = false;
      } else this.buffer[i] = value ? value.value : NaN;
    }
    if (!sound || person === null || when === null) return;
    if (person === SKIPPED) this.counts.skipped++;
    else this.keep(cells, row, name, person, when);
  }

  private keep(cells: readonly string[], row: number, name: string, person: number, when: When): void {
    const line = this.table.lines[row]!;
    this.report.dated(person, when.month);
    this.nested.check(this.buffer, cells, row, name);
    if (when.day !== null) {
      const before = this.cells.seen(person, when.day);
      if (before) this.report.repeated({ row, column: -1, name }, 'repeatedDay', before);
      this.cells.put(person, when.day, line, this.buffer, 'sum');
      this.counts.good++;
      return;
    }
    const seen = this.cells.seen(person, when.month);
    if (seen) this.report.repeated({ row, column: -1, name }, 'repeatedMonth', seen);
    if (seen && this.repeats === 'first') return;
    this.cells.put(person, when.month, line, this.buffer, this.repeats);
    this.counts.good++;
  }

  /** Every month of a wide row; one bad cell keeps the whole row out. */
  private wide(
    cells: readonly string[],
    row: number,
    name: string,
    person: number | null,
    across: readonly MonthCell[],
  ): void {
    let sound = person !== null;
    const values = across.map((cell) => {
      const column = cell.column.index;
      const text = cells[column] ?? '';
      const value = measureValue(text, cell);
      if (value.ok) return value.value;
      this.report.error({ row, column, name }, text, value, person);
      sound = false;
      return NaN;
    });
    if (!sound || person === null) return;
    if (person === SKIPPED) this.counts.skipped++;
    else this.keepMonths(row, name, person, across, values);
  }

  private keepMonths(
    row: number,
    name: string,
    person: number,
    across: readonly MonthCell[],
    values: readonly number[],
  ): void {
    const seen = Math.max(0, ...across.map(({ month, at }) => this.cells.seen(person, month, at)));
    if (seen) this.report.repeated({ row, column: -1, name }, 'repeatedMonth', seen);
    if (seen && this.repeats === 'first') return;
    const line = this.table.lines[row]!;
    across.forEach(({ month, at }, i) => {
      this.cells.putCell(person, month, line, at, values[i]!, this.repeats);
    });
    this.counts.good++;
  }
}

/** The row that starts on a line; lines rise. */
function rowAt(lines: Int32Array, line: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]! < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Checks every row below the header. Rows of the table are never changed. */
export function checkRows(
  table: Table,
  layout: Layout,
  request: DraftRequest,
  repeats: Repeats,
  progress?: Progress,
): Checked {
  const checker = new Checker(table, layout, request, repeats);
  const header = table.rows[layout.headerRow];
  const { headerRow, headerRows, rep, team, region, when, rowMeasure } = layout;
  const words = [rep, team, region, when, rowMeasure].flatMap((column) => (column ? [column.index] : []));
  const kinds = table.rows.map((cells, row): RowKind => {
    if (headerRows.includes(row)) return 'header';
    if (row < headerRow) return cells.some((cell) => cell.trim()) ? 'title' : 'blank';
    const kind = kindOfRow(cells, header, words);
    if (row % STEP === 0) progress?.(row, table.rows.length);
    return kind === 'data' && !checker.row(cells, row) ? 'unused' : kind;
  });
  const { cells, people, report, counts, dates } = checker;
  const nameOf = (person: number) => people.list[person]?.name ?? '';
  checkNestedCells(cells, layout, report, (line) => rowAt(table.lines, line), nameOf);
  return {
    cells,
    people,
    problems: report.problems,
    kinds,
    counts: { ...counts, repeated: report.repeats },
    dates,
  };
}
