import type { Messages } from '../../i18n/zh-CN/index.ts';

type Help = Messages['help'];
interface Group {
  readonly group: 'select' | 'edit' | 'arrange' | 'plan' | 'anywhere';
  readonly rows: readonly { readonly name: keyof Help['rows']; readonly keys: readonly string[] }[];
}

/** The keys that the help lists; several combinations stand for alternatives. */
export const SHORTCUTS: readonly Group[] = [
  {
    group: 'select',
    rows: [
      { name: 'next', keys: ['Tab', '↵'] },
      { name: 'edge', keys: ['Ctrl ↑↓←→'] },
      { name: 'extend', keys: ['Shift ↑↓←→'] },
      { name: 'addRange', keys: ['Shift F8'] },
      { name: 'firstLast', keys: ['Ctrl Home', 'Ctrl End'] },
      { name: 'all', keys: ['Ctrl A'] },
      { name: 'rowsColumns', keys: ['Shift Space', 'Ctrl Space'] },
    ],
  },
  {
    group: 'edit',
    rows: [
      { name: 'enter', keys: ['F2'] },
      { name: 'fill', keys: ['Ctrl D', 'Ctrl R'] },
      { name: 'clipboard', keys: ['Ctrl C', 'Ctrl X', 'Ctrl V'] },
      { name: 'clear', keys: ['Delete'] },
      { name: 'undoRedo', keys: ['Ctrl Z', 'Ctrl Y'] },
      { name: 'fillRange', keys: ['Ctrl ↵'] },
      { name: 'cancel', keys: ['Esc'] },
    ],
  },
  {
    group: 'arrange',
    rows: [
      { name: 'foldRows', keys: ['Alt Shift ↑', 'Alt Shift ↓'] },
      { name: 'moveRows', keys: ['Alt ↑', 'Alt ↓'] },
      { name: 'moveLevel', keys: ['Alt Shift ←', 'Alt Shift →'] },
      { name: 'deleteRows', keys: ['Ctrl −'] },
      { name: 'sortFilter', keys: ['Ctrl Shift L', 'Alt ↓'] },
      { name: 'cellMenu', keys: ['Shift F10'] },
    ],
  },
  {
    group: 'plan',
    rows: [
      { name: 'sheets', keys: ['Alt 1–4'] },
      { name: 'months', keys: ['Alt PgUp', 'Alt PgDn'] },
      { name: 'why', keys: ['Alt W'] },
      { name: 'lock', keys: ['Alt L'] },
      { name: 'takeChange', keys: ['↵', 'Esc'] },
      { name: 'parts', keys: ['F6', 'Shift F6'] },
    ],
  },
  {
    group: 'anywhere',
    rows: [
      { name: 'palette', keys: ['Ctrl K'] },
      { name: 'find', keys: ['Ctrl F'] },
      { name: 'replace', keys: ['Ctrl H'] },
      { name: 'this', keys: ['?'] },
    ],
  },
];
