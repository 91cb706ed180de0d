import { t } from '../../i18n/i18n.svelte.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { inSlices } from '../slices.ts';
import type { ArrangedModel } from '../sort-filter/arranged-model.ts';
import { hitAt, nextHit, Search, type Place, type Wanted } from './search.ts';
import type { Position } from '../selection/range.ts';

/** The find bar's state: it searches in slices while one types and goes on showing what is found. */
export class Finder {
  open = $state(false);
  text = $state('');
  place = $state<Place>('values');
  /** Cells that hold nothing but the text. */
  whole = $state(false);
  /** What is found can be replaced too. */
  replacing = $state(false);
  /** Rows without a hit are left out. */
  only = $state(false);
  found = $state(0);
  searching = $state(false);
  /** Index of the hit that the active cell is; -1: none. */
  at = $state(-1);
  /** In rows of the sheet as it is with all of them. */
  private hits: readonly Position[] = [];
  private model: ArrangedModel | null = null;
  private stop: () => void = () => undefined;
  /** What the rows were left out for: an edit does not take a row away under one's hands. */
  private narrowedFor = '';

  constructor(private readonly grid: GridState) {}

  /** Called when what is wanted or the sheet changes. */
  search({ text, place, whole }: Wanted, model: ArrangedModel): void {
    this.stop();
    this.at = -1;
    this.found = 0;
    this.hits = [];
    this.model = model;
    this.searching = text !== '';
    if (text === '') {
      this.narrow();
      return;
    }
    const search = new Search(model, { text, place, whole });
    this.hits = search.hits;
    this.stop = inSlices(search.run(), (done) => {
      this.found = search.hits.length;
      this.searching = !done;
      this.at = hitAt(this.hits, this.activeHit());
      if (done) this.narrow();
    });
  }

  next(back: boolean): void {
    const index = nextHit(this.hits, this.activeHit(), back);
    const hit = this.hits[index];
    if (!hit) return;
    const { grid } = this;
    this.at = index;
    const row = this.model ? grid.view.shownRow(this.model.baseRow(hit.row)) : -1;
    if (row >= 0) grid.select(grid.selection.moveTo({ row, column: hit.column }, grid.bounds));
  }

  showOnly(only: boolean): void {
    this.only = only;
    if (!this.searching) this.narrow();
  }

  /** Without the row for it nothing shows that only whole cells are looked for. */
  showReplace(shown: boolean): void {
    this.replacing = shown;
    this.whole &&= shown;
  }

  close(): void {
    this.stop();
    this.open = false;
    this.searching = false;
    this.only = false;
    this.showReplace(false);
    this.narrow();
  }

  /** All that is found, in rows as shown now. */
  hitsShown(): Position[] {
    const { model, grid } = this;
    if (!model || grid.view === model) return [...this.hits];
    const shown = new Map<number, number>();
    for (let row = 0; row < grid.view.rowCount; row++) shown.set(grid.view.baseRow(row), row);
    return this.hits.flatMap(({ row, column }) => {
      const at = shown.get(model.baseRow(row));
      return at === undefined ? [] : [{ row: at, column }];
    });
  }

  /** The active cell, if it is one of what is found. */
  activeShown(): Position | null {
    return hitAt(this.hits, this.activeHit()) < 0 ? null : this.grid.active;
  }

  private narrow(): void {
    const { grid, model } = this;
    const asked =
      this.only && model && this.text !== '' ? `${model.id} ${this.place} ${this.whole} ${this.text}` : '';
    if (asked === this.narrowedFor) return;
    this.narrowedFor = asked;
    const keys = new Set(model ? this.hits.map(({ row }) => model.row(row).key) : []);
    grid.showOnly(asked === '' ? null : keys);
    if (asked !== '') grid.spoken = t().grid.rowsShown(grid.view.rowCount, grid.view.base.rowCount);
  }

  /** The active cell in the rows that were searched. */
  private activeHit(): Position {
    const { active, view } = this.grid;
    if (!this.model || view === this.model) return active;
    return { row: this.model.shownRow(view.baseRow(active.row)), column: active.column };
  }
}
