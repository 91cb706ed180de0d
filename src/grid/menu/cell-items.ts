import { t } from '../../i18n/i18n.svelte.ts';
import type { MenuEntry } from '../../ui/menu.ts';
import { pasteBlock, readClipboard } from '../clipboard/clipboard-events.ts';
import type { Editor } from '../editing/editor.svelte.ts';
import type { GridState } from '../grid-state.svelte.ts';
import {
  clearRange,
  deleteRows,
  moveRows,
  movesTree,
  selectedRows,
  toggle,
} from '../keyboard/row-commands.ts';
import { fillKey, type Overlays } from '../keyboard/run-command.ts';

/** The menu of a cell: what the keys do, for the mouse; then what the view adds. */
export function cellItems(
  grid: GridState,
  editor: Editor,
  overlays: Overlays,
  own: readonly MenuEntry[],
): MenuEntry[] {
  const groups = [
    own,
    editItems(grid, editor),
    clipboardItems(grid),
    fillItems(grid),
    treeItems(grid),
    rowItems(grid),
    sheetItems(grid, overlays),
  ];
  return groups
    .filter((items) => items.length > 0)
    .flatMap((items, index) => (index ? [null, ...items] : items));
}

function editItems(grid: GridState, editor: Editor): MenuEntry[] {
  const words = t().grid.menu;
  const disabled = grid.source.readOnly;
  return [
    { label: words.edit, keys: 'F2', disabled, run: () => editor.open() },
    { label: words.clear, keys: 'Delete', disabled, run: () => clearRange(grid) },
  ];
}

/** `execCommand` raises the textarea's own clipboard events, which need no permission. */
function clipboardItems(grid: GridState): MenuEntry[] {
  const words = t().grid.menu;
  const command = (name: 'copy' | 'cut') => () => {
    grid.focus();
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else raises a clipboard event
    grid.sink?.ownerDocument.execCommand(name);
  };
  return [
    { label: words.cut, keys: 'Ctrl X', disabled: grid.source.readOnly, run: command('cut') },
    { label: words.copy, keys: 'Ctrl C', run: command('copy') },
    {
      label: words.paste,
      keys: 'Ctrl V',
      disabled: grid.source.readOnly,
      run: () => void pasteFromMenu(grid),
    },
  ];
}

/** A browser may refuse to read the clipboard for a menu. */
async function pasteFromMenu(grid: GridState): Promise<void> {
  grid.focus();
  try {
    pasteBlock(grid, await readClipboard());
  } catch {
    grid.tellAt(grid.active, t().grid.pasteByKey);
  }
}

function fillItems(grid: GridState): MenuEntry[] {
  const words = t().grid.menu;
  const disabled = grid.source.readOnly;
  return [
    { label: words.fillDown, keys: 'Ctrl D', disabled, run: () => fillKey(grid, true) },
    { label: words.fillRight, keys: 'Ctrl R', disabled, run: () => fillKey(grid, false) },
  ];
}

function treeItems(grid: GridState): MenuEntry[] {
  const words = t().grid;
  const { row } = grid.active;
  const { expanded } = grid.rowAt(row);
  const fold: MenuEntry[] =
    expanded === null
      ? []
      : [
          {
            label: expanded ? words.fold : words.expand,
            keys: expanded ? 'Alt Shift ↑' : 'Alt Shift ↓',
            run: () => toggle(grid, row),
          },
        ];
  if (!movesTree(grid)) return fold;
  return [
    ...fold,
    { label: words.menu.moveUp, keys: 'Alt ↑', run: () => moveRows(grid, 'up') },
    { label: words.menu.moveDown, keys: 'Alt ↓', run: () => moveRows(grid, 'down') },
    { label: words.menu.moveIn, keys: 'Alt Shift →', run: () => moveRows(grid, 'in') },
    { label: words.menu.moveOut, keys: 'Alt Shift ←', run: () => moveRows(grid, 'out') },
  ];
}

function rowItems(grid: GridState): MenuEntry[] {
  const rows = selectedRows(grid);
  if (!grid.source.actions.deleteRows || grid.source.readOnly || rows.length === 0) return [];
  return [{ label: t().grid.menu.deleteRows(rows.length), keys: 'Ctrl −', run: () => deleteRows(grid) }];
}

function sheetItems(grid: GridState, overlays: Overlays): MenuEntry[] {
  const words = t().grid.menu;
  return [
    {
      label: words.sortFilter,
      keys: 'Ctrl Shift L',
      run: () => overlays.columnMenu(grid.active.column),
    },
    { label: words.find, keys: 'Ctrl F', run: () => overlays.openFind() },
    { label: words.replace, keys: 'Ctrl H', run: () => overlays.openReplace() },
  ];
}
