import { currentLanguage, t } from '../i18n/i18n.svelte.ts';
import {
  blankCell,
  type Cell,
  type CellType,
  type GridSelection,
  type SheetActions,
} from '../sheets/sheet.ts';
import type { RowPlace, SheetModel, SheetRow } from '../sheets/sheet.ts';
import { cellSentence, selectionSentence } from './a11y/speech.ts';
import { Drafts, type Draft } from './editing/drafts.ts';
import { ColumnLayout, GROUP_HEIGHT, ROW_HEIGHT, TITLE_HEIGHT } from './rendering/layout.ts';
import { RowPool } from './rendering/pool.ts';
import { keepWidths, readWidths } from './rendering/stored-widths.ts';
import type { Position, Range } from './selection/range.ts';
import { Selection, type Bounds } from './selection/selection.ts';
import { arrange, rowsWith, type Filters, type Sort } from './sort-filter/arrange.ts';
import { ArrangedModel, sameRows } from './sort-filter/arranged-model.ts';

/** What the view hands in; read anew each time, so that it stays reactive. */
export interface GridSource {
  readonly model: SheetModel;
  readonly actions: SheetActions;
  readonly readOnly: boolean;
}

export interface Notice extends Position {
  readonly text: string;
}

const NUMERIC: ReadonlySet<CellType> = new Set<CellType>(['count', 'money', 'ratio', 'days']);
const NO_ROW: SheetRow = { key: '', level: 0, expanded: null, total: false };

/** The state of one grid. Rows are those shown (sorted, filtered); `view` tells the model's. */
export class GridState {
  scroller: HTMLElement | null = null;
  sink: HTMLTextAreaElement | null = null;

  scrolledTop = $state(0);
  scrolledLeft = $state(0);
  viewWidth = $state(1000);
  viewHeight = $state(600);

  sort = $state.raw<Sort | null>(null);
  filters = $state.raw<Filters>(new Map());
  drafts = $state.raw(new Drafts());
  /** A sentence at a cell: why typing was refused. */
  notice = $state.raw<Notice | null>(null);
  /** What the screen reader hears. */
  spoken = $state('');
  copied = $state.raw<Range | null>(null);
  /** Names what was cut on the clipboard: pasted while its dashes are there, it moves. */
  cutMark = '';
  fillPreview = $state.raw<Range | null>(null);
  /** Where dragged rows would go. */
  drop = $state.raw<RowPlace | null>(null);
  /** What the far end of the fill would hold. */
  fillText = $state('');
  /** Something has been selected; before that no cell is ringed. */
  chosen = $state(false);
  /** A finger was the last to select. */
  byTouch = $state(false);
  /** The keyboard on the screen is wanted; a tap alone only selects. */
  screenKeys = $state(true);
  /** Set once for the next Tab to leave the grid. */
  leaving = false;
  /** How often Enter was pressed in the adder row for rows that are not there yet: what is typed next is that far below. */
  belowAdder = 0;

  /** Keys of rows; null: all are shown. */
  private onlyRows = $state.raw<ReadonlySet<string> | null>(null);
  private picked = $state.raw(Selection.at(0, 0));
  private ownWidths = $state.raw<ReadonlyMap<string, number>>(new Map());
  private lastLayout: ColumnLayout | null = null;
  private order: { base: SheetModel; sort: Sort | null; filters: Filters; rows: Int32Array | null } | null =
    null;

  /** Sorted and filtered. */
  readonly arranged = $derived.by(
    () => new ArrangedModel(this.source.model, this.orderOf(this.source.model)),
  );
  /** And of those only the rows that are asked for. */
  readonly view = $derived(
    this.onlyRows
      ? new ArrangedModel(this.arranged.base, rowsWith(this.arranged, this.onlyRows))
      : this.arranged,
  );
  readonly bounds = $derived<Bounds>({ rows: this.view.rowCount, columns: this.view.columns.length });
  readonly selection = $derived(this.picked.clampedTo(this.bounds));
  readonly range = $derived(this.chosen && this.bounds.rows > 0 ? this.selection.range : null);
  readonly layout = $derived.by(() => this.newLayout());
  readonly grouped = $derived(this.view.columns.some(({ group }) => group));
  readonly headHeight = $derived(TITLE_HEIGHT + (this.grouped ? GROUP_HEIGHT : 0));
  readonly pool = $derived(
    new RowPool(this.view.rowCount, this.scrolledTop, this.viewHeight - this.headHeight),
  );
  private readonly sightKey = $derived(this.layout.inSight(this.scrolledLeft, this.viewWidth).join(' '));
  readonly columnsInSight = $derived(this.sightKey === '' ? [] : this.sightKey.split(' ').map(Number));
  /** Rows that open and fold: the grid is a tree. */
  readonly tree = $derived.by(() => this.looksLikeTree());

  constructor(
    readonly source: GridSource,
    private readonly emit: (selection: GridSelection) => void,
  ) {}

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

  rowAt(row: number): SheetRow {
    return row < this.view.rowCount ? this.view.row(row) : NO_ROW;
  }

  cellAt(row: number, column: number): Cell {
    return row < this.view.rowCount ? this.view.cell(row, column) : blankCell;
  }

  draftAt(row: number, column: number): Draft | null {
    return row < this.view.rowCount ? this.drafts.get(this.view, row, column) : null;
  }

  /** As selected, before a smaller model limits it. */
  get lastSelection(): Selection {
    return this.picked;
  }

  /** For another sheet: nothing of the old one stays. */
  startOver(): void {
    this.picked = Selection.at(0, 0);
    this.chosen = false;
    this.sort = null;
    this.filters = new Map();
    this.drafts = new Drafts();
    this.notice = null;
    this.copied = null;
    this.belowAdder = 0;
    this.onlyRows = null;
  }

  get active(): Position {
    return this.selection.active;
  }

  filled(row: number, column: number): boolean {
    const { value } = this.view.cell(row, column);
    return value !== null && value !== '';
  }

  /** Selects, shows and says it. `reveal` is the corner to bring into sight. */
  select(selection: Selection, reveal: Position | null = selection.to): void {
    if (this.bounds.rows === 0) return;
    this.place(selection);
    if (reveal) this.reveal(reveal);
    this.say();
    this.tell();
  }

  /** Selects without telling: the view chose it, or the rows moved under it. */
  place(selection: Selection): void {
    this.picked = selection.clampedTo(this.bounds);
    this.chosen = true;
    this.leaving = false;
  }

  tell(): void {
    const { active, from, to } = this.selection;
    const outward = (p: Position): Position => ({ row: this.view.baseRow(p.row), column: p.column });
    const selection = { active: outward(active), from: outward(from), to: outward(to) };
    this.emit(selection);
    this.source.actions.select?.(selection);
  }

  /** Shows a sentence at a cell and speaks it. */
  tellAt(position: Position, text: string): void {
    this.notice = { ...position, text };
    this.spoken = text;
  }

  say(): void {
    const { row, column } = this.active;
    this.spoken = this.selection.single
      ? cellSentence(this.view, row, column, this.draftAt(row, column))
      : selectionSentence(this.selection);
  }

  reveal({ row, column }: Position): void {
    const { scroller, layout } = this;
    if (!scroller) return;
    const top = row * ROW_HEIGHT;
    const height = scroller.clientHeight - this.headHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + ROW_HEIGHT > scroller.scrollTop + height) scroller.scrollTop = top + ROW_HEIGHT - height;
    if (column >= layout.frozen) this.revealColumn(scroller, column);
    this.readScroll();
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

  arrangeBy(sort: Sort | null, filters: Filters): void {
    this.sort = sort;
    this.filters = filters;
    this.copied = null;
    this.spoken = t().grid.rowsShown(this.view.rowCount, this.view.base.rowCount);
  }

  /** Shows only rows with these keys, what they stand under and the row that adds others; null: all. */
  showOnly(keys: ReadonlySet<string> | null): void {
    this.onlyRows = keys;
    this.copied = null;
  }

  /** Focuses with or without the keyboard on the screen; it follows a focus, not a change of mind. */
  focusBy(screenKeys: boolean): void {
    const { sink } = this;
    if (sink && screenKeys && !this.screenKeys) sink.blur();
    this.screenKeys = screenKeys;
    if (sink) sink.inputMode = this.inputMode;
    this.focus();
  }

  /** Which keys the active cell is written with. */
  get inputMode(): 'none' | 'text' | 'decimal' {
    if (!this.screenKeys) return 'none';
    const type = this.view.columns[this.active.column]?.type ?? 'text';
    return NUMERIC.has(type) ? 'decimal' : 'text';
  }

  focus(): void {
    this.sink?.focus({ preventScroll: true });
  }

  /** The same one as long as nothing moves: every cell depends on it. */
  private newLayout(): ColumnLayout {
    const layout = new ColumnLayout(this.view.columns, this.ownWidths, this.view.rowCount, this.viewWidth);
    if (this.lastLayout?.equals(layout)) return this.lastLayout;
    this.lastLayout = layout;
    return layout;
  }

  private orderOf(base: SheetModel): Int32Array | null {
    const { sort, filters, order } = this;
    const holds = order && order.sort === sort && order.filters === filters && order.rows;
    const rows =
      holds && sameRows(order.base, base) ? order.rows : arrange(base, sort, filters, currentLanguage());
    this.order = { base, sort, filters, rows };
    return rows;
  }

  private looksLikeTree(): boolean {
    const { base } = this.view;
    for (let row = 0; row < Math.min(base.rowCount, 50); row++)
      if (base.row(row).expanded !== null || base.row(row).level > 0) return true;
    return false;
  }
}
