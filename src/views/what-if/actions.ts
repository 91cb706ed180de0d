import { t } from '../../i18n/i18n.svelte.ts';
import type { Change } from '../../model/diff.ts';
import { randomKey, recordId } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import { withChanges } from '../../model/scenario.ts';
import { scenariosOf } from '../../state/scenarios.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';

/** Opens a new what-if, with some changes in it or none. */
export function newWhatIf(work: Workspace, name: string, changes: readonly Change[] = []): void {
  const plan = work.session;
  if (!plan || plan.saved === 'readOnly') return;
  const key = randomKey();
  const order = (scenariosOf(plan).at(-1)?.order ?? 0) + 1;
  const inside = withChanges({}, changes, (id) => plan.get(id)) as unknown as Json;
  void plan.commit([{ create: recordId.scenario(key), values: { name, order, changes: inside } }], {
    code: 'scenario',
  });
  void work.suppose(key);
}

/** The next name that says nothing yet. */
export const untitled = (work: Workspace): string =>
  t().whatIf.untitled(work.session ? scenariosOf(work.session).length + 1 : 1);

/** Tries changes: in the open what-if, or else in a new one of this name. */
export function tryOut(work: Workspace, name: string, changes: readonly Change[]): void {
  if (work.whatIf) void work.whatIf.commit(changes, { code: 'scenario' });
  else newWhatIf(work, name, changes);
}

export function keepWhatIf(work: Workspace): void {
  const { whatIf } = work;
  if (!whatIf) return;
  const { name } = whatIf.scenario;
  void whatIf.keep();
  left(work, t().whatIf.kept(name));
}

export function dropWhatIf(work: Workspace): void {
  const { whatIf } = work;
  if (!whatIf) return;
  const { name } = whatIf.scenario;
  void whatIf.drop();
  left(work, t().whatIf.dropped(name));
}

/** Its strip is gone, and the focus with it. */
function left(work: Workspace, text: string): void {
  void work.suppose(null);
  const { undo: label, undoKeys: keys } = t().app;
  showToast({ text, action: { label, keys, run: () => void work.undo() } });
  document.getElementById('content')?.focus();
}
