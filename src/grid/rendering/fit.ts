import type { GridState } from '../grid-state.svelte.ts';
import { MIN_WIDTH } from './layout.ts';

const PADDING = 20;
const MENU = 18;
const WIDEST = 480;
/** Rows looked at: those in sight and the first ones. */
const SAMPLE = 2000;

/** As wide as what stands in the column needs. */
export function fitColumn(grid: GridState, column: number): void {
  const context = document.createElement('canvas').getContext('2d');
  if (!context || !grid.scroller) return;
  const { fontFamily, fontSize } = getComputedStyle(grid.scroller);
  context.font = `600 ${fontSize} ${fontFamily}`;
  const measure = (text: string) => Math.ceil(context.measureText(text).width);
  let widest = measure(grid.view.columns[column]?.title ?? '') + MENU;
  const first = Math.min(grid.pool.first, Math.max(0, grid.view.rowCount - SAMPLE));
  for (let row = first; row < Math.min(grid.view.rowCount, first + SAMPLE); row++) {
    if (grid.view.row(row).adder) continue;
    const indent = column === 0 && grid.tree ? 18 + 14 * grid.view.row(row).level : 0;
    widest = Math.max(widest, measure(grid.view.cell(row, column).text) + indent);
  }
  grid.setWidth(column, Math.min(WIDEST, Math.max(MIN_WIDTH, widest + PADDING)));
  grid.storeWidths();
}
