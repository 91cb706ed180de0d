import { fileInLink } from '../../files/slice/link.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { openPlanFiles } from '../shell/plan-actions.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';

/** What a link brought is opened as a file is: asked where to put it, and nothing is replaced. */
export async function openLink(work: Workspace, link: string): Promise<void> {
  const words = t().ways.link;
  const bytes = fileInLink(link);
  if (!bytes) {
    work.refusal = { file: words.inLink, text: words.damaged };
    return;
  }
  await openPlanFiles(work, [new File([bytes as BlobPart], words.inLink)]);
}
