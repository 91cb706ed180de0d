import { addMonths } from '../../model/time.ts';
import { SHEETS } from '../../state/desk.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Fields that have no undo of their own. */
const TEXTLESS = '[type=date], [type=checkbox], [type=radio], [type=file]';

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || (target.matches('input, textarea') && !target.matches(TEXTLESS)));

/** The keys that hold on every screen. What a sheet or a field has used is left alone. */
export function appKeys(work: Workspace): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const done = event.ctrlKey || event.metaKey ? withCtrl(work, event) : plain(work, event);
    if (done) event.preventDefault();
  };
}

function withCtrl(work: Workspace, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key === 'k') {
    work.helpOpen = false;
    work.paletteOpen = !work.paletteOpen;
    return true;
  }
  // A text field has its own undo; behind the list of plans nobody would see what is taken back.
  if (typing(event.target) || work.route.at !== 'plan' || !work.session) return false;
  if (key === 'z' && !event.shiftKey) void work.undo();
  else if (key === 'y' || key === 'z') void work.redo();
  else return false;
  return true;
}

function plain(work: Workspace, event: KeyboardEvent): boolean {
  if (event.altKey) return withAlt(work, event);
  if (event.key !== '?' || typing(event.target)) return false;
  work.helpOpen = true;
  return true;
}

function withAlt(work: Workspace, event: KeyboardEvent): boolean {
  if (!work.session) return false;
  if (event.key === 'PageUp' || event.key === 'PageDown') {
    work.desk.month = addMonths(work.desk.month, event.key === 'PageUp' ? -1 : 1);
    return true;
  }
  const sheet = SHEETS[Number(event.code.replace('Digit', '')) - 1];
  if (!sheet) return false;
  work.goTo(sheet);
  return true;
}
