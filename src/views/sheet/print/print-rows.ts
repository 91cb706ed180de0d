import type { Cell, Column, SheetModel } from '../../../sheets/sheet.ts';

export interface PrintGroup {
  readonly title: string;
  readonly span: number;
}
export interface PrintRow {
  readonly key: string;
  readonly level: number;
  readonly total: boolean;
  readonly cells: readonly string[];
}

/** So many columns beside the names fit on paper lying on its side. */
const MOST_COLUMNS = 15;

/**
 * The columns of each table: what is too wide for the paper goes on in further tables, each with the names in front
 * and a group kept whole where it fits.
 */
export function printBlocks(columns: readonly Column[], most = MOST_COLUMNS): number[][] {
  const blocks: number[][] = [];
  let left = columns.slice(1).map((_, at) => at + 1);
  while (left.length > 0) {
    let take = Math.min(most, left.length);
    const groupAt = (at: number) => columns[left[at] ?? -1]?.group;
    if (take < left.length) {
      let cut = take;
      while (cut > 0 && groupAt(cut) !== undefined && groupAt(cut) === groupAt(cut - 1)) cut--;
      if (cut > 0) take = cut;
    }
    blocks.push([0, ...left.slice(0, take)]);
    left = left.slice(take);
  }
  return blocks.length > 0 ? blocks : [columns.map((_, at) => at)];
}

/** Header over several columns: equal neighbours are joined; empty when no column has a group. */
export function printGroups(columns: readonly Column[]): PrintGroup[] {
  const groups: { title: string; span: number }[] = [];
  for (const { group = '' } of columns) {
    const last = groups.at(-1);
    if (last?.title === group) last.span++;
    else groups.push({ title: group, span: 1 });
  }
  return groups.some(({ title }) => title !== '') ? groups : [];
}

/** Every row of the sheet but the one for adding; paper does not scroll. */
export function printRows(model: SheetModel): PrintRow[] {
  const rows: PrintRow[] = [];
  for (let at = 0; at < model.rowCount; at++) {
    const { key, level, total, adder } = model.row(at);
    if (adder) continue;
    const cells = model.columns.map((_, column) => printText(model.cell(at, column)));
    rows.push({ key, level, total, cells });
  }
  return rows;
}

/** Evidence is a drawing on the screen, and a share of own data on paper. */
const printText = ({ text, share }: Cell): string =>
  text === '' && share !== undefined ? `${String(Math.round(share * 100))}%` : text;
