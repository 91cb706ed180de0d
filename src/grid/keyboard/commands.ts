import type { Direction } from '../selection/jump.ts';

/** What a key asks of the grid while no cell is being edited. */
export type Command =
  | {
      readonly kind: 'go';
      readonly direction: Direction;
      readonly extend: boolean;
      readonly toEdge: boolean;
    }
  | { readonly kind: 'page'; readonly down: boolean; readonly extend: boolean }
  | {
      readonly kind: 'ends';
      readonly end: boolean;
      readonly ofSheet: boolean;
      readonly extend: boolean;
    }
  | { readonly kind: 'tab' | 'enter'; readonly back: boolean }
  | { readonly kind: 'moveRows'; readonly direction: 'up' | 'down' | 'in' | 'out' }
  | { readonly kind: SimpleCommand };

export type SimpleCommand =
  | 'edit'
  | 'clear'
  | 'erase'
  | 'escape'
  | 'selectAll'
  | 'selectRows'
  | 'selectColumns'
  | 'addRange'
  | 'undo'
  | 'redo'
  | 'find'
  | 'replace'
  | 'findNext'
  | 'findBack'
  | 'fillDown'
  | 'fillRight'
  | 'toggle'
  | 'fold'
  | 'expand'
  | 'deleteRows'
  | 'openBelow'
  | 'moveUp'
  | 'columnMenu'
  | 'contextMenu';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const simple = (kind: SimpleCommand): Command => ({ kind });

/** Null: not the grid's key; the browser and the cell editor get it. */
export function commandOf(press: KeyPress): Command | null {
  if (press.altKey) return altCommand(press);
  const command = movement(press) ?? plainCommand(press);
  return command ?? (press.ctrlKey || press.metaKey ? ctrlCommand(press) : null);
}

function movement(press: KeyPress): Command | null {
  const { key, shiftKey: extend } = press;
  const mod = press.ctrlKey || press.metaKey;
  const direction = ARROWS[key];
  if (direction) return { kind: 'go', direction, extend, toEdge: mod };
  if (key === 'Home' || key === 'End') return { kind: 'ends', end: key === 'End', ofSheet: mod, extend };
  if ((key === 'PageDown' || key === 'PageUp') && !mod)
    return { kind: 'page', down: key === 'PageDown', extend };
  if (key === 'Tab' && !mod) return { kind: 'tab', back: extend };
  if (key === 'Enter' && !mod) return { kind: 'enter', back: extend };
  return null;
}

function plainCommand({ key, shiftKey, ctrlKey }: KeyPress): Command | null {
  if (key === 'F2') return simple('edit');
  if (key === 'F3') return simple(shiftKey ? 'findBack' : 'findNext');
  if (key === 'F8' && shiftKey) return simple('addRange');
  if (key === 'Delete') return simple('clear');
  if (key === 'Backspace') return simple('erase');
  if (key === 'Escape') return simple('escape');
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return simple('contextMenu');
  if (key === ' ' && shiftKey && !ctrlKey) return simple('selectRows');
  if (key === ' ' && ctrlKey) return simple(shiftKey ? 'selectAll' : 'selectColumns');
  return null;
}

const CTRL: Record<string, SimpleCommand> = {
  a: 'selectAll',
  z: 'undo',
  y: 'redo',
  f: 'find',
  h: 'replace',
  d: 'fillDown',
  r: 'fillRight',
  '.': 'toggle',
  '-': 'deleteRows',
  _: 'deleteRows',
};

function ctrlCommand({ key, shiftKey }: KeyPress): Command | null {
  const letter = key.toLowerCase();
  if (shiftKey && letter === 'z') return simple('redo');
  if (shiftKey && letter === 'l') return simple('columnMenu');
  const kind = CTRL[letter];
  return kind && (!shiftKey || letter === '_') ? simple(kind) : null;
}

/** No Alt with Left or Right alone: that is the browser's way back. */
function altCommand({ key, shiftKey }: KeyPress): Command | null {
  if (shiftKey && key === 'ArrowRight') return { kind: 'moveRows', direction: 'in' };
  if (shiftKey && key === 'ArrowLeft') return { kind: 'moveRows', direction: 'out' };
  if (key === 'ArrowDown') return simple(shiftKey ? 'expand' : 'openBelow');
  if (key === 'ArrowUp') return simple(shiftKey ? 'fold' : 'moveUp');
  return null;
}
