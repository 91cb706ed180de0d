import { expose, transfer } from 'comlink';
import type { Book } from '../src/files/workbook/types.ts';
import { writeBook } from '../src/files/workbook/write.ts';

expose({
  async write(book: Book) {
    const bytes = await writeBook(book);
    return transfer(bytes, [bytes.buffer]);
  },
});
