import type { Json } from '../../model/json.ts';
import type { Cell, CellMark, CellType } from '../sheet.ts';
import { chance } from './chance.ts';
import { choice } from './choice.ts';
import type { CellHints, ColumnType } from './column-type.ts';
import { count } from './count.ts';
import { date } from './date.ts';
import { days } from './days.ts';
import { evidence } from './evidence.ts';
import { leave } from './leave.ts';
import { money } from './money.ts';
import { ratio } from './ratio.ts';
import { text } from './text.ts';

export type { CellHints, ColumnType, Parsed } from './column-type.ts';

/** How each type of cell is written and read. */
export const columnTypes: { readonly [T in CellType]: ColumnType } = {
  text,
  count,
  money,
  ratio,
  days,
  date,
  choice,
  leave,
  evidence,
  chance,
};

/** A stored value as a cell; `more` overrides what the type says of it. */
export function cellOf(
  type: CellType,
  stored: Json,
  hints: CellHints,
  more: Partial<Omit<Cell, 'marks'>> & { readonly marks?: readonly CellMark[] } = {},
): Cell {
  const column = columnTypes[type];
  return {
    text: column.show(stored, hints),
    value: column.value(stored, hints),
    input: false,
    ...(more.input && { draft: column.draft(stored, hints) }),
    ...more,
  };
}
