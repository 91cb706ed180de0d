import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import { onMac } from '../../ui/platform.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { STEP } from '../selection/jump.ts';
import type { Selection } from '../selection/selection.ts';
import { dayAfterKey, firstWeekday } from './days.ts';
import type { Editor } from './editor.svelte.ts';

const ARROW: Record<string, keyof typeof STEP> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Keys while a cell is edited. True: used. */
export function editorKey(grid: GridState, editor: Editor, event: KeyboardEvent): boolean {
  if (event.key === 'Escape') {
    editor.close();
    grid.say();
    return true;
  }
  if (event.key === 'F2') {
    editor.caretKeys = !editor.caretKeys;
    return true;
  }
  if (event.key === 'Enter' && !event.altKey) return enter(grid, editor, event);
  if (event.key === 'Tab') return tab(grid, editor, event.shiftKey);
  return calendarKey(editor, event) || arrow(grid, editor, event);
}

/** Up and Down go into the calendar; from then on all its keys are its own, until one types. */
function calendarKey(editor: Editor, event: KeyboardEvent): boolean {
  if (!editor.holdsDay() || event.ctrlKey || event.metaKey) return false;
  const vertical = event.key === 'ArrowDown' || event.key === 'ArrowUp';
  if (event.altKey && event.key === 'ArrowDown') {
    editor.calendar = 'active';
    return true;
  }
  if (event.altKey || (editor.calendar !== 'active' && !(editor.calendar === 'shown' && vertical)))
    return false;
  const next = dayAfterKey(event, editor.day, firstWeekday(currentLanguage(), navigator.languages));
  if (next === null) return false;
  editor.goToDay(next);
  return true;
}

function enter(grid: GridState, editor: Editor, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) editor.commit(true);
  else leave(grid, editor, () => below(grid, event.shiftKey));
  return true;
}

/** Below the adder row stands the next adder row, as soon as the sheet has made a row of what was typed. */
function below(grid: GridState, back: boolean): Selection {
  const next = grid.selection.enter(back, grid.bounds);
  const waits = !back && grid.rowAt(grid.active.row).adder === true && next.active.row === grid.active.row;
  if (waits) grid.belowAdder++;
  return next;
}

function tab(grid: GridState, editor: Editor, back: boolean): boolean {
  leave(grid, editor, () => grid.selection.tab(back, grid.bounds) ?? grid.selection);
  return true;
}

function arrow(grid: GridState, editor: Editor, event: KeyboardEvent): boolean {
  const direction = ARROW[event.key];
  if (!direction) return false;
  const { offered } = editor;
  if (offered.length > 0 && STEP[direction].row !== 0) {
    editor.choice = (Math.max(editor.choice, -1) + STEP[direction].row + offered.length) % offered.length;
    return true;
  }
  if (wouldGoBack(event)) return true;
  if (editor.caretKeys || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
  const { row, column } = grid.active;
  const step = STEP[direction];
  leave(grid, editor, () =>
    grid.selection.moveTo({ row: row + step.row, column: column + step.column }, grid.bounds),
  );
  return true;
}

/** Alt+Left leaves the page in most browsers, and what is being typed with it. */
const wouldGoBack = ({ altKey, key }: KeyboardEvent): boolean =>
  altKey && !onMac() && (key === 'ArrowLeft' || key === 'ArrowRight');

/** A cell that would not take the text keeps the selection. */
function leave(grid: GridState, editor: Editor, next: () => Selection): void {
  if (!editor.commit()) return;
  const selection = next();
  grid.select(selection, selection.active);
}
