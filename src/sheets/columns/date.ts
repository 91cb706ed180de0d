import { parseDay } from '../../model/entry/day.ts';
import { parsed, refused, textOrNull, type ColumnType } from './column-type.ts';

/** A day, shown ISO: it sorts, copies and reads the same in every language. */
export const date: ColumnType = {
  value: textOrNull,
  show: (stored) => textOrNull(stored) ?? '',
  draft: (stored) => textOrNull(stored) ?? '',
  parse(text, { asOf }) {
    const read = parseDay(text, { today: asOf });
    return read.ok ? parsed(read.value) : refused(read.failure);
  },
};
