import { t } from '../i18n/i18n.svelte.ts';
import type { Change } from '../model/diff.ts';
import { parseUnit } from '../model/records/read.ts';
import type { Act } from './apply-written.ts';
import { ChangeSet, editsByRow } from './change-set.ts';
import { columnTypes } from './columns/index.ts';
import type { SheetContext } from './definition.ts';
import { Newcomers } from './newcomers.ts';
import { blankCell, type Cell, type CellEdit } from './sheet.ts';
import type { Field } from './unit-sheet.ts';

/** What typing below the tree comes to: members, and what their further cells hold. */
export interface Added {
  readonly creations: readonly Change[];
  readonly acts: readonly Act[];
  readonly count: number;
}

/** A cell of the row that adds members: the name, and what can be said of somebody who is not there yet. */
export function adderCell(field: Field | undefined, column: number, invitation: string): Cell {
  if (column === 0) return { ...blankCell, text: invitation, input: true, draft: '' };
  return field?.adds ? { ...blankCell, input: true, draft: '' } : blankCell;
}

export function addMembers(
  context: SheetContext,
  fields: readonly Field[],
  edits: readonly CellEdit[],
): Added {
  const creations = new ChangeSet(context);
  const newcomers = new Newcomers(context, creations);
  const acts: Act[] = [];
  for (const [, cells] of editsByRow(edits)) {
    const filled = cells.filter(({ text }) => text.trim() !== '');
    const name = nameIn(filled, context);
    const unit = name === null ? null : parseUnit(newcomers.add(name), { name, kind: 'rep' });
    for (const edit of filled) {
      if (unit && edit.column === 0) continue;
      const message = unit ? t().sheets.fixed : t().sheets.nameFirst;
      const field = fields[edit.column];
      const written = unit && field?.adds ? field.write?.(unit, edit.text) : undefined;
      acts.push({ edit, written: written ?? { kind: 'refused', message } });
    }
  }
  return { creations: creations.changes(), acts, count: newcomers.count };
}

function nameIn(cells: readonly CellEdit[], context: SheetContext): string | null {
  const typed = cells.find(({ column }) => column === 0);
  const read = typed ? columnTypes.text.parse(typed.text, context) : null;
  return read?.ok && typeof read.value === 'string' ? read.value : null;
}
