import { t } from '../../i18n/i18n.svelte.ts';
import { Drafts } from '../editing/drafts.ts';
import type { Editor } from '../editing/editor.svelte.ts';
import { sendEdits } from '../editing/send-edits.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { filling, withLater, type FillCode } from '../later.ts';
import { onMac } from '../../ui/platform.ts';
import { ROW_HEIGHT } from '../rendering/layout.ts';
import { jump, STEP } from '../selection/jump.ts';
import type { Position, Range } from '../selection/range.ts';
import { Selection } from '../selection/selection.ts';
import type { Command, SimpleCommand } from './commands.ts';
import { clearRange, deleteRows, movesTree, moveRows, setExpanded, toggle } from './row-commands.ts';

/** What the commands need of the page around the cells. */
export interface Overlays {
  openFind(): void;
  openReplace(): void;
  findNext(back: boolean): void;
  columnMenu(column: number): void;
  contextMenu(): void;
}

/** Runs a command. False: the key is left to the browser. */
export function runCommand(grid: GridState, editor: Editor, overlays: Overlays, command: Command): boolean {
  switch (command.kind) {
    case 'go':
      return moveTo(grid, arrowTarget(grid, command), command.extend);
    case 'page':
      return moveTo(grid, pageTarget(grid, command.down, command.extend), command.extend);
    case 'ends':
      return moveTo(grid, endTarget(grid, command.end, command.ofSheet, command.extend), command.extend);
    case 'tab':
      return tab(grid, command.back);
    case 'enter':
      return grid.source.actions.confirm?.() || go(grid, grid.selection.enter(command.back, grid.bounds));
    case 'moveRows':
      return moveRows(grid, command.direction);
    default:
      return runSimple(grid, editor, overlays, command.kind);
  }
}

const go = (grid: GridState, selection: Selection): boolean => {
  grid.notice = null;
  grid.select(selection, selection.active);
  return true;
};

/** Shift moves the far corner, plain keys the active cell. */
const corner = (grid: GridState, extend: boolean): Position =>
  extend ? grid.selection.to : grid.selection.active;

function moveTo(grid: GridState, target: Position, extend: boolean): boolean {
  grid.notice = null;
  const { selection, bounds } = grid;
  if (extend) grid.select(selection.extendTo(target, bounds));
  else grid.select(moved(grid, selection.moveTo(target, bounds)));
  return true;
}

/** After Shift F8 a move begins a further range, and the moves after it move that one. */
function moved(grid: GridState, next: Selection): Selection {
  const { adding, selection } = grid;
  if (adding === 'no') return next;
  grid.adding = 'now';
  return adding === 'next' ? selection.with(next) : selection.replaced(next);
}

function arrowTarget(grid: GridState, command: Command & { kind: 'go' }): Position {
  const start = corner(grid, command.extend);
  const step = STEP[command.direction];
  if (!command.toEdge) return { row: start.row + step.row, column: start.column + step.column };
  return jump((row, column) => grid.filled(row, column), start, command.direction, grid.bounds);
}

function pageTarget(grid: GridState, down: boolean, extend: boolean): Position {
  const { row, column } = corner(grid, extend);
  const page = Math.max(1, Math.floor((grid.viewHeight - grid.headHeight) / ROW_HEIGHT) - 1);
  return { row: row + (down ? page : -page), column };
}

function endTarget(grid: GridState, end: boolean, ofSheet: boolean, extend: boolean): Position {
  const column = end ? grid.bounds.columns - 1 : 0;
  const row = end ? grid.bounds.rows - 1 : 0;
  return { row: ofSheet ? row : corner(grid, extend).row, column };
}

/** Past the last cell, and after Escape, Tab leaves the grid. */
function tab(grid: GridState, back: boolean): boolean {
  if (grid.leaving) return false;
  const next = grid.selection.tab(back, grid.bounds);
  return next ? go(grid, next) : false;
}

function runSimple(grid: GridState, editor: Editor, overlays: Overlays, kind: SimpleCommand): boolean {
  const { actions } = grid.source;
  const { bounds, selection, ranges } = grid;
  const all: Record<SimpleCommand, () => unknown> = {
    edit: () => editor.open(),
    clear: () => clearRange(grid),
    erase: () => (selection.single && !onMac() ? editor.openEmpty() : clearRange(grid)),
    escape: () => escape(grid),
    selectAll: () => selectRanges(grid, [Selection.rows(0, bounds.rows - 1, bounds)]),
    selectRows: () =>
      selectRanges(
        grid,
        ranges.map(({ top, bottom }) => Selection.rows(top, bottom, bounds)),
      ),
    selectColumns: () =>
      selectRanges(
        grid,
        ranges.map(({ left, right }) => Selection.columns(left, right, bounds)),
      ),
    addRange: () => addRange(grid),
    undo: () => actions.undo?.(),
    redo: () => actions.redo?.(),
    find: () => overlays.openFind(),
    replace: () => overlays.openReplace(),
    findNext: () => overlays.findNext(false),
    findBack: () => overlays.findNext(true),
    fillDown: () => fillKey(grid, true),
    fillRight: () => fillKey(grid, false),
    toggle: () => toggle(grid, selection.active.row),
    fold: () => setExpanded(grid, false),
    expand: () => setExpanded(grid, true),
    deleteRows: () => deleteRows(grid),
    openBelow: () => openBelow(grid, editor, overlays),
    moveUp: () => moveRows(grid, 'up'),
    columnMenu: () => overlays.columnMenu(selection.active.column),
    contextMenu: () => overlays.contextMenu(),
  };
  all[kind]();
  return true;
}

/** The active cell stays; only the ranges grow. */
function selectRanges(grid: GridState, grown: readonly Selection[]): void {
  const last = grown.at(-1);
  if (!last) return;
  const others = grown.slice(0, -1).map(({ range }) => range);
  grid.select(new Selection(grid.active, last.from, last.to, null, others), null);
}

/** Shift F8, as in Excel: the keyboard's Ctrl+click. */
function addRange(grid: GridState): void {
  if (grid.ranges.length === 0) return;
  grid.adding = 'next';
  grid.tellAt(grid.active, t().grid.addingRange, true);
}

/** Alt+Down: moves tree rows, opens a cell's choices or calendar, or else the menu of its column. */
function openBelow(grid: GridState, editor: Editor, overlays: Overlays): void {
  const { row, column } = grid.active;
  if (movesTree(grid)) moveRows(grid, 'down');
  else if (grid.view.columns[column]?.choices && grid.cellAt(row, column).input) editor.open();
  else if (editor.holdsDay() && grid.cellAt(row, column).input) editor.openCalendar();
  else overlays.columnMenu(column);
}

export function fillKey(grid: GridState, down: boolean): void {
  const { ranges, source } = grid;
  if (!source.readOnly) withLater(filling, (code) => fillRanges(grid, ranges, code, down));
}

function fillRanges(
  grid: GridState,
  ranges: readonly Range[],
  { planFillKey }: FillCode,
  down: boolean,
): void {
  const plans = ranges.flatMap((range) => planFillKey(grid.view, range, down) ?? []);
  sendEdits(
    grid,
    plans.flatMap(({ edits }) => edits),
    'fill',
  );
  const left = plans.reduce((sum, plan) => sum + plan.left, 0);
  if (left > 0) grid.tellAt(grid.active, t().grid.left(left));
}

/** Takes back one thing at a time: the dashes, the sentence, a kept entry; with nothing left, arms Tab to leave. */
function escape(grid: GridState): void {
  const { row, column } = grid.active;
  if (grid.source.actions.drop?.()) return;
  if (grid.copied.length > 0 || grid.notice || grid.adding !== 'no') {
    grid.copied = [];
    grid.notice = null;
    grid.adding = 'no';
  } else if (grid.draftAt(row, column)?.message) {
    grid.drafts = grid.drafts.without([Drafts.cell(grid.view, row, column)]);
    grid.say();
  } else {
    grid.leaving = true;
    grid.spoken = t().grid.leaveHint;
  }
}
