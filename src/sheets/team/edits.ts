import { t } from '../../i18n/i18n.svelte.ts';
import { MINUTES_OF_A_DAY } from '../../model/chain-check.ts';
import { recordId } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import { unitKinds, type Unit } from '../../model/records/unit.ts';
import { ChangeSet, editsByRow } from '../change-set.ts';
import type { SheetContext } from '../definition.ts';
import { Newcomers } from '../newcomers.ts';
import { pasteSummary } from '../paste-summary.ts';
import type { UnitRows } from '../rows.ts';
import type { CellEdit, EditOutcome, EditReason } from '../sheet.ts';
import type { TeamColumn } from './columns.ts';
import { storedField } from './minutes.ts';

type Field = NonNullable<TeamColumn['field']>;
interface ReadCell {
  readonly edit: CellEdit;
  /** Of the unit's record. */
  readonly field: string;
  readonly value: Json;
}

const isKind = (value: Json): value is Unit['kind'] => unitKinds.some((kind) => kind === value);

/** Turns typed and pasted cells into units. A row is read whole: an end is checked against the start beside it. */
export class TeamEdits {
  private readonly changes: ChangeSet;
  private readonly newcomers: Newcomers;

  constructor(
    private readonly context: SheetContext,
    private readonly rows: UnitRows,
    private readonly columns: readonly TeamColumn[],
  ) {
    this.changes = new ChangeSet(context);
    this.newcomers = new Newcomers(context, this.changes);
  }

  run(edits: readonly CellEdit[], reason: EditReason): EditOutcome {
    for (const [row, cells] of editsByRow(edits)) {
      const unit = this.rows.unit(row);
      if (unit) this.write(unit.key, this.read(cells, unit));
      else this.add(cells.filter(({ text }) => text.trim() !== ''));
    }
    const counts = { added: this.newcomers.count, rejected: this.changes.rejected.length };
    return this.changes.outcome(pasteSummary(edits, reason, counts));
  }

  private add(cells: readonly CellEdit[]): void {
    const read = this.read(cells, null);
    const name = read.find(({ field }) => field === 'name');
    const kind = read.find(({ field }) => field === 'kind')?.value ?? 'rep';
    if (typeof name?.value !== 'string') {
      for (const { edit } of read) this.changes.reject(edit, t().team.nameNeeded);
      return;
    }
    this.write(this.newcomers.add(name.value, isKind(kind) ? kind : 'rep'), read);
  }

  /** What was understood; the rest is refused in words. */
  private read(cells: readonly CellEdit[], unit: Unit | null): ReadCell[] {
    return cells.flatMap((edit) => {
      const about = this.columns[edit.column];
      if (!about || about.field === null) {
        this.changes.reject(edit, t().team.daysComputed);
        return [];
      }
      const { field, column } = about;
      const hints = { ...this.context, ...(column.choices && { choices: column.choices }) };
      const value = this.changes.read(column.type, edit, hints);
      const wrong = value === undefined ? null : this.impossible(field, value, unit);
      if (wrong !== null) this.changes.reject(edit, wrong);
      return value === undefined || wrong !== null ? [] : [{ edit, field: storedField(about), value }];
    });
  }

  private impossible(field: Field, value: Json, unit: Unit | null): string | null {
    const words = t().team;
    if (field === 'name' && value === null) return words.nameNeeded;
    if (typeof value === 'number' && field !== 'potential' && value > MINUTES_OF_A_DAY)
      return words.tooManyMinutes(MINUTES_OF_A_DAY);
    if (field !== 'kind') return null;
    if (value === null) return words.kindNeeded;
    const hasBelow = unit !== null && this.context.units.some(({ parent }) => parent === unit.key);
    return value === 'rep' && hasBelow ? words.hasBelow : null;
  }

  private write(key: string, cells: readonly ReadCell[]): void {
    const id = recordId.unit(key);
    const value = (field: 'start' | 'end'): Json => {
      const typed = cells.findLast((cell) => cell.field === field);
      return typed ? typed.value : this.changes.get(id, field);
    };
    const [start, end] = [value('start'), value('end')];
    const backwards = typeof start === 'string' && typeof end === 'string' && end < start;
    for (const { edit, field, value: stored } of cells)
      if (backwards && (field === 'start' || field === 'end'))
        this.changes.reject(edit, t().team.endBeforeStart);
      else this.changes.set(id, field, stored);
  }
}
