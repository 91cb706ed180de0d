import { meansBlank, plainText } from '../../model/entry/text.ts';
import { fail, type Failure, type Result } from '../../model/failure.ts';
import { monthNumber } from '../../model/time.ts';
import { ACTIVITY } from './catalog.ts';
import { CellStore } from './cells.ts';
import type { Layout } from './layout.ts';
import { kindOfRow } from './leave-out.ts';
import { People, SKIPPED } from './people.ts';
import { Problems } from './problems.ts';
import { suggestionFor } from './suggest.ts';
import type { Table } from './table.ts';
import type { DraftRequest, Progress, Repeats, RowKind, RowProblem } from './types.ts';
import { Dates, measureValue, type MeasureColumn, type When } from './values.ts';

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

/** Pairs of measure positions where the second counts a part of the first. */
function nestedPairs(measures: readonly MeasureColumn[]): [number, number][] {
  const order = ACTIVITY.map((key) => measures.findIndex(({ measure }) => measure.key === key));
  const present = order.filter((at) => at >= 0);
  return present.slice(1).map((at, i) => [present[i]!, at]);
}

/** Goes over the rows once: each is read whole, its errors are named, and only a row without errors counts. */
class Checker {
  readonly cells: CellStore;
  readonly people: People;
  readonly problems = new Problems();
  readonly counts = { rows: 0, good: 0, skipped: 0, repeated: 0 };
  readonly dates: Dates | null;
  private readonly pairs: [number, number][];
  private readonly buffer: Float64Array;
  private readonly lastMonth = new Map<number, number>();
  private readonly seenDays = new Map<number, number>();
  private nameAbove = '';

  constructor(
    private readonly table: Table,
    private readonly layout: Layout,
    request: DraftRequest,
    private readonly repeats: Repeats,
  ) {
    const { measures, cells, when } = layout;
    this.cells = new CellStore(
      table.rows.length * Math.max(1, cells.length),
      Math.max(measures.length, cells.length ? 1 : 0),
    );
    this.people = new People(request);
    this.dates = when && !cells.length ? new Dates(when, request.facts, layout.titleYear) : null;
    this.pairs = nestedPairs(measures);
    this.buffer = new Float64Array(measures.length);
  }

  row(cells: readonly string[], row: number): void {
    this.counts.rows++;
    const name = this.layout.rep ? (cells[this.layout.rep.index] ?? '') : '';
    const problemsBefore = this.problems.badRows.size;
    const person = this.person(cells, name, row);
    const when = this.when(cells, row, name, person);
    if (this.layout.cells.length) this.wide(cells, row, name, person, problemsBefore);
    else this.long(cells, row, name, person, when);
    if (name !== '') this.nameAbove = plainText(name);
  }

  private person(cells: readonly string[], name: string, row: number): number | null {
    const { rep, team } = this.layout;
    if (!rep) return this.people.self();
    if (meansBlank(plainText(name))) return this.report(row, rep.index, '', name, fail('nameMissing'), null);
    return this.people.of(name, team ? plainText(cells[team.index] ?? '') || null : null);
  }

  private when(cells: readonly string[], row: number, name: string, person: number | null): When | null {
    const { when, year } = this.layout;
    if (!when || !this.dates) return null;
    const text = cells[when.index] ?? '';
    const read = this.dates.read(text, year ? (cells[year.index] ?? '') : '');
    return read.ok ? read.value : this.report(row, when.index, name, text, read, person);
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
      const text = cells[measures[i]!.column.index] ?? '';
      const value = text === '' ? null : measureValue(text, measures[i]!);
      if (value && !value.ok) {
        this.report(row, measures[i]!.column.index, name, text, value, person);
        sound = false;
      } else this.buffer[i] = value ? value.value : NaN;
    }
    if (!sound || person === null || when === null) return;
    if (person === SKIPPED) this.counts.skipped++;
    else this.keep(cells, row, name, person, when);
  }

  private keep(cells: readonly string[], row: number, name: string, person: number, when: When): void {
    const line = this.table.lines[row]!;
    this.lastMonth.set(person, when.month);
    this.compare(cells, row, name);
    if (when.day !== null) {
      this.noteDay(row, name, person, when.day, line);
      this.cells.put(person, when.month, line, this.buffer, 'sum');
      this.counts.good++;
      return;
    }
    const seen = this.cells.seen(person, when.month);
    if (seen) this.repeated(row, name, 'repeatedMonth', seen);
    if (seen && this.repeats === 'first') return;
    this.cells.put(person, when.month, line, this.buffer, this.repeats);
    this.counts.good++;
  }

  private noteDay(row: number, name: string, person: number, day: number, line: number): void {
    const key = person * 1_000_000 + day;
    const seen = this.seenDays.get(key);
    if (seen === undefined) this.seenDays.set(key, line);
    else this.repeated(row, name, 'repeatedDay', seen);
  }

  private repeated(row: number, name: string, code: string, line: number): void {
    this.counts.repeated++;
    const { failure } = fail(code, { line });
    this.problems.add(this.problem('warning', row, -1, name, '', failure, null));
  }

  private compare(cells: readonly string[], row: number, name: string): void {
    for (const [whole, part] of this.pairs) {
      if (!(this.buffer[part]! > this.buffer[whole]!)) continue;
      const [of, is] = [this.layout.measures[whole]!, this.layout.measures[part]!];
      const { failure } = fail('exceeds', {
        other: of.measure.key,
        header: of.column.header,
        limit: this.buffer[whole]!,
      });
      const written = cells[is.column.index] ?? '';
      this.problems.add(this.problem('warning', row, is.column.index, name, written, failure, null));
    }
  }

  /** Every month of a wide row; one bad cell keeps the whole row out. */
  private wide(
    cells: readonly string[],
    row: number,
    name: string,
    person: number | null,
    before: number,
  ): void {
    const values = this.layout.cells.map((column) => {
      const text = cells[column.column.index] ?? '';
      const value: Result<number> = measureValue(text, column);
      if (!value.ok) this.report(row, column.column.index, name, text, value, person);
      return value.ok ? value.value : NaN;
    });
    if (this.problems.badRows.size > before || person === null) return;
    if (person === SKIPPED) {
      this.counts.skipped++;
      return;
    }
    const months = this.layout.cells.map(({ column }) => monthNumber(column.month!));
    const seen = Math.max(0, ...months.map((month) => this.cells.seen(person, month)));
    if (seen) this.repeated(row, name, 'repeatedMonth', seen);
    if (seen && this.repeats === 'first') return;
    months.forEach((month, i) => {
      this.cells.putCell(person, month, this.table.lines[row]!, values[i]!, this.repeats);
    });
    this.counts.good++;
  }

  private report(
    row: number,
    column: number,
    name: string,
    written: string,
    { failure }: { failure: Failure },
    person: number | null,
  ): null {
    const month = person === null ? null : (this.lastMonth.get(person) ?? null);
    const suggestion = suggestionFor(failure, written, { name: this.nameAbove, month });
    this.problems.add(this.problem('error', row, column, name, written, failure, suggestion));
    return null;
  }

  private problem(
    level: RowProblem['level'],
    row: number,
    column: number,
    name: string,
    written: string,
    failure: Failure,
    suggestion: string | null,
  ): RowProblem {
    const header = this.layout.columns[column]?.header ?? '';
    return {
      level,
      row,
      line: this.table.lines[row]!,
      column,
      header,
      rep: plainText(name),
      written,
      failure,
      suggestion,
    };
  }
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
  const words = [layout.rep, layout.team, layout.when].flatMap((column) => (column ? [column.index] : []));
  const kinds = table.rows.map((cells, row): RowKind => {
    if (row === layout.headerRow) return 'header';
    if (row < layout.headerRow) return cells.some((cell) => cell.trim()) ? 'title' : 'blank';
    const kind = kindOfRow(cells, header, words);
    if (kind === 'data') checker.row(cells, row);
    if (row % STEP === 0) progress?.(row, table.rows.length);
    return kind;
  });
  const { cells, people, problems, counts, dates } = checker;
  return { cells, people, problems, kinds, counts, dates };
}
