import { linesOf, textCell } from './cells.ts';
import { DAY, MONTH } from './formats.ts';
import type { Book, BookCell, BookNote, BookSheet } from './types.ts';

const TERM_WIDTH = 28;
const TEXT_WIDTH = 92;

/** What the plan was when the workbook was made, and how to read it. */
export const notesSheet = ({ words, notes }: Book, name: string): BookSheet => ({
  name,
  rows: [
    [{ value: words.title, style: { kind: 'title' } }],
    [],
    ...notes.map((note) => [textCell(note.term, { total: true, wrap: true }), meaning(note)]),
  ],
  widths: [TERM_WIDTH, TEXT_WIDTH],
  lines: new Map(notes.map(({ is }, at) => [at + 2, typeof is === 'string' ? linesOf(is, TEXT_WIDTH) : 1])),
  frozen: { rows: 0, columns: 0 },
});

function meaning({ is }: BookNote): BookCell {
  if (typeof is === 'string') return textCell(is, { wrap: true });
  const [day, format] = 'day' in is ? [is.day, DAY] : [`${is.month}-01`, MONTH];
  return { value: new Date(`${day}T00:00:00Z`), style: { kind: 'text', format } };
}
