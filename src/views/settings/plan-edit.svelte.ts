import { t } from '../../i18n/i18n.svelte.ts';
import type { Change } from '../../model/diff.ts';
import { SETTINGS_ID } from '../../model/ids.ts';
import type { Json } from '../../model/json.ts';
import type { Settings } from '../../model/records/settings.ts';
import type { PlanSession } from '../../state/contract.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import { follow } from '../shell/follow.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';
import { settingsOf } from './settings.ts';

/** The open plan's settings and their edits: each is one step, said with its name and offered to be taken back. */
export class PlanEdit {
  readonly session: PlanSession;
  readonly #work: Workspace;
  settings = $derived.by((): Settings => {
    follow(this.session.revision);
    return settingsOf(this.session.get(SETTINGS_ID));
  });

  constructor(work: Workspace, session: PlanSession) {
    this.#work = work;
    this.session = session;
  }

  set(field: keyof Settings, value: Json, name: string): void {
    if (this.settings[field] === value) return;
    this.commit([{ id: SETTINGS_ID, field, value }], name);
  }

  commit(changes: readonly Change[], name: string): void {
    if (changes.length === 0) return;
    void this.session.commit(changes, { code: 'settings' });
    const { undo, undoKeys } = t().app;
    showToast({
      text: t().settings.changed(name),
      action: { label: undo, keys: undoKeys, run: () => void this.#work.undo() },
    });
  }
}
