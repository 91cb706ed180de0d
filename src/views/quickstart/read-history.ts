import type { ImportDraft } from '../../files/import/types.ts';
import type { RecordEntry } from '../../model/diff.ts';
import { fail, ok, type Result } from '../../model/failure.ts';
import type { Template } from '../../model/templates.ts';
import type { Day } from '../../model/time.ts';
import { applied } from './applied.ts';
import type { HistoryDraft } from './draft.ts';

export type HistorySource = { readonly text: string } | { readonly file: File };
export interface HistoryNames {
  /** One person without a name column, and the unit above several. */
  readonly me: string;
  readonly team: string;
}

/** Reads a paste or a file with guessed columns into the records of a plan that is not kept yet. Good rows go in. */
export async function readHistory(
  source: HistorySource,
  asOf: Day,
  names: HistoryNames,
  chain: { readonly template: Template; readonly anyTemplate: boolean },
): Promise<Result<HistoryDraft>> {
  const { quickDraft } = await import('../import/quick.ts');
  const read = await quickDraft('text' in source ? source.text : source.file, {
    asOf,
    teamName: names.team,
    ownName: names.me,
    ...chain,
  });
  if (!read.ok) return read;
  const { draft, changes, start, template } = read.value;
  if (draft.missing.length > 0 || draft.counts.good === 0) return fail('historyNotUnderstood');
  return ok({ template, ...summary(draft, applied(start, changes)) });
}

function summary(draft: ImportDraft, records: RecordEntry[]): Omit<HistoryDraft, 'template'> {
  const used = draft.columns.filter(({ target }) => target !== 'ignore');
  const unused = draft.columns.filter(({ target, header }) => target === 'ignore' && header);
  const headers = Object.fromEntries(used.map(({ target, header }) => [target, header]));
  return {
    records,
    people: draft.people.length,
    months: draft.months.toSorted(),
    columns: used.length,
    gaps: draft.cells.values.reduce((sum, column) => sum + column.filter(Number.isNaN).length, 0),
    badRows: draft.counts.bad,
    ignored: unused.map(({ header }) => header),
    headers: draft.layout === 'long' ? headers : {},
  };
}
