import type { Editor } from '../editing/editor.svelte.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { onMac } from '../../ui/platform.ts';
import { ROW_HEIGHT } from '../rendering/layout.ts';
import type { Position } from '../selection/range.ts';
import { Selection } from '../selection/selection.ts';
import { FillDrag } from './fill-drag.ts';
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
  /** Rows that were selected before they were pressed. */
  private held = false;
  private moved = false;
  private startY = 0;
  /** Pressed with Ctrl on what was selected: it is taken out of the selection once let go. */
  private takesBack = false;
  readonly fill: FillDrag;

  constructor(
    private readonly grid: GridState,
    private readonly editor: Editor,
  ) {
    this.fill = new FillDrag(grid);
  }

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
    if (drag === 'fill') this.fill.end();
    if (drag === 'move') this.drop();
    if (this.takesBack) this.grid.select(this.grid.selection.takenBack(), null);
    this.takesBack = false;
  }

  /** Escape during a drag. */
  cancel(): boolean {
    if (!this.drag) return false;
    this.grid.fillPreview = null;
    this.grid.drop = null;
    this.moved = false;
    this.held = false;
    this.takesBack = false;
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
    if (part !== 'rows' || event.shiftKey || adds(event) || !movesByHand(this.grid)) return part;
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
    grid.adding = 'no';
    if (event.shiftKey && grid.chosen) {
      this.extend(event, drag);
      return;
    }
    const at = { row, column: Math.max(0, column) };
    const next =
      drag === 'rows'
        ? Selection.rows(row, row, bounds)
        : drag === 'columns'
          ? Selection.columns(at.column, at.column, bounds)
          : selection.moveTo(at, bounds);
    const further = adds(event) && grid.chosen;
    this.takesBack = further && holdsAll(selection, next);
    grid.select(further ? selection.with(next) : next, drag === 'cells' ? at : null);
  }

  /** From the top of the first row. */
  private heightAt({ clientY }: MouseEvent): number {
    const { scroller, headHeight } = this.grid;
    return clientY - (scroller?.getBoundingClientRect().top ?? 0) - headHeight + (scroller?.scrollTop ?? 0);
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
    if (drag === 'fill') this.fill.to(event, { row, column: Math.max(0, column) });
    else this.grow(extended(grid.selection, drag, { row, column: Math.max(0, column) }, grid));
  }

  private grow(next: Selection): void {
    const { to } = this.grid.selection;
    if (next.to.row !== to.row || next.to.column !== to.column) this.grid.select(next, null);
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

/** Ctrl begins a further range; on a Mac Ctrl is the right button. */
const adds = (event: MouseEvent): boolean => (onMac() ? event.metaKey : event.ctrlKey);

const holdsAll = (selection: Selection, next: Selection): boolean =>
  selection.ranges.some((range) => range.contains(next.from) && range.contains(next.to));

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
