import { plainText } from '../../model/entry/text.ts';
import { isField, isTarget } from './catalog.ts';
import { ROW_MARK } from './keys.ts';
import { meaningOf } from './meaning.ts';
import { splitUnit } from './scale.ts';
import type { Table } from './table.ts';
import type { ColumnGuess, DraftRequest, RowMeasure, Target } from './types.ts';

type Remembered = { readonly [key: string]: Target } | undefined;

function meaning(text: string, request: DraftRequest, remembered: Remembered): Omit<RowMeasure, 'rows'> {
  const { facts, rowMeasures = {} } = request;
  if (Object.hasOwn(rowMeasures, text)) return { text, target: rowMeasures[text]!, reason: 'chosen' };
  const kept = remembered?.[ROW_MARK + text];
  if (isTarget(kept, facts)) return { text, target: kept, reason: 'remembered' };
  const [target = 'ignore', reason = 'unknown'] = meaningOf(text, facts) ?? [];
  const known = target === 'ignore' || !isField(target);
  return known ? { text, target, reason } : { text, target: 'ignore', reason: 'unknown' };
}

/** Texts of a column of measures, in the order they first stand there, with what each means. */
export function readRowMeasures(
  table: Table,
  headerRow: number,
  column: ColumnGuess,
  request: DraftRequest,
  remembered: Remembered,
): RowMeasure[] {
  const rows = new Map<string, number>();
  for (let row = headerRow + 1; row < table.rows.length; row++) {
    const text = plainText(table.rows[row]![column.index] ?? '');
    if (text !== '') rows.set(text, (rows.get(text) ?? 0) + 1);
  }
  return [...rows].map(([text, count]) => ({ ...meaning(text, request, remembered), rows: count }));
}

export const scaleOf = ({ text }: RowMeasure): number => splitUnit(text).scale;
