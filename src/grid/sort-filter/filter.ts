import type { Cell } from '../../sheets/sheet.ts';

export const NUMBER_TESTS = ['atLeast', 'atMost', 'equal', 'notEqual', 'between'] as const;
export type NumberTest = (typeof NUMBER_TESTS)[number];

/** What a column must hold for a row to stay. Parts that are given must all hold. */
export interface Filter {
  readonly text?: string;
  readonly blanks?: 'only' | 'none';
  readonly number?: { readonly test: NumberTest; readonly value: number; readonly upTo?: number };
}

const NUMBER: Record<NumberTest, (value: number, limit: number, upTo: number) => boolean> = {
  atLeast: (value, limit) => value >= limit,
  atMost: (value, limit) => value <= limit,
  equal: (value, limit) => value === limit,
  notEqual: (value, limit) => value !== limit,
  between: (value, limit, upTo) => value >= limit && value <= upTo,
};

export function passes(cell: Cell, filter: Filter): boolean {
  const blank = cell.value === null || cell.value === '';
  if (filter.blanks && blank !== (filter.blanks === 'only')) return false;
  if (filter.text && !holdsText(cell, filter.text)) return false;
  if (!filter.number) return true;
  const { test, value, upTo } = filter.number;
  return typeof cell.value === 'number' && NUMBER[test](cell.value, value, upTo ?? value);
}

/** As shown (2,007) or as stored (2007); case does not matter. */
export function holdsText(cell: Cell, text: string): boolean {
  const wanted = text.toLowerCase();
  return (
    cell.text.toLowerCase().includes(wanted) ||
    String(cell.value ?? '')
      .toLowerCase()
      .includes(wanted)
  );
}
