import type { SheetModel } from '../../sheets/sheet.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { inSlices } from '../slices.ts';
import { nextHit, Search, type Place } from './search.ts';
import type { Position } from '../selection/range.ts';

/** The find bar's state: it searches in slices while one types and goes on showing what is found. */
export class Finder {
  open = $state(false);
  text = $state('');
  place = $state<Place>('values');
  found = $state(0);
  searching = $state(false);
  /** Index of the hit that the active cell is; -1: none. */
  at = $state(-1);
  private hits: readonly Position[] = [];
  private stop: () => void = () => undefined;

  constructor(private readonly grid: GridState) {}

  /** Called when the text, the place or the sheet changes. */
  search(text: string, place: Place, model: SheetModel): void {
    this.stop();
    this.at = -1;
    this.found = 0;
    this.hits = [];
    this.searching = text !== '';
    if (text === '') return;
    const search = new Search(model, text, place);
    this.hits = search.hits;
    this.stop = inSlices(search.run(), (done) => {
      this.found = search.hits.length;
      this.searching = !done;
      this.at = this.hits.findIndex((hit) => this.isActive(hit));
    });
  }

  next(back: boolean): void {
    const index = nextHit(this.hits, this.grid.active, back);
    const hit = this.hits[index];
    if (!hit) return;
    this.at = index;
    this.grid.select(this.grid.selection.moveTo(hit, this.grid.bounds));
  }

  close(): void {
    this.stop();
    this.open = false;
    this.searching = false;
  }

  private isActive({ row, column }: Position): boolean {
    return row === this.grid.active.row && column === this.grid.active.column;
  }
}
