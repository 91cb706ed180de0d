import { isBlank, parsed, type ColumnType } from './column-type.ts';

/** One line of text; outer blanks are not kept, and nothing but blanks is blank. */
export const text: ColumnType = {
  value: (stored) => (isBlank(stored) ? null : String(stored)),
  show: (stored) => (isBlank(stored) ? '' : String(stored)),
  draft: (stored) => (isBlank(stored) ? '' : String(stored)),
  parse(typed) {
    const line = typed.replace(/\s+/g, ' ').trim();
    return parsed(line === '' ? null : line);
  },
};
