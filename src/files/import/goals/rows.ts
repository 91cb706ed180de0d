import { readNumber } from '../../../model/entry/number.ts';
import { plainText } from '../../../model/entry/text.ts';
import { fail, ok, type Failure, type Result } from '../../../model/failure.ts';
import { monthOf, type MonthSpan } from '../../../model/time.ts';
import { isTotalName, kindOfRow } from '../leave-out.ts';
import { Problems } from '../problems.ts';
import type { Table } from '../table.ts';
import type { RowKind } from '../types.ts';
import { isGoalWord, readPeriod } from './period.ts';
import type { GoalCell, GoalColumn, GoalNameAction, GoalRequest, GoalSum, LeftOutGoal } from './types.ts';
import { GoalNames } from './units.ts';
import { isUnsplit } from './words.ts';

const MINOR = 100;

/** A goal as it is stored, in minor units; NaN = blank: it stays as it is. */
export function goalAmount(text: string, { scale, decimal }: GoalColumn, money: number): Result<number> {
  const read = readNumber(text, decimal ? { decimal } : {});
  if (!read.ok) return read;
  if (read.value === null) return ok(NaN);
  if (read.value.percent) return fail('percentInCount', { text });
  if (read.value.value < 0) return fail('goalNegative', { text });
  const by = read.value.scaled ? 1 : scale === 1 ? money : scale;
  return ok(Math.round(read.value.value * by * MINOR) + 0);
}

interface Place {
  readonly unit: string;
  readonly segment: string | null;
}
/** `sum`: of all rows; `leftOut`: of somebody who is not to be imported; `none`: nothing to import. */
type RowOf = Place | 'sum' | 'leftOut' | 'none';

/** Takes the rows apart into goals, one after another: teams and merged cells above hold for those below. */
export class GoalRows {
  readonly names: GoalNames;
  readonly problems = new Problems();
  readonly cells: GoalCell[] = [];
  readonly sums: GoalSum[] = [];
  readonly leftOut: LeftOutGoal[] = [];
  readonly kinds: RowKind[];
  blank = 0;
  good = 0;
  private readonly by: (target: string) => GoalColumn | undefined;
  private readonly goals: readonly GoalColumn[];
  private readonly seen = new Map<string, GoalCell>();
  /** The unit that rows of segments without a name stand under. */
  private under: Place | null = null;
  private team = '';
  /** The last name of a column of merged cells. */
  private nameAbove = '';

  constructor(
    private readonly table: Table,
    columns: readonly GoalColumn[],
    private readonly request: GoalRequest,
    private readonly money: number,
    headerRows: readonly number[],
  ) {
    this.names = new GoalNames(request);
    this.by = (target) => columns.find((column) => column.target === target);
    const across = columns.filter(({ target }) => target === 'cells');
    this.goals = across.length > 0 ? across : columns.filter(({ target }) => target === 'goal');
    const last = headerRows.at(-1) ?? -1;
    this.kinds = table.rows.map((cells, row) => {
      if (headerRows.includes(row)) return 'header';
      if (row < last) return cells.some((cell) => cell.trim()) ? 'title' : 'blank';
      return this.row(cells, row, table.rows[last]);
    });
  }

  private text(cells: readonly string[], target: string): string {
    const column = this.by(target);
    return column ? plainText(cells[column.index] ?? '') : '';
  }

  private row(cells: readonly string[], row: number, header: readonly string[] | undefined): RowKind {
    const kind = kindOfRow(cells, header, []);
    if (kind === 'blank' || kind === 'header') return kind;
    const name = this.text(cells, 'rep') || this.text(cells, 'team') || this.text(cells, 'region');
    if (kind === 'note' && !this.names.isUnit(name) && !this.names.isSegment(name)) return 'note';
    const measure = this.text(cells, 'measure');
    if (measure && !isGoalWord(measure)) return 'unused';
    const of = this.rowOf(cells, row, name);
    if (of === 'sum') {
      this.keepSums(cells, row);
      return 'total';
    }
    if (of === 'leftOut') this.keepLeftOut(cells, row, name);
    if (of === 'none' || of === 'leftOut') return this.problems.badRows.has(row) ? 'data' : 'unused';
    const before = this.cells.length;
    this.keepGoals(cells, row, of, name);
    if (!this.problems.badRows.has(row)) this.good++;
    return this.cells.length === before && !this.problems.badRows.has(row) && !this.hasAmounts(cells)
      ? 'unused'
      : 'data';
  }

  private hasAmounts = (cells: readonly string[]): boolean =>
    this.goals.some(({ index }) => (cells[index] ?? '').trim() !== '');

  /** Whose goals a row holds. */
  private rowOf(cells: readonly string[], row: number, written: string): RowOf {
    const { facts } = this.request;
    const [own, team] = [this.text(cells, 'rep'), this.text(cells, 'team')];
    const text = this.text(cells, 'segment');
    if (team && !isTotalName(team)) this.team = team;
    if (isUnsplit(text) || isUnsplit(written)) return 'none';
    const isMerged = this.by('segment') !== undefined || this.by('cells') === undefined;
    const name = written || (isMerged ? this.nameAbove : '');
    if (name === '') return this.refuse(row, 'rep', '', fail('nameMissing'));
    if (written) this.nameAbove = written;
    // 小计 beside a team is the team's.
    const isSum = isTotalName(name) && !this.names.isUnit(name);
    const summed = team || (/小计|sub/i.test(name) ? this.team : '');
    const whole = isSum && own && this.names.isUnit(summed) ? summed : name;
    if (isSum && whole === name) return 'sum';
    if (!this.by('segment') && this.under && !this.names.isUnit(name) && this.names.isSegment(name)) {
      const segment = this.names.segment(name);
      return this.placeOf(row, 'rep', name, { kind: 'known', to: this.under.unit }, segment);
    }
    const unit = this.names.unit(whole, own && whole !== this.team ? this.team : '');
    const segment = facts.segments.length > 0 || text ? this.names.segment(text) : null;
    const of = this.placeOf(row, 'rep', whole, unit, segment, text);
    if (typeof of === 'object') this.under = of;
    return of;
  }

  private placeOf(
    row: number,
    target: string,
    name: string,
    unit: GoalNameAction,
    segment: GoalNameAction | null,
    segmentText = name,
  ): RowOf {
    if (unit.kind === 'skip') return segment === null ? 'leftOut' : 'none';
    if (segment?.kind === 'skip') return 'none';
    if (unit.kind !== 'known') return this.refuse(row, target, name, fail('goalNameUnknown', { name }));
    if (segment !== null && segment.kind !== 'known')
      return this.refuse(row, 'segment', name, fail('goalSegmentUnknown', { name: segmentText }));
    return { unit: unit.to, segment: segment?.to ?? null };
  }

  private refuse(row: number, target: string, name: string, { failure }: { failure: Failure }): 'none' {
    this.error(row, this.by(target), name, failure);
    return 'none';
  }

  private error(row: number, column: GoalColumn | undefined, name: string, failure: Failure): void {
    const index = column?.index ?? -1;
    const written = this.table.rows[row]?.[index] ?? '';
    const { header = '', above = '' } = column ?? {};
    this.problems.add({
      ...{ level: 'error', row, line: this.table.lines[row] ?? row + 1, column: index, written, failure },
      ...{ header: `${above} ${header}`.trim(), rep: name, suggestion: null },
    });
  }

  /** The period that a column's cell of a row is of. */
  private spanOf(cells: readonly string[], row: number, column: GoalColumn, name: string): MonthSpan | null {
    const span = this.readSpan(cells, column);
    if (span) return span;
    const when = this.by('month');
    const text = this.periodText(cells);
    const { failure } = fail(text ? 'notAMonth' : 'monthMissing', { text });
    this.error(row, when, name, failure);
    return null;
  }

  private periodText = (cells: readonly string[]): string =>
    this.text(cells, this.by('month') ? 'month' : 'year');

  private readSpan(cells: readonly string[], column: GoalColumn): MonthSpan | null {
    if (column.target === 'cells' && column.span) return column.span;
    const { firstMonth, asOf } = this.request.facts;
    const years = /20\d{2}/.exec(this.text(cells, 'year'))?.[0];
    const text = this.periodText(cells);
    const inYear = /^\d{1,2}$/.test(text) && Number(text) <= 12 ? `${text}月` : text;
    const hints = { firstMonth, asOf, ...(years !== undefined && { year: Number(years) }) };
    return readPeriod(inYear, hints) ?? serialMonth(text);
  }

  private keepGoals(cells: readonly string[], row: number, place: Place, name: string): void {
    for (const column of this.goals) {
      const amount = this.amountOf(cells, row, column, name);
      if (amount === null) continue;
      const span = Number.isNaN(amount) ? null : this.spanOf(cells, row, column, name);
      if (Number.isNaN(amount)) this.blank++;
      if (!span) continue;
      const line = this.table.lines[row] ?? row + 1;
      this.keep({ ...place, span, amount, row, line, column: column.index }, column, name);
    }
  }

  private amountOf(cells: readonly string[], row: number, column: GoalColumn, name: string): number | null {
    const amount = goalAmount(cells[column.index] ?? '', column, this.money);
    if (amount.ok) return amount.value;
    this.error(row, column, name, amount.failure);
    return null;
  }

  /** The same goal twice is one; two of them can't both be meant. */
  private keep(cell: GoalCell, column: GoalColumn, name: string): void {
    const key = `${cell.unit} ${cell.span.from} ${cell.span.to} ${cell.segment ?? ''}`;
    const before = this.seen.get(key);
    if (!before) {
      this.seen.set(key, cell);
      this.cells.push(cell);
    } else if (before.amount !== cell.amount)
      this.error(cell.row, column, name, fail('goalTwice', { line: before.line }).failure);
  }

  /** What is left out may be part of a total that goes in. */
  private keepLeftOut(cells: readonly string[], row: number, name: string): void {
    for (const column of this.goals) {
      const amount = goalAmount(cells[column.index] ?? '', column, this.money);
      const span = amount.ok && amount.value > 0 ? this.readSpan(cells, column) : null;
      if (amount.ok && span) this.leftOut.push({ name, span, amount: amount.value, row });
    }
  }

  private keepSums(cells: readonly string[], row: number): void {
    if (this.by('segment') && this.names.segment(this.text(cells, 'segment'))) return;
    for (const column of this.goals) {
      const amount = goalAmount(cells[column.index] ?? '', column, this.money);
      if (!amount.ok || Number.isNaN(amount.value) || !column.span) continue;
      const line = this.table.lines[row] ?? row + 1;
      this.sums.push({ span: column.span, amount: amount.value, row, line, column: column.index, sum: NaN });
    }
  }
}

/** Excel writes a month as the number of a day. */
function serialMonth(text: string): MonthSpan | null {
  const serial = /^\d{5}$/.test(text) ? Number(text) : NaN;
  if (!(serial > 36_526 && serial < 73_050)) return null;
  const day = new Date(Date.UTC(1899, 11, 30 + serial));
  const month = monthOf(day.getUTCFullYear() * 12 + day.getUTCMonth());
  return { from: month, to: month };
}
