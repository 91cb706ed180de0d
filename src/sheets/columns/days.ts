import { t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { numberOrNull, parsed, refused, type ColumnType } from './column-type.ts';
import { bareNumber, readPlainNumber } from './number.ts';

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Working days, with halves: 21, 20.5. */
export const days: ColumnType = {
  value: numberOrNull,
  show(stored, { language }) {
    const value = numberOrNull(stored);
    return value === null
      ? ''
      : formatNumber(tenths(value), language, Number.isInteger(tenths(value)) ? 0 : 1);
  },
  draft(stored) {
    const value = numberOrNull(stored);
    return value === null ? '' : bareNumber(value);
  },
  parse(text) {
    const read = readPlainNumber(text.replace(/\s*(天|days?|d)$/i, ''));
    if (!read.ok) return refused(read.failure);
    if (read.value !== null && read.value < 0) return { ok: false, message: t().sheets.columns.negativeDays };
    return parsed(read.value);
  },
};
