import { t } from '../i18n/i18n.svelte.ts';
import type { CellType, GridSelection, RowPlace } from '../sheets/sheet.ts';
import { cellSentence, selectionSentence } from './a11y/speech.ts';
import { Drafts, type Draft, type RowDrafts } from './editing/drafts.ts';
import { ScrolledSheet } from './rendering/scrolled-sheet.svelte.ts';
import type { Position, Range } from './selection/range.ts';
import { Selection } from './selection/selection.ts';
import type { Filters, Sort } from './sort-filter/arrange.ts';
import type { GridSource } from './sort-filter/arranged-sheet.svelte.ts';

export interface Notice extends Position {
  readonly text: string;
  /** Nothing was refused: it only says what comes next. */
  readonly calm?: boolean;
}

const NUMERIC: ReadonlySet<CellType> = new Set<CellType>(['count', 'money', 'ratio', 'days']);

/** The state of one grid: its rows are those shown (sorted, filtered); `view` tells the model's. */
export class GridState extends ScrolledSheet {
  sink: HTMLTextAreaElement | null = null;

  drafts = $state.raw(new Drafts());
  /** A sentence at a cell: why typing was refused, mostly. */
  notice = $state.raw<Notice | null>(null);
  /** What the screen reader hears. */
  spoken = $state('');
  /** Dashed, until something else is done. */
  copied = $state.raw<readonly Range[]>([]);
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
  /** Shift F8: the next move begins a further range, or it has begun one and goes on moving it. */
  adding: 'no' | 'next' | 'now' = 'no';
  /** How often Enter was pressed in the adder row for rows that are not there yet: what is typed next is that far below. */
  belowAdder = 0;

  private written = $state.raw<{ readonly rows: ReadonlySet<number> } | null>(null);
  private picked = $state.raw(Selection.at(0, 0));
  readonly selection = $derived(this.picked.clampedTo(this.bounds));
  /** The range with the active cell; null before anything is selected. */
  readonly range = $derived(this.chosen && this.bounds.rows > 0 ? this.selection.range : null);
  /** With the further ones. */
  readonly ranges = $derived<readonly Range[]>(this.range ? this.selection.ranges : []);

  constructor(
    source: GridSource,
    private readonly emit: (selection: GridSelection) => void,
  ) {
    super(source);
  }

  /** Cells of these rows hold something else now: they are drawn again before a new model comes. */
  wrote(rows: readonly number[]): void {
    this.written = { rows: new Set(rows) };
  }

  /** Another value each time a cell of the row was written. */
  writtenIn(row: number): object | null {
    return this.written?.rows.has(row) ? this.written : null;
  }

  draftAt(row: number, column: number): Draft | null {
    return row < this.view.rowCount ? this.drafts.get(this.view, row, column) : null;
  }

  draftsIn(row: number): RowDrafts | null {
    return row < this.view.rowCount ? this.drafts.inRow(this.view, row) : null;
  }

  /** As selected, before a smaller model limits it. */
  get lastSelection(): Selection {
    return this.picked;
  }

  /** For another sheet: nothing of the old one stays. */
  startOver(): void {
    this.picked = Selection.at(0, 0);
    this.chosen = false;
    super.arrangeBy(null, new Map());
    super.showOnly(null);
    this.drafts = new Drafts();
    this.notice = null;
    this.copied = [];
    this.belowAdder = 0;
    this.adding = 'no';
  }

  get active(): Position {
    return this.selection.active;
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
  tellAt(position: Position, text: string, calm = false): void {
    this.notice = { ...position, text, calm };
    this.spoken = text;
  }

  say(): void {
    const { row, column } = this.active;
    this.spoken = selectionSentence(this.selection, () =>
      cellSentence(this.view, row, column, this.draftAt(row, column)),
    );
  }

  override arrangeBy(sort: Sort | null, filters: Filters): void {
    super.arrangeBy(sort, filters);
    this.copied = [];
    this.spoken = t().grid.rowsShown(this.view.rowCount, this.view.base.rowCount);
  }

  override showOnly(keys: ReadonlySet<string> | null): void {
    super.showOnly(keys);
    this.copied = [];
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
}
