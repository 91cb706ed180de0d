/** Widths in pixels of the grid's type: letters of both scripts, bold digits, and the small line under a title. */
export const WIDE_LETTER = 13;
const LETTER = 6.6;
const DIGIT = 7.1;
const SMALL = 6.2;
export const PADDING = 16;
const LEAST = 56;
export const CJK = '\u2e7f';

/** How wide a text stands. */
export const textWidth = (text: string, letter = LETTER): number =>
  Array.from(text).reduce((sum, each) => sum + (each > CJK ? (WIDE_LETTER * letter) / LETTER : letter), 0);

/** The largest amount of a column, whichever its sign; 0 where it has no number. */
export function largestOf(column: ArrayLike<number> | undefined): number {
  let largest = 0;
  for (let at = 0; column && at < column.length; at++) {
    const amount = Math.abs(column[at] ?? NaN);
    if (amount > largest) largest = amount;
  }
  return largest;
}

/** Just wide enough for the title, the line under it and the largest number, as it is shown. */
export function columnWidth(title: string, subtitle: string, largest = ''): number {
  const digits = largest.length * DIGIT;
  return Math.ceil(
    Math.max(LEAST, PADDING + Math.max(textWidth(title, LETTER), textWidth(subtitle, SMALL), digits)),
  );
}
