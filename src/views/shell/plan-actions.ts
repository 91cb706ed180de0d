import { t, withMessages } from '../../i18n/i18n.svelte.ts';
import { chooseFiles, downloadFile } from '../../ui/download.ts';
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

/** Reads plan files, those chosen now where none are given, and asks how they are to be opened. */
export async function openPlanFiles(work: Workspace, given?: readonly File[]): Promise<void> {
  const files = given ?? (await chooseFiles(PLAN_FILES));
  if (!files.length) return;
  const { readPlanFiles } = await withMessages('merge', import('../open/read.ts'));
  await readPlanFiles(work, files);
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
