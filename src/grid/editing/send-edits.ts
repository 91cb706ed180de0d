import { t } from '../../i18n/i18n.svelte.ts';
import type { CellEdit, EditOutcome, EditReason } from '../../sheets/sheet.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { Selection } from '../selection/selection.ts';
import type { ArrangedModel } from '../sort-filter/arranged-model.ts';
import { Drafts } from './drafts.ts';

export type Fate = 'taken' | 'rejected' | 'later';

/**
 * Hands edits of shown cells to the sheet. What it rejects stays on its cell as a draft with the reason; while the
 * answer is on its way, a typed cell shows what was typed.
 */
export function sendEdits(
  grid: GridState,
  edits: readonly CellEdit[],
  reason: EditReason,
  settled: (refused: number) => void = () => undefined,
): Fate {
  if (edits.length === 0) return 'taken';
  const { view } = grid;
  grid.copied = [];
  grid.notice = null;
  forget(grid, view, edits);
  const inModel = edits.map((edit) => ({ ...edit, row: view.baseRow(edit.row) }));
  const outcome = grid.source.actions.edit(inModel, reason);
  if (!('then' in outcome)) {
    grid.wrote(edits.map(({ row }) => row));
    settled(outcome.rejected.length);
    return settle(grid, view, outcome);
  }
  if (reason === 'type') showPending(grid, view, edits);
  void outcome
    .then((answer) => {
      if (reason === 'type') forget(grid, view, edits);
      settle(grid, view, answer);
      settled(answer.rejected.length);
      // What Enter is to take now is seen where it was typed.
      const [typed] = edits;
      if (answer.trial && reason === 'type' && typed && grid.sink?.value === '')
        grid.select(Selection.at(typed.row, typed.column));
    })
    .catch((bug: unknown) => {
      forget(grid, view, edits);
      throw bug;
    });
  return 'later';
}

function forget(grid: GridState, view: ArrangedModel, edits: readonly CellEdit[]): void {
  if (grid.drafts.isEmpty) return;
  grid.drafts = grid.drafts.without(edits.map(({ row, column }) => Drafts.cell(view, row, column)));
}

function showPending(grid: GridState, view: ArrangedModel, edits: readonly CellEdit[]): void {
  grid.drafts = grid.drafts.with(
    edits.map(({ row, column, text }) => [Drafts.cell(view, row, column), { text, message: null }]),
  );
}

function settle(grid: GridState, view: ArrangedModel, { rejected }: EditOutcome): Fate {
  const [first] = rejected;
  if (!first) return 'taken';
  grid.drafts = grid.drafts.with(
    rejected.map(({ row, column, text, message }) => [
      Drafts.cell(view.base, row, column),
      { text, message },
    ]),
  );
  const row = view.shownRow(first.row);
  if (row >= 0) grid.notice = { row, column: first.column, text: first.message };
  const count = rejected.length > 1 ? `${t().grid.rejected(rejected.length)}; ` : '';
  grid.spoken = `${count}${t().grid.error(first.message)}`;
  return 'rejected';
}

/** Typing on a cell that takes none: says why, or the view opens an editor of its own. False: nothing to type into. */
export function refuse(grid: GridState): void {
  const { row, column } = grid.active;
  const { actions } = grid.source;
  const words = t().grid;
  const text = grid.source.readOnly
    ? words.sheetReadOnly
    : actions.refuse
      ? actions.refuse(grid.view.baseRow(row), column)
      : words.computedRefused;
  if (text === null) return;
  grid.notice = { row, column, text };
  grid.spoken = text;
}
