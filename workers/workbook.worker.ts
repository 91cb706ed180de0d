import { expose, transfer } from 'comlink';
import type { SheetTable } from '../src/files/workbook/sheet-table.ts';
import type { Book } from '../src/files/workbook/types.ts';
import { writeBook, writeTable } from '../src/files/workbook/write.ts';

const moved = (bytes: Uint8Array): Uint8Array => transfer(bytes, [bytes.buffer]);

expose({
  write: async (book: Book) => moved(await writeBook(book)),
  writeTable: async (table: SheetTable) => moved(await writeTable(table)),
});
