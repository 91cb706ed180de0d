import type { Cell } from '../../sheets/sheet.ts';

export const NUMBER_TESTS = ['atLeast', 'atMost', 'equal', 'notEqual', 'between'] as const;
export type NumberTest = (typeof NUMBER_TESTS)[number];

/** What a column must hold for a row to stay. Parts that are given must all hold. */
export interface Filter {
  readonly text?: string;
  readonly blanks?: 'only' | 'none';
  /** Of these values only, as shown; '' is blank. */
  readonly values?: ReadonlySet<string>;
  readonly number?: { readonly test: NumberTest; readonly value: number; readonly upTo?: number };
}

const NUMBER: Record<NumberTest, (value: number, limit: number, upTo: number) => boolean> = {
  atLeast: (value, limit) => value >= limit,
  atMost: (value, limit) => value <= limit,
  equal: (value, limit) => value === limit,
  notEqual: (value, limit) => value !== limit,
  between: (value, limit, upTo) => value >= limit && value <= upTo,
};

const isBlank = ({ value }: Cell): boolean => value === null || value === '';

/** What a list of values calls this one; '' for blank. */
export const valueKey = (cell: Cell): string => (isBlank(cell) ? '' : cell.text);

export function passes(cell: Cell, filter: Filter): boolean {
  const blank = isBlank(cell);
  if (filter.blanks && blank !== (filter.blanks === 'only')) return false;
  if (filter.values && !filter.values.has(valueKey(cell))) return false;
  if (filter.text && !holdsText(cell, filter.text)) return false;
  if (!filter.number) return true;
  const { test, value, upTo } = filter.number;
  return typeof cell.value === 'number' && NUMBER[test](cell.value, value, upTo ?? value);
}

/** Nothing but this text, as shown or as stored. */
export const isText = (cell: Cell, text: string): boolean =>
  [cell.text, String(cell.value ?? '')].some((held) => held.toLowerCase() === text.toLowerCase());

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
