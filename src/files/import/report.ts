import { plainText } from '../../model/entry/text.ts';
import { fail, type Failure } from '../../model/failure.ts';
import type { Layout } from './layout.ts';
import { Problems } from './problems.ts';
import { suggestionFor } from './suggest.ts';
import type { Table } from './table.ts';
import type { RowProblem } from './types.ts';

/** One cell of a row that is being checked; column −1: the whole row. */
export interface Place {
  readonly row: number;
  readonly column: number;
  /** Whose row it is, as written. */
  readonly name: string;
}

/** Writes down what is wrong where, with a correction to offer where what stands near gives one away. */
export class Report {
  readonly problems = new Problems();
  repeats = 0;
  private nameAbove = '';
  private readonly lastMonth = new Map<number, number>();
  private readonly table: Table;
  private readonly layout: Layout;

  constructor(table: Table, layout: Layout) {
    this.table = table;
    this.layout = layout;
  }

  /** A sound row: what follows it may be meant alike. */
  passed(name: string): void {
    if (name !== '') this.nameAbove = plainText(name);
  }
  dated(person: number, month: number): void {
    this.lastMonth.set(person, month);
  }

  error(place: Place, written: string, { failure }: { failure: Failure }, person: number | null): null {
    const month = person === null ? null : (this.lastMonth.get(person) ?? null);
    const suggestion = suggestionFor(failure, written, { name: this.nameAbove, month });
    this.problems.add(this.problem('error', place, written, failure, suggestion));
    return null;
  }

  warning(place: Place, written: string, { failure }: { failure: Failure }): void {
    this.problems.add(this.problem('warning', place, written, failure, null));
  }

  repeated(place: Place, code: 'repeatedMonth' | 'repeatedDay', line: number): void {
    this.repeats++;
    this.warning(place, '', fail(code, { line }));
  }

  private problem(
    level: RowProblem['level'],
    { row, column, name }: Place,
    written: string,
    failure: Failure,
    suggestion: string | null,
  ): RowProblem {
    const { header = '', above = '' } = this.layout.columns[column] ?? {};
    return {
      level,
      row,
      line: this.table.lines[row]!,
      column,
      header: above && header ? `${above} ${header}` : header,
      rep: plainText(name),
      written,
      failure,
      suggestion,
    };
  }
}
