import { applyImportSlowly, type ImportSummary } from '../../files/import/apply.ts';
import { factsOf, readerOf } from '../../files/import/facts.ts';
import type { ImportDraft } from '../../files/import/types.ts';
import { createFilesClient, type FilesClient, type OpenOptions } from '../../files/client.ts';
import type { Change, RecordEntry } from '../../model/diff.ts';
import { ok, type Result } from '../../model/failure.ts';
import { templateMeasures } from '../../model/templates.ts';
import type { Day, Month } from '../../model/time.ts';

export interface QuickOptions extends OpenOptions {
  readonly asOf: Day;
  /** What a company unit above the reps is called, and a rep whose file has no column of names. */
  readonly teamName: string;
  readonly ownName: string;
  /** Records of the plan that is to be; default: the telesales measures alone. */
  readonly records?: readonly RecordEntry[];
}

/** A paste or a file read with the best mapping, as a fresh plan would take it. */
export interface QuickDraft {
  /** On top of the fresh plan's records. */
  readonly changes: readonly Change[];
  readonly summary: ImportSummary;
  /** Names of the people, months in order, measure keys in the order of the columns. */
  readonly people: readonly string[];
  readonly months: readonly Month[];
  readonly measures: readonly string[];
  /** Columns, problems, counts and a preview; `draft.missing` says why nothing can be imported. */
  readonly draft: ImportDraft;
  /** A column was guessed, or rows are bad: the mapping step is worth a look. */
  readonly doubtful: boolean;
}

const isDoubtful = (draft: ImportDraft): boolean =>
  draft.missing.length > 0 ||
  draft.counts.bad > 0 ||
  draft.columns.some(({ target, score }) => target !== 'ignore' && score < 0.9);

/** Reads a first history without asking anything. Fails as `TableReader.open` does, and with `cancelled`. */
export async function quickDraft(
  source: string | Blob,
  options: QuickOptions,
  client: FilesClient = createFilesClient(),
): Promise<Result<QuickDraft>> {
  const reader = readerOf(options.records ?? templateMeasures('telesales'));
  const table = await client.openTable(source, options);
  if (!table.ok) return table;
  const drafted = await table.value.draft({
    facts: factsOf(reader, options.asOf),
    ownName: options.ownName,
  });
  table.value.close();
  if (!drafted.ok) return drafted;
  const draft = drafted.value;
  const choices = { remember: true, rootName: options.teamName };
  const { changes, summary } = await applyImportSlowly(draft, choices, reader);
  return ok({
    changes: draft.missing.length > 0 ? [] : changes,
    summary,
    people: draft.people.map(({ name }) => name),
    months: draft.months,
    measures: draft.measureKeys,
    draft,
    doubtful: isDoubtful(draft),
  });
}
