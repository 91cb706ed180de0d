import { t } from '../../i18n/i18n.svelte.ts';
import { fetchMessages } from '../../i18n/i18n.svelte.ts';
import { failureText } from '../../ui/failures.ts';
import { planRoute } from '../../ui/route.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import { unpackFiles } from '../share/unpack.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';

/** Big files and many of them take longer: that is said while it lasts. */
const PATIENCE_MS = 600;

/** Reads the files and asks how to open them. One that can't be read is refused at once, as it always was. */
export async function readPlanFiles(work: Workspace, chosen: readonly File[]): Promise<void> {
  const words = t().merge.open;
  const begun = performance.now();
  const given = await Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const files = await unpackFiles(work, given);
  if (!files.length) return;
  const read = await work.shelf.readFiles(files, ({ done, of }) => {
    if (performance.now() - begun > PATIENCE_MS) showToast({ text: words.reading(done, of) });
  });
  const [first] = read.reports;
  if (read.reports.length === 1 && first?.ok === false) {
    read.close();
    await fetchMessages('failures');
    work.refusal = { file: first.file, text: failureText(first.failure) };
    return;
  }
  work.opened?.close();
  work.opened = read;
}

/** Shows what merging these files would change; `plans` are merged one after another. */
export function startMerge(work: Workspace, merging: NonNullable<Workspace['merging']>): void {
  if (work.merging && work.merging.files !== merging.files) work.merging.files.close();
  work.merging = merging;
  location.hash = planRoute(merging.plans[0] ?? '', 'merge');
}
