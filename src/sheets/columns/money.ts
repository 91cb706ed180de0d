import { formatNumber } from '../../i18n/numbers.ts';
import { numberOrNull, parsed, refused, type ColumnType } from './column-type.ts';
import { bareNumber, readPlainNumber } from './number.ts';

const MINOR = 100;

/** Entered to the cent; an amount that the plan derived is a fraction of a cent at best by accident. */
const hasCents = (minor: number): boolean => Number.isInteger(minor) && minor % MINOR !== 0;

/** Stored in minor units, shown and typed in major ones; negative money is a refund. */
export const money: ColumnType = {
  value(stored) {
    const minor = numberOrNull(stored);
    return minor === null ? null : minor / MINOR;
  },
  show(stored, { language }) {
    const minor = numberOrNull(stored);
    return minor === null ? '' : formatNumber(minor / MINOR, language, hasCents(minor) ? 2 : 0);
  },
  draft(stored) {
    const minor = numberOrNull(stored);
    return minor === null ? '' : bareNumber(minor / MINOR);
  },
  parse(text) {
    const read = readPlainNumber(text);
    if (!read.ok) return refused(read.failure);
    return parsed(read.value === null ? null : Math.round(read.value * MINOR) + 0);
  },
};
