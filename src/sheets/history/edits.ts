import { t } from '../../i18n/i18n.svelte.ts';
import { recordId } from '../../model/ids.ts';
import { ChangeSet, editsByRow } from '../change-set.ts';
import { columnTypes } from '../columns/index.ts';
import type { SheetContext } from '../definition.ts';
import { Newcomers } from '../newcomers.ts';
import { pasteSummary } from '../paste-summary.ts';
import type { UnitRows } from '../rows.ts';
import type { CellEdit, EditOutcome, EditReason } from '../sheet.ts';
import { isOfDays } from './cells.ts';
import type { HistoryColumn } from './columns.ts';

/** Turns typed and pasted cells into records; column 0 is the name, which only new rows take. */
export class HistoryEdits {
  private readonly changes: ChangeSet;
  private readonly newcomers: Newcomers;
  private numbers = 0;
  private gaps = 0;

  constructor(
    private readonly context: SheetContext,
    private readonly rows: UnitRows,
    private readonly columns: readonly HistoryColumn[],
    /** Units in the order of the columns' values. */
    private readonly units: readonly string[],
  ) {
    this.changes = new ChangeSet(context);
    this.newcomers = new Newcomers(context, this.changes);
  }

  run(edits: readonly CellEdit[], reason: EditReason): EditOutcome {
    for (const [row, cells] of editsByRow(edits)) {
      const unit = this.rows.unit(row);
      if (!unit) this.add(cells);
      else if (unit.kind === 'rep') for (const edit of cells) this.write(unit.key, edit);
      else for (const edit of cells) this.changes.reject(edit, t().history.sumRefused);
    }
    const { numbers, gaps } = this;
    const counts = { numbers, gaps, added: this.newcomers.count, rejected: this.changes.rejected.length };
    return this.changes.outcome(pasteSummary(edits, reason, counts));
  }

  private add(cells: readonly CellEdit[]): void {
    const filled = cells.filter(({ text }) => text.trim() !== '');
    const typed = filled.find(({ column }) => column === 0);
    const name = typed ? columnTypes.text.parse(typed.text, this.context) : null;
    if (!name?.ok || typeof name.value !== 'string') {
      for (const edit of filled) this.changes.reject(edit, t().sheets.nameFirst);
      return;
    }
    const unit = this.newcomers.add(name.value);
    for (const edit of cells) if (edit.column > 0) this.write(unit, edit);
  }

  private write(unit: string, edit: CellEdit): void {
    const column = this.columns[edit.column - 1];
    if (!column) this.changes.reject(edit, t().history.nameElsewhere);
    else if (isOfDays(this.units, unit, column)) this.changes.reject(edit, t().history.daysRefused);
    else {
      const value = this.changes.read(column.type, edit, this.context);
      if (value === undefined) return;
      this.changes.set(recordId.history(unit, column.month), column.measure, value);
      if (value === null) this.gaps++;
      else this.numbers++;
    }
  }
}
