/*
 * Tables inside HTML, and the sheets of Excel's old XML: what many a CRM saves under the name .xls. Only the tags that
 * make rows and cells are looked at; nothing of such a file is ever put into a page.
 */

const ROWS = new Set(['tr', 'row', 'ss:row']);
const CELLS = new Set(['td', 'th', 'cell', 'ss:cell']);
/** What stands inside these is no text of a table. */
const UNSEEN = /<(style|script|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;
const TAG = /<(\/?)([a-z][\w:]*)([^>]*)>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(nbsp|amp|lt|gt|quot|apos|yen));/gi;
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  yen: '¥',
};
/** No sheet is wider; a span that claims to be is cut. */
const WIDEST = 1000;
const TALLEST = 10_000;

/** Text that is markup with a table in it. */
export const isMarkup = (text: string): boolean => {
  const head = text.slice(0, 20_000);
  return (
    /^\s*(?:<!|<\?xml|<html|<head|<meta|<style|<table|<div)/i.test(head) &&
    /<(?:table|(?:ss:)?worksheet)\b/i.test(text)
  );
};

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const textOf = (content: string): string =>
  content
    .replace(/<br\b[^>]*>/gi, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(ENTITY, (_, decimal?: string, hex?: string, name?: string) =>
      name
        ? (NAMED[name.toLowerCase()] ?? '')
        : character(decimal ? Number(decimal) : parseInt(hex ?? '', 16)),
    )
    .replace(/\s+/g, ' ')
    .trim();

const numberIn = (attributes: string, name: string, most: number): number =>
  Math.min(most, Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 0));

/** Rows as they come out of the tags; a cell over several rows stands in each of them. */
class Rows {
  readonly rows: string[][] = [];
  private row: string[] = [];
  /** Texts that reach down from rows above, by column. */
  private hanging = new Map<number, { text: string; left: number }>();

  start(): void {
    this.row = [];
    this.rows.push(this.row);
  }

  private fillHanging(): void {
    for (let at = this.row.length; this.hanging.has(at); at = this.row.length) {
      const from = this.hanging.get(at)!;
      this.row.push(from.text);
      if (--from.left === 0) this.hanging.delete(at);
    }
  }

  add(text: string, attributes: string): void {
    if (this.rows.length === 0) this.start();
    for (let at = numberIn(attributes, 'index', WIDEST) - 1; this.row.length < at;) this.row.push('');
    this.fillHanging();
    const down = Math.max(
      numberIn(attributes, 'rowspan', TALLEST) - 1,
      numberIn(attributes, 'mergedown', TALLEST),
    );
    const across = Math.max(
      numberIn(attributes, 'colspan', WIDEST) - 1,
      numberIn(attributes, 'mergeacross', WIDEST),
    );
    for (let extra = 0; extra <= across; extra++) {
      if (down > 0) this.hanging.set(this.row.length, { text: extra ? '' : text, left: down });
      this.row.push(extra ? '' : text);
    }
  }

  end(): void {
    this.fillHanging();
  }
}

/** All rows of all tables, one below the other. */
export function readMarkup(source: string): string[][] {
  const text = source.replace(UNSEEN, '');
  const rows = new Rows();
  let cell: { from: number; attributes: string } | null = null;
  const close = (until: number) => {
    if (cell) rows.add(textOf(text.slice(cell.from, until)), cell.attributes);
    cell = null;
  };
  for (const { 0: whole, 1: slash, 2: tag = '', 3: attributes = '', index } of text.matchAll(TAG)) {
    const name = tag.toLowerCase();
    if (!ROWS.has(name) && !CELLS.has(name)) continue;
    close(index);
    if (ROWS.has(name) && slash) rows.end();
    else if (ROWS.has(name)) rows.start();
    else if (!slash && attributes.endsWith('/')) rows.add('', attributes);
    else if (!slash) cell = { from: index + whole.length, attributes };
  }
  close(text.length);
  return rows.rows;
}
