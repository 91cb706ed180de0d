import { meantText } from '../../model/spreadsheet-text.ts';
import { parseTsv } from './tsv.ts';

export type Block = readonly (readonly string[])[];

/**
 * The block that was copied. Plain text is what a spreadsheet shows; but what writes line breaks into cells unquoted,
 * or no text at all, is better read from its table. The code for that comes when it is needed.
 */
export function readBlock(plain: string, markup: string): Block | null | Promise<Block | null> {
  const block = plain === '' ? null : parseTsv(plain);
  if (markup !== '' && !(block && hasShape(markup, block))) return fromTable(markup, block);
  return block && plain.includes("'") ? meant(block) : block;
}

const meant = (block: Block): Block => block.map((cells) => cells.map(meantText));

async function fromTable(markup: string, block: Block | null): Promise<Block | null> {
  const { readTables } = await import('./html-table.ts');
  const table = readTables(markup);
  const read =
    !table || (block && table.length === block.length && widthOf(table) === widthOf(block)) ? block : table;
  return read && meant(read);
}

const widthOf = (block: Block): number => Math.max(0, ...block.map((cells) => cells.length));

/** Without reading the table: as many rows and cells stand in it. Large blocks of Excel come with much markup. */
function hasShape(markup: string, block: Block): boolean {
  const count = (tag: RegExp) => markup.match(tag)?.length ?? 0;
  const rows = count(/<tr[\s>]/gi);
  return rows === 0 || (rows === block.length && count(/<t[dh][\s>]/gi) === rows * widthOf(block));
}
