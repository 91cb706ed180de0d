import { textCell } from './cells.ts';
import { DAY, MONTH } from './formats.ts';
import type { Book, BookCell, BookNote, BookSheet } from './types.ts';

/** What the plan was when the workbook was made, and how to read it. */
export const notesSheet = ({ words, notes }: Book, name: string): BookSheet => ({
  name,
  rows: [
    [{ value: words.title, style: { kind: 'title' } }],
    [],
    ...notes.map((note) => [textCell(note.term, { total: true }), meaning(note)]),
  ],
  widths: [26, 92],
  frozen: { rows: 0, columns: 0 },
});

function meaning({ is }: BookNote): BookCell {
  if (typeof is === 'string') return textCell(is, { wrap: true });
  const [day, format] = 'day' in is ? [is.day, DAY] : [`${is.month}-01`, MONTH];
  return { value: new Date(`${day}T00:00:00Z`), style: { kind: 'text', format } };
}
