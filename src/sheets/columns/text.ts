import { parsed, textOrNull, type ColumnType } from './column-type.ts';

/** One line of text; outer blanks are not kept, and nothing but blanks is blank. */
export const text: ColumnType = {
  value: textOrNull,
  show: (stored) => textOrNull(stored) ?? '',
  draft: (stored) => textOrNull(stored) ?? '',
  parse: (typed) => parsed(textOrNull(typed.replace(/\s+/g, ' ').trim())),
};
