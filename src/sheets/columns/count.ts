import { formatNumber } from '../../i18n/numbers.ts';
import { fail } from '../../model/failure.ts';
import { numberOrNull, parsed, refused, type ColumnType } from './column-type.ts';
import { bareNumber, readPlainNumber } from './number.ts';

/** How often something was done: shown whole, never below 0. */
export const count: ColumnType = {
  value: numberOrNull,
  show(stored, { language }) {
    const value = numberOrNull(stored);
    return value === null ? '' : formatNumber(value, language);
  },
  draft(stored) {
    const value = numberOrNull(stored);
    return value === null ? '' : bareNumber(value);
  },
  parse(text) {
    const read = readPlainNumber(text);
    if (!read.ok) return refused(read.failure);
    if (read.value !== null && read.value < 0) return refused(fail('negativeCount', { text }).failure);
    return parsed(read.value);
  },
};
