import { backcastSheet } from './backcast-sheet.ts';
import { besideSheet } from './beside-sheet.ts';
import { notesSheet } from './notes-sheet.ts';
import { ratioCells, ratiosSheet } from './ratios-sheet.ts';
import { sheetName } from './sheet-name.ts';
import type { Book, BookSheet } from './types.ts';

/** The sheets of a workbook whose Backcast goes on calculating. */
export function bookSheets(book: Book): readonly BookSheet[] {
  const { sheets } = book.words;
  const { beside } = book;
  const backcast = sheetName(sheets.backcast);
  const ratios = sheetName(sheets.ratios, [backcast]);
  const notes = sheetName(sheets.notes, [backcast, ratios]);
  return [
    backcastSheet(book, backcast, ratioCells(book, ratios)),
    ratiosSheet(book, ratios),
    notesSheet(book, notes),
    ...(beside ? [besideSheet(beside, sheetName(beside.words.sheet, [backcast, ratios, notes]))] : []),
  ];
}
