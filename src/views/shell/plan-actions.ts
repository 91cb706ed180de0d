import { t, withMessages } from '../../i18n/i18n.svelte.ts';
import { chooseFile, downloadFile } from '../../ui/download.ts';
import { failureText } from '../../ui/failures.ts';
import { planHome } from '../../ui/home.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

export const PLAN_FILES = '.backcast,.age,.zip,application/gzip,application/zip';

/** What a big plan takes longer for is said while it lasts. */
const PATIENCE_MS = 1000;

function announced<T>(text: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => showToast({ text }), PATIENCE_MS);
  return work.finally(() => clearTimeout(timer));
}

export async function exportPlan(work: Workspace, planId: string): Promise<void> {
  const file = await announced(t().app.exporting, work.shelf.exportFile(planId));
  downloadFile(file.name, file.bytes, 'application/gzip');
  showToast({ text: t().app.exported(file.name) });
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The Backcast on the desk as a workbook that goes on calculating. */
export async function exportWorkbook({ session, desk, whatIf }: Workspace): Promise<void> {
  if (!session) return;
  const make = async () => {
    const code = withMessages('workbook', import('../workbook/export.ts'));
    const { makeWorkbook } = await withMessages('plan', code);
    return makeWorkbook(session, desk, whatIf);
  };
  const file = await announced(t().app.exporting, make());
  downloadFile(file.name, file.bytes, XLSX);
  showToast({ text: t().app.exported(file.name) });
}

/** Opens a plan file as a plan of its own; a refusal says why and changes nothing. */
export async function openPlanFile(work: Workspace, chosen?: File): Promise<void> {
  const file = chosen ?? (await chooseFile(PLAN_FILES));
  if (!file) return;
  const { unpackFiles } = await import('../share/unpack.ts');
  const given = [{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }];
  for (const { name, bytes } of await unpackFiles(work, given)) {
    const result = await announced(t().app.opening(name), work.shelf.importFile(name, bytes));
    if (result.ok) {
      location.hash = planHome(result.plan.id);
      showToast({ text: t().app.opened(result.plan.name) });
    } else work.refusal = { file: name, text: failureText(result.failure) };
  }
}

export async function duplicatePlan(work: Workspace, planId: string, name: string): Promise<void> {
  const copy = await announced(t().app.duplicating(name), work.shelf.duplicate(planId, t().app.copyOf(name)));
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
  // What it was asked from went with the plan.
  document.getElementById('content')?.focus();
}
