import type { Position } from '../selection/range.ts';
import { ArrangedSheet } from '../sort-filter/arranged-sheet.svelte.ts';
import { ColumnLayout, GROUP_HEIGHT, ROW_HEIGHT, TITLE_HEIGHT } from './layout.ts';
import { placeLooks } from './looks.ts';
import { RowPool } from './pool.ts';
import { keepWidths, readWidths } from './stored-widths.ts';

/** Where rows and columns stand, and which of them are in sight. */
export class ScrolledSheet extends ArrangedSheet {
  scroller: HTMLElement | null = null;
  scrolledTop = $state(0);
  scrolledLeft = $state(0);
  viewWidth = $state(1000);
  viewHeight = $state(600);

  private ownWidths = $state.raw<ReadonlyMap<string, number>>(new Map());
  private lastLayout: ColumnLayout | null = null;

  readonly layout = $derived.by(() => this.newLayout());
  /** Class names of each column's cells by where it stands. */
  readonly placeLooks = $derived(placeLooks(this.view.columns, this.layout.frozen));
  readonly grouped = $derived(this.view.columns.some(({ group }) => group));
  readonly headHeight = $derived(TITLE_HEIGHT + (this.grouped ? GROUP_HEIGHT : 0));
  readonly pool = $derived(
    new RowPool(this.view.rowCount, this.scrolledTop, this.viewHeight - this.headHeight),
  );
  private readonly sightKey = $derived(this.layout.inSight(this.scrolledLeft, this.viewWidth).join(' '));
  readonly columnsInSight = $derived(this.sightKey === '' ? [] : this.sightKey.split(' ').map(Number));

  loadWidths(): void {
    this.ownWidths = readWidths(this.view.id);
  }

  setWidth(column: number, width: number): void {
    const key = this.view.columns[column]?.key;
    if (key === undefined) return;
    this.ownWidths = new Map([...this.ownWidths, [key, Math.round(width)]]);
  }

  storeWidths(): void {
    keepWidths(this.view.id, this.ownWidths);
  }

  reveal({ row, column }: Position): void {
    const { scroller, layout } = this;
    if (!scroller || this.inSight({ row, column })) return;
    const top = row * ROW_HEIGHT;
    const height = scroller.clientHeight - this.headHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + ROW_HEIGHT > scroller.scrollTop + height) scroller.scrollTop = top + ROW_HEIGHT - height;
    if (column >= layout.frozen) this.revealColumn(scroller, column);
    this.readScroll();
  }

  /** By what is known of the scroller: to ask it makes the browser lay the page out at once. */
  private inSight({ row, column }: Position): boolean {
    const { layout, scrolledTop, scrolledLeft } = this;
    const [top, left] = [row * ROW_HEIGHT, layout.left(column)];
    const isRow = top >= scrolledTop && top + ROW_HEIGHT <= scrolledTop + this.viewHeight - this.headHeight;
    const isColumn =
      column < layout.frozen ||
      (left >= scrolledLeft + layout.frozenWidth &&
        left + layout.width(column) <= scrolledLeft + this.viewWidth);
    return isRow && isColumn;
  }

  private revealColumn(scroller: HTMLElement, column: number): void {
    const left = this.layout.left(column);
    const right = left + this.layout.width(column);
    if (left < scroller.scrollLeft + this.layout.frozenWidth)
      scroller.scrollLeft = left - this.layout.frozenWidth;
    else if (right > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = right - scroller.clientWidth;
  }

  readScroll(): void {
    if (!this.scroller) return;
    this.scrolledTop = this.scroller.scrollTop;
    this.scrolledLeft = this.scroller.scrollLeft;
  }

  /** Where a cell stands inside the scroller; a frozen one moves with the view. */
  boxOf({ row, column }: Position): { left: number; top: number; width: number } {
    const frozen = column < this.layout.frozen ? this.scrolledLeft : 0;
    return {
      left: this.layout.left(column) + frozen,
      top: this.headHeight + row * ROW_HEIGHT,
      width: this.layout.width(column),
    };
  }

  /** False where a loose column has gone under the frozen ones. */
  uncovered(column: number): boolean {
    return (
      column < this.layout.frozen ||
      this.layout.left(column) + this.layout.width(column) > this.scrolledLeft + this.layout.frozenWidth
    );
  }

  /** The same one as long as nothing moves: every cell depends on it. */
  private newLayout(): ColumnLayout {
    const layout = new ColumnLayout(this.view.columns, this.ownWidths, this.view.rowCount, this.viewWidth);
    if (this.lastLayout?.equals(layout)) return this.lastLayout;
    this.lastLayout = layout;
    return layout;
  }
}
