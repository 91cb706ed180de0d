import type { Workspace } from '../shell/workspace.svelte.ts';
import { openPlanFiles } from '../shell/plan-actions.ts';

const PLAN = /\.(backcast|age|zip)$/i;

/** Files that were let go anywhere in the window: plan files are opened, a table is imported into the open plan. */
export function openDropped(work: Workspace, files: readonly File[]): void {
  const plans = files.filter(({ name }) => PLAN.test(name));
  const [table] = files;
  if (plans.length > 0) void openPlanFiles(work, plans);
  else if (table && work.session) {
    work.importSource = { file: table };
    work.goTo('import');
  }
}
