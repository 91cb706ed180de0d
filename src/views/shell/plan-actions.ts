import { t } from '../../i18n/i18n.svelte.ts';
import { chooseFile, downloadFile } from '../../ui/download.ts';
import { failureText } from '../../ui/failures.ts';
import { planHome } from '../../ui/home.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

export const PLAN_FILES = '.backcast,application/gzip';

export async function exportPlan(work: Workspace, planId: string): Promise<void> {
  const file = await work.shelf.exportFile(planId);
  downloadFile(file.name, file.bytes, 'application/gzip');
  showToast({ text: t().app.exported(file.name) });
}

/** Opens a plan file as a plan of its own; a refusal says why and changes nothing. */
export async function openPlanFile(work: Workspace, chosen?: File): Promise<void> {
  const file = chosen ?? (await chooseFile(PLAN_FILES));
  if (!file) return;
  const result = await work.shelf.importFile(file.name, new Uint8Array(await file.arrayBuffer()));
  if (result.ok) {
    location.hash = planHome(result.plan.id);
    showToast({ text: t().app.opened(result.plan.name) });
  } else work.refusal = { file: file.name, text: failureText(result.failure) };
}

export async function duplicatePlan(work: Workspace, planId: string, name: string): Promise<void> {
  const copy = await work.shelf.duplicate(planId, t().app.copyOf(name));
  showToast({ text: t().app.duplicated(copy.name) });
  location.hash = planHome(copy.id);
}

export async function removePlan(work: Workspace, planId: string, name: string): Promise<void> {
  if (work.session?.planId === planId) work.leave();
  await work.shelf.remove(planId);
  showToast({
    text: t().app.removed(name),
    action: { label: t().app.undo, run: () => void work.shelf.undelete(planId) },
  });
}
