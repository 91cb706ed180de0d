import type { Change } from '../../../model/diff.ts';
import { ChainDraft } from './draft.svelte.ts';

/** The edits that take a measure out of the chain; its numbers stay, and come back with it. */
export function changesWithout(plan: ConstructorParameters<typeof ChainDraft>[0], measure: string): Change[] {
  const draft = new ChainDraft(plan);
  const row = draft.rows.find(({ key }) => key === measure);
  if (row) draft.remove(row);
  return draft.changes;
}
