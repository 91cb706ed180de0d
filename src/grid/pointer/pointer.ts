import { t } from '../../i18n/i18n.svelte.ts';
import type { Editor } from '../editing/editor.svelte.ts';
import { sendEdits } from '../editing/send-edits.ts';
import { fillDownTo, fillTarget, planFill, type FillMode } from '../fill/fill.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { ROW_HEIGHT } from '../rendering/layout.ts';
import type { Position } from '../selection/range.ts';
import { Selection } from '../selection/selection.ts';
import { dropPlace, dropRows, movesByHand } from './row-drag.ts';

type Drag = 'cells' | 'rows' | 'columns' | 'fill' | 'move' | 'start' | 'end';
type Picking = 'cells' | 'rows' | 'columns';
const PICKING: ReadonlySet<string> = new Set<Picking>(['cells', 'rows', 'columns']);
const picks = (drag: Drag): drag is Picking => PICKING.has(drag);
const EDGE = 4;
const TICK = 40;

/** What the mouse, pen or finger does on cells, row numbers, headers and the fill handle. */
export class Pointer {
  private drag: Drag | null = null;
  private last: PointerEvent | null = null;
  private timer = 0;
  private mode: FillMode = 'auto';
  /** Rows that were selected before they were pressed. */
  private held = false;
  private moved = false;
  private startY = 0;

  constructor(
    private readonly grid: GridState,
    private readonly editor: Editor,
  ) {}

  down(event: PointerEvent): void {
    const target = event.target as HTMLElement;
    const drag = this.dragOf(target, event);
    if (!drag || target.closest('button') || event.button > 0 || this.grid.bounds.rows === 0) return;
    const byTouch = event.pointerType === 'touch';
    if (byTouch && picks(drag)) return;
    event.preventDefault();
    if (this.editor.editing && !this.editor.commit()) return;
    this.drag = drag;
    this.last = event;
    this.startY = event.clientY;
    if (drag === 'move') this.take(event);
    else if (drag === 'start' || drag === 'end') this.hold(drag);
    else if (drag !== 'fill') this.begin(drag, event);
    this.grid.byTouch = byTouch;
    this.grid.focusBy(!byTouch);
  }

  move(event: PointerEvent): void {
    if (!this.drag) return;
    // Not on the press: a captured press would take its click and double click away from the cell.
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.last = event;
    this.extend();
    this.scrollAtEdges();
  }

  up(): void {
    clearInterval(this.timer);
    this.timer = 0;
    const { drag } = this;
    this.drag = null;
    if (drag === 'fill') this.fill();
    if (drag === 'move') this.drop();
  }

  /** A double click on the handle fills down beside what stands there. */
  fillToEnd(): void {
    const { grid } = this;
    const target =
      grid.range && fillDownTo((row, column) => grid.filled(row, column), grid.range, grid.bounds);
    if (!target) return;
    this.mode = 'auto';
    grid.fillPreview = target;
    this.fill();
  }

  /** Escape during a drag. */
  cancel(): boolean {
    if (!this.drag) return false;
    this.grid.fillPreview = null;
    this.grid.drop = null;
    this.moved = false;
    this.held = false;
    this.up();
    return true;
  }

  /** A finger selects by tap, so that it can scroll; the second tap on a cell opens the keyboard. */
  tap(event: MouseEvent, touch: boolean): void {
    const target = event.target as HTMLElement;
    const drag = partOf(target);
    const byFinger = touch || (event as PointerEvent).pointerType === 'touch';
    if (!byFinger || !drag || !picks(drag) || target.closest('button')) return;
    const { active, chosen } = this.grid;
    const at = this.at(event);
    const again = drag === 'cells' && chosen && at.row === active.row && at.column === active.column;
    if (this.editor.editing && (again || !this.editor.commit())) return;
    if (!again) this.begin(drag, event);
    this.grid.byTouch = true;
    this.grid.focusBy(again);
    if (again) this.editor.open();
  }

  /** Selected rows, and any row by its grip, are moved; other row numbers select. */
  private dragOf(target: HTMLElement, event: PointerEvent): Drag | null {
    const part = partOf(target);
    if (part !== 'rows' || event.shiftKey || event.ctrlKey || !movesByHand(this.grid)) return part;
    return this.isTaken(this.at(event).row) ? 'move' : part;
  }

  /** One corner of the range follows the finger, the other one stays. */
  private hold(corner: 'start' | 'end'): void {
    const { range } = this.grid;
    if (!range) return;
    const start = { row: range.top, column: range.left };
    const end = { row: range.bottom, column: range.right };
    const [stays, goes] = corner === 'start' ? [end, start] : [start, end];
    this.grid.place(new Selection(stays, stays, goes));
  }

  private isTaken(row: number): boolean {
    const { selection, range, bounds } = this.grid;
    return range?.hasRow(row) === true && selection.spansColumns(bounds) && !this.grid.rowAt(row).adder;
  }

  private take(event: PointerEvent): void {
    const { row } = this.at(event);
    this.moved = false;
    this.held = this.isTaken(row);
    if (!this.held) this.begin('rows', event);
  }

  /** A press on selected rows that never moved selects the one under it. */
  private drop(): void {
    const { grid } = this;
    const place = grid.drop;
    grid.drop = null;
    if (place) dropRows(grid, place);
    else if (this.held && !this.moved && this.last) this.begin('rows', this.last);
    this.held = false;
  }

  /** The cell under a point, or the nearest one. */
  at(event: MouseEvent): Position {
    const { scroller, layout, bounds } = this.grid;
    const box = scroller?.getBoundingClientRect() ?? new DOMRect();
    const row = Math.max(0, Math.min(bounds.rows - 1, Math.floor(this.heightAt(event) / ROW_HEIGHT)));
    return { row, column: layout.columnAt(event.clientX - box.left, scroller?.scrollLeft ?? 0) };
  }

  private begin(drag: Picking, event: MouseEvent): void {
    const { grid } = this;
    const { row, column } = this.at(event);
    const { selection, bounds } = grid;
    grid.notice = null;
    if (event.shiftKey && grid.chosen) this.extend(event, drag);
    else if (drag === 'rows') grid.select(Selection.rows(row, row, bounds), null);
    else if (drag === 'columns') grid.select(this.columns(column, column), null);
    else grid.select(selection.moveTo({ row, column }, bounds));
  }

  /** From the top of the first row. */
  private heightAt({ clientY }: MouseEvent): number {
    const { scroller, headHeight } = this.grid;
    return clientY - (scroller?.getBoundingClientRect().top ?? 0) - headHeight + (scroller?.scrollTop ?? 0);
  }

  private columns(from: number, to: number): Selection {
    return Selection.columns(Math.max(0, from), Math.max(0, to), this.grid.bounds);
  }

  private extend(event: MouseEvent | null = this.last, drag: Drag | null = this.drag): void {
    if (!event || !drag) return;
    const { grid } = this;
    if (drag === 'move') {
      this.moved ||= Math.abs(event.clientY - this.startY) > EDGE;
      grid.drop = this.moved ? dropPlace(grid, this.heightAt(event)) : null;
      return;
    }
    const { row, column } = this.at(event);
    if (drag === 'fill') this.preview(event, { row, column: Math.max(0, column) });
    else this.grow(extended(grid.selection, drag, { row, column: Math.max(0, column) }, grid));
  }

  private grow(next: Selection): void {
    const { to } = this.grid.selection;
    if (next.to.row !== to.row || next.to.column !== to.column) this.grid.select(next, null);
  }

  private preview(event: MouseEvent, position: Position): void {
    const { range } = this.grid;
    this.mode = event.ctrlKey || event.metaKey ? 'turned' : 'auto';
    const target = range && fillTarget(range, position);
    this.grid.fillPreview = target;
    const plan = range && target ? planFill(this.grid.view, range, target, this.mode) : null;
    this.grid.fillText = plan?.edits.at(-1)?.text ?? '';
  }

  private fill(): void {
    const { grid } = this;
    const { fillPreview: target, range: source } = grid;
    grid.fillPreview = null;
    if (!target || !source || target.cells === source.cells || grid.source.readOnly) return;
    const plan = planFill(grid.view, source, target, this.mode);
    sendEdits(grid, plan.edits, 'fill');
    const from = { row: target.top, column: target.left };
    const to = { row: target.bottom, column: target.right };
    grid.select(new Selection(grid.active, from, to), null);
    if (plan.left > 0) grid.tellAt(from, t().grid.left(plan.left));
  }

  /** While the pointer is held past an edge, the sheet scrolls under it. */
  private scrollAtEdges(): void {
    const { scroller, headHeight, layout } = this.grid;
    if (!scroller || !this.last) return;
    const box = scroller.getBoundingClientRect();
    const { clientX: x, clientY: y } = this.last;
    const down = y < box.top + headHeight ? -1 : Number(y > box.bottom - EDGE);
    const right = x < box.left + layout.frozenWidth ? -1 : Number(x > box.right - EDGE);
    clearInterval(this.timer);
    this.timer = 0;
    if (down === 0 && right === 0) return;
    this.timer = window.setInterval(() => {
      if (this.drag !== 'columns') scroller.scrollTop += down * ROW_HEIGHT;
      if (this.drag !== 'rows' && this.drag !== 'move') scroller.scrollLeft += right * ROW_HEIGHT;
      this.grid.readScroll();
      this.extend();
    }, TICK);
  }
}

const PARTS: ReadonlySet<string> = new Set<Drag>(['cells', 'rows', 'columns', 'fill', 'start', 'end']);

function partOf(target: HTMLElement): Drag | null {
  const part = target.closest<HTMLElement>('[data-part]')?.dataset['part'];
  if (part === 'grip') return 'move';
  return PARTS.has(part ?? '') ? (part as Drag) : null;
}

function extended(selection: Selection, drag: Drag, to: Position, grid: GridState): Selection {
  const { bounds } = grid;
  if (drag === 'rows') return selection.extendTo({ row: to.row, column: bounds.columns - 1 }, bounds);
  if (drag === 'columns') return selection.extendTo({ row: bounds.rows - 1, column: to.column }, bounds);
  return selection.extendTo(to, bounds);
}
