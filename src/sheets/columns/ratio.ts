import { t } from '../../i18n/i18n.svelte.ts';
import { formatShare } from '../../i18n/numbers.ts';
import { readNumber } from '../../model/entry/number.ts';
import { numberOrNull, parsed, refused, type ColumnType } from './column-type.ts';
import { bareNumber } from './number.ts';

/** A share of the step before: 0.29 is shown as 29.0%. A bare number above 1 is read as percent. */
export const ratio: ColumnType = {
  value: numberOrNull,
  show(stored, { language }) {
    const value = numberOrNull(stored);
    return value === null ? '' : formatShare(value, language);
  },
  draft(stored) {
    const value = numberOrNull(stored);
    return value === null ? '' : `${bareNumber(value * 100)}%`;
  },
  parse(text) {
    const read = readNumber(text);
    if (!read.ok) return refused(read.failure);
    if (read.value === null) return parsed(null);
    const { value, percent } = read.value;
    if (value < 0) return { ok: false, message: t().sheets.columns.negativeRatio };
    return parsed(!percent && value > 1 ? value / 100 : value);
  },
};
