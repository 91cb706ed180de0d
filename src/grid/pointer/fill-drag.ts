import { t } from '../../i18n/i18n.svelte.ts';
import { sendEdits } from '../editing/send-edits.ts';
import type { FillMode, FillPlan } from '../fill/fill.ts';
import { fillDownTo, fillTarget } from '../fill/target.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { filling, withLater } from '../later.ts';
import type { Position, Range } from '../selection/range.ts';
import { Selection } from '../selection/selection.ts';

/** What the fill handle does while it is drawn, and when it is let go. */
export class FillDrag {
  private mode: FillMode = 'auto';

  constructor(private readonly grid: GridState) {}

  to(event: MouseEvent, position: Position): void {
    const { range, view } = this.grid;
    this.mode = event.ctrlKey || event.metaKey ? 'turned' : 'auto';
    const target = range && fillTarget(range, position);
    this.grid.fillPreview = target;
    const plan = range && target ? filling.here?.planFill(view, range, target, this.mode) : null;
    this.grid.fillText = plan?.edits.at(-1)?.text ?? '';
  }

  /** A double click on the handle fills down beside what stands there. */
  toEnd(): void {
    const { grid } = this;
    const target =
      grid.range && fillDownTo((row, column) => grid.filled(row, column), grid.range, grid.bounds);
    if (!target) return;
    this.mode = 'auto';
    grid.fillPreview = target;
    this.end();
  }

  end(): void {
    const { grid } = this;
    const { fillPreview: target, range: source } = grid;
    grid.fillPreview = null;
    if (!target || !source || target.cells === source.cells || grid.source.readOnly) return;
    const { mode } = this;
    withLater(filling, ({ planFill }) => {
      this.#take(planFill(grid.view, source, target, mode), target);
    });
  }

  #take({ edits, left }: FillPlan, target: Range): void {
    const { grid } = this;
    sendEdits(grid, edits, 'fill');
    const from = { row: target.top, column: target.left };
    const to = { row: target.bottom, column: target.right };
    grid.select(new Selection(grid.active, from, to), null);
    if (left > 0) grid.tellAt(from, t().grid.left(left));
  }
}
