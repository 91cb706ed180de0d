import type { Workspace } from '../shell/workspace.svelte.ts';
import { openPlanFiles } from '../shell/plan-actions.ts';

const PLAN = /\.(backcast|age|zip)$/i;

/** Those that hold plans, by their names: under a passphrase and in archives, too. */
export const plansAmong = (files: readonly File[]): File[] => files.filter(({ name }) => PLAN.test(name));

/** Files that were let go anywhere in the window: plan files are opened, a table is imported into the open plan. */
export function openDropped(work: Workspace, files: readonly File[]): void {
  const plans = plansAmong(files);
  const [table] = files;
  if (plans.length > 0) void openPlanFiles(work, plans);
  else if (table && work.session) {
    work.importSource = { file: table };
    work.goTo('import');
  }
}
