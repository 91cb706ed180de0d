import { t } from '../../i18n/i18n.svelte.ts';
import { LIFE } from '../../model/facts/record.ts';
import type { Json, Values } from '../../model/json.ts';
import type { CellWords } from '../records/cell-words.ts';

/** What a person calls the column of a cell; of a whole row (no field, or its life) what tells it from others. */
export const columnText = (cells: CellWords, id: string, field: string | null): string =>
  field === null || field === LIFE ? cells.period(id) || t().merge.list.wholeRow : cells.column(id, field);

/** A value of a cell; of a row's life what is to become of it. */
export function valueText(cells: CellWords, id: string, field: string, value: Json): string {
  const words = t().merge.conflicts;
  if (field === LIFE) return value === true ? words.keep : words.remove;
  return cells.value(id, field, value);
}

const MOST_FIELDS = 6;

/** A record that comes or goes, in one line. */
export const recordText = (cells: CellWords, id: string, record: Values): string =>
  Object.entries(record)
    .filter(([, value]) => value !== null && value !== '' && value !== false)
    .slice(0, MOST_FIELDS)
    .map(([field, value]) => `${cells.field(id, field)} ${cells.value(id, field, value)}`)
    .join(' · ');
