import { MOST_PROBLEMS, type RowProblem } from './types.ts';

/** Counts bad and doubtful rows, and keeps the first of each to show: errors before warnings. */
export class Problems {
  private readonly errors: RowProblem[] = [];
  private readonly warnings: RowProblem[] = [];
  readonly badRows = new Set<number>();
  readonly warnedRows = new Set<number>();

  add(problem: RowProblem): void {
    const [list, rows] =
      problem.level === 'error' ? [this.errors, this.badRows] : [this.warnings, this.warnedRows];
    rows.add(problem.row);
    if (list.length < MOST_PROBLEMS) list.push(problem);
  }

  /** In the order of lines. */
  list(): RowProblem[] {
    return [...this.errors, ...this.warnings].slice(0, MOST_PROBLEMS).sort((a, b) => a.row - b.row);
  }
}
