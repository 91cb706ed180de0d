import type { Change } from '../model/diff.ts';
import type { Json, Values } from '../model/json.ts';
import { columnTypes, type CellHints } from './columns/index.ts';
import type { SheetContext } from './definition.ts';
import type { CellEdit, CellType, EditOutcome } from './sheet.ts';

const same = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Gathers what the edits of one act come to: one change per cell, one creation per new record, and what was refused. */
export class ChangeSet {
  private readonly edits = new Map<string, Map<string, Json>>();
  private readonly created = new Map<string, Record<string, Json>>();
  readonly rejected: EditOutcome['rejected'][number][] = [];

  constructor(private readonly records: Pick<SheetContext, 'get'>) {}

  /** The field as it will be; null = blank. */
  get(id: string, field: string): Json {
    const edited = this.edits.get(id)?.get(field);
    return edited === undefined ? ((this.created.get(id) ?? this.records.get(id))?.[field] ?? null) : edited;
  }

  /** Sets a field of a record that may not exist yet; a blank makes no record, the same value no change. */
  set(id: string, field: string, value: Json): void {
    if (same(this.get(id, field), value)) return;
    const fresh = this.created.get(id);
    if (fresh) fresh[field] = value;
    else if (!this.records.get(id)) this.created.set(id, { [field]: value });
    else this.edits.set(id, (this.edits.get(id) ?? new Map<string, Json>()).set(field, value));
  }

  create(id: string, values: Values): void {
    this.created.set(id, { ...values });
  }

  reject(edit: CellEdit, message: string): void {
    this.rejected.push({ ...edit, message });
  }

  /** The stored value of what was typed; undefined = it was refused, in words. */
  read(type: CellType, edit: CellEdit, hints: CellHints): Json | undefined {
    const parsed = columnTypes[type].parse(edit.text, hints);
    if (parsed.ok) return parsed.value;
    this.reject(edit, parsed.message);
    return undefined;
  }

  changes(): Change[] {
    const creations = [...this.created].map(([create, values]) => ({ create, values }));
    const edits = [...this.edits].flatMap(([id, fields]) =>
      [...fields].map(([field, value]) => ({ id, field, value })),
    );
    return [...creations, ...edits];
  }

  outcome(summary = ''): EditOutcome {
    return { changes: this.changes(), rejected: this.rejected, summary };
  }
}

/** The edits of one act by row: a pasted row below the sheet is one record. */
export function editsByRow(edits: readonly CellEdit[]): Map<number, CellEdit[]> {
  const rows = new Map<number, CellEdit[]>();
  for (const edit of edits) {
    const row = rows.get(edit.row);
    if (row) row.push(edit);
    else rows.set(edit.row, [edit]);
  }
  return rows;
}
