import { t } from '../../i18n/i18n.svelte.ts';
import type { Json } from '../../model/json.ts';
import { parsed, textOrNull, type CellHints, type ColumnType } from './column-type.ts';

function labelOf(stored: Json, { choices = [] }: CellHints): string {
  const value = textOrNull(stored);
  return value === null ? '' : (choices.find((known) => known.value === value)?.label ?? value);
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** One of the column's choices; by its label, its value, or the beginning of one label only. */
export const choice: ColumnType = {
  value: (stored, hints) => labelOf(stored, hints) || null,
  show: labelOf,
  draft: labelOf,
  parse(text, { choices = [] }) {
    const wanted = plain(text);
    if (wanted === '') return parsed(null);
    const exact = choices.find(({ value, label }) => plain(label) === wanted || plain(value) === wanted);
    const starting = choices.filter(({ label }) => plain(label).startsWith(wanted));
    const found = exact ?? (starting.length === 1 ? starting[0] : undefined);
    if (found) return parsed(found.value === '' ? null : found.value);
    return { ok: false, message: t().sheets.columns.notAChoice(choices.map(({ label }) => label)) };
  },
};
