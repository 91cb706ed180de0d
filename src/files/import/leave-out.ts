import { plainText } from '../../model/entry/text.ts';
import type { RowKind } from './types.ts';

const TOTAL =
  /^(?:合计|总计|共计|小计|总和|汇总|累计|平均|均值|grand ?total|sub-?total|totals?|sum|average|avg|mean)(?:[:：\s(].*)?$/i;
const TOTAL_BEHIND = /(?:合计|总计|小计|汇总|\s(?:total|subtotal))(?:\s*\([^()]*\))?[:：]?$/i;
const NOTE =
  /^(?:注|备注|说明|附注|制表|审核|数据来源|导出|※|\*|#|notes?\b|source\b|remark|exported|generated)/i;

/** 合计, Total, Average alone, as a header of sums over columns. */
export const isTotalWord = (header: string): boolean => TOTAL.test(plainText(header));

/** 合计, 华东区小计, Total, Alice Total: sums of other rows. */
export const isTotalName = (cell: string): boolean => {
  if (cell === '' || cell.length > 40) return false;
  const plain = plainText(cell);
  return TOTAL.test(plain) || TOTAL_BEHIND.test(plain);
};

/** What a row below the header is, from its cells and the number of columns that are imported. */
export function kindOfRow(
  row: readonly string[],
  header: readonly string[] | undefined,
  wordColumns: readonly number[],
): RowKind {
  let filled = 0;
  let firstFilled = '';
  for (const cell of row) {
    if (cell === '' || cell.trim() === '') continue;
    if (filled === 0) firstFilled = cell;
    filled++;
  }
  if (filled === 0) return 'blank';
  if (isTotalName(firstFilled) || wordColumns.some((column) => isTotalName(row[column] ?? '')))
    return 'total';
  if (filled <= 2 && NOTE.test(plainText(firstFilled))) return 'note';
  if (filled === 1 && row.length > 2) return 'note';
  if (header && filled > 1 && row.every((cell, i) => cell === (header[i] ?? ''))) return 'header';
  return 'data';
}
