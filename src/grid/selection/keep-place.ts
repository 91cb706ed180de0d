import { areSameCells, areSameEnds } from '../clipboard/same-cells.ts';
import type { GridState } from '../grid-state.svelte.ts';
import type { ArrangedModel } from '../sort-filter/arranged-model.ts';
import { follow } from './follow.ts';

/** What is selected and what was copied, in a new model of the same sheet. */
export function keepPlace(grid: GridState, old: ArrangedModel, now: ArrangedModel): void {
  if (!grid.copied.every((range) => areSameCells(old, now, range))) grid.copied = [];
  const last = grid.lastSelection;
  const grown = Math.max(0, Math.min(grid.belowAdder, now.rowCount - old.rowCount));
  grid.belowAdder -= grown;
  const next = grown > 0 ? last.shiftedBy(grown) : follow(last, old, now);
  if (next !== last) grid.copied = [];
  else if (last.others.every((range) => areSameEnds(old, now, range))) return;
  grid.place(next.alone());
  grid.tell();
}
