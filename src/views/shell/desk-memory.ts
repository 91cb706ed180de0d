import type { Desk } from '../../state/desk.svelte.ts';
import { readPreference, writePreference } from '../../ui/preferences.ts';

/** What beside the sheet can be put away; this browser remembers it from visit to visit. */
const PARTS = { panelOpen: 'panel', dockOpen: 'dock' } as const;
type Part = keyof typeof PARTS;

const parts = Object.keys(PARTS) as Part[];

/** Over a narrow window the panel covers the sheet: there it waits to be asked for. */
const COVERS = '(max-width: 1099px)';

/** Puts the desk back as it was left; what was never touched stays as the window's size makes it. */
export function recallDesk(desk: Desk): void {
  for (const part of parts) {
    const left = readPreference(PARTS[part]);
    if (left === 'closed') desk[part] = false;
    if (left === 'open' && !(part === 'panelOpen' && matchMedia(COVERS).matches)) desk[part] = true;
  }
}

/** Opens or closes a part by a person's hand. */
export function putAway(desk: Desk, part: Part, open: boolean): void {
  desk[part] = open;
  writePreference(PARTS[part], open ? 'open' : 'closed');
}
