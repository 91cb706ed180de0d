import { parseDay } from '../../model/entry/day.ts';
import { isBlank, parsed, refused, type ColumnType } from './column-type.ts';

const iso = (stored: Parameters<ColumnType['value']>[0]): string => (isBlank(stored) ? '' : String(stored));

/** A day, shown ISO: it sorts, copies and reads the same in every language. */
export const date: ColumnType = {
  value: (stored) => iso(stored) || null,
  show: iso,
  draft: iso,
  parse(text, { asOf }) {
    const read = parseDay(text, { today: asOf });
    return read.ok ? parsed(read.value) : refused(read.failure);
  },
};
