import { describe, expect, it } from 'vitest';
import { commandOf } from '../../src/grid/keyboard/commands.ts';

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
/** 'Ctrl+Shift+ArrowDown' */
function press(chord: string) {
  const parts = chord.split('+');
  const key = parts.pop() || '+';
  return commandOf({
    ...plain,
    key,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  });
}

describe('keys', () => {
  it.each([
    ['Ctrl+h', { kind: 'replace' }],
    ['Shift+F8', { kind: 'addRange' }],
    ['ArrowDown', { kind: 'go', direction: 'down', extend: false, toEdge: false }],
    ['Ctrl+Shift+ArrowLeft', { kind: 'go', direction: 'left', extend: true, toEdge: true }],
    ['Home', { kind: 'ends', end: false, ofSheet: false, extend: false }],
    ['Ctrl+Shift+End', { kind: 'ends', end: true, ofSheet: true, extend: true }],
    ['Shift+PageUp', { kind: 'page', down: false, extend: true }],
    ['Shift+Tab', { kind: 'tab', back: true }],
    ['Shift+Enter', { kind: 'enter', back: true }],
    ['F2', { kind: 'edit' }],
    ['Delete', { kind: 'clear' }],
    ['Backspace', { kind: 'erase' }],
    ['Ctrl+d', { kind: 'fillDown' }],
    ['Ctrl+R', { kind: 'fillRight' }],
    ['Meta+z', { kind: 'undo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Ctrl+y', { kind: 'redo' }],
    ['Ctrl+f', { kind: 'find' }],
    ['Ctrl+.', { kind: 'toggle' }],
    ['Ctrl+-', { kind: 'deleteRows' }],
    ['Shift+ ', { kind: 'selectRows' }],
    ['Ctrl+ ', { kind: 'selectColumns' }],
    ['Ctrl+a', { kind: 'selectAll' }],
    ['Alt+ArrowDown', { kind: 'openBelow' }],
    ['Alt+Shift+ArrowRight', { kind: 'moveRows', direction: 'in' }],
    ['Alt+Shift+ArrowLeft', { kind: 'moveRows', direction: 'out' }],
    ['Alt+Shift+ArrowUp', { kind: 'fold' }],
    ['Alt+Shift+ArrowDown', { kind: 'expand' }],
    ['Ctrl+Shift+L', { kind: 'columnMenu' }],
    ['Shift+F10', { kind: 'contextMenu' }],
  ])('%s', (chord, command) => {
    expect(press(chord)).toEqual(command);
  });
  it.each([
    'a',
    '中',
    ' ',
    'F5',
    'Ctrl+c',
    'Ctrl+v',
    'Ctrl+k',
    'Ctrl+Tab',
    'Alt+ArrowLeft',
    'Alt+ArrowRight',
    'Ctrl+PageDown',
  ])('%s is left to the browser and the cell editor', (chord) => {
    expect(press(chord)).toBeNull();
  });
});
