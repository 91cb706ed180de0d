import { applyImportSlowly, type ImportSummary } from '../../files/import/apply.ts';
import { factsOf, readerOf } from '../../files/import/facts.ts';
import type { ImportDraft } from '../../files/import/types.ts';
import { createFilesClient, type FilesClient, type OpenOptions, type OpenTable } from '../../files/client.ts';
import type { Change, RecordEntry } from '../../model/diff.ts';
import { ok, type Result } from '../../model/failure.ts';
import { REVENUE } from '../../model/records/measure.ts';
import { templateChain, templateMeasures, TEMPLATES, type Template } from '../../model/templates.ts';
import type { Day, Month } from '../../model/time.ts';
import { yieldToPage } from '../../state/pace.ts';

export interface QuickOptions extends OpenOptions {
  readonly asOf: Day;
  /** What a company unit above the reps is called, and a rep whose file has no column of names. */
  readonly teamName: string;
  readonly ownName: string;
  /** The chain of the plan that is to be. */
  readonly template?: Template;
  /** Another template may be taken where the columns are its own. */
  readonly anyTemplate?: boolean;
}

/** A paste or a file read with the best mapping, as a fresh plan would take it. */
export interface QuickDraft {
  readonly template: Template;
  /** The measures of the fresh plan, and what to change on top of them. */
  readonly start: readonly RecordEntry[];
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

/** Measures of the template that the table has, beside the result. */
const fitOf = ({ measureKeys }: ImportDraft, template: Template): number =>
  templateChain(template).filter(({ key }) => key !== REVENUE && measureKeys.includes(key)).length;

/** With fewer measures than this a table does not speak for a template. */
const TELLING = 2;

interface Fitted {
  readonly template: Template;
  readonly draft: ImportDraft;
}

/** The wished template, or the one whose columns the table has. */
async function fittingDraft(table: OpenTable, options: QuickOptions): Promise<Result<Fitted>> {
  const { asOf, ownName, template: wished = 'telesales', anyTemplate = false } = options;
  const draftOf = (template: Template): Promise<Result<ImportDraft>> =>
    table.draft({ facts: factsOf(readerOf(templateMeasures(template)), asOf), ownName });
  const first = await draftOf(wished);
  if (!first.ok) return first;
  let best: Fitted = { template: wished, draft: first.value };
  if (!anyTemplate || fitOf(best.draft, wished) >= TELLING) return ok(best);
  for (const template of TEMPLATES.filter((each) => each !== wished)) {
    const other = await draftOf(template);
    if (!other.ok) return other;
    const fit = fitOf(other.value, template);
    if (fit >= TELLING && fit > fitOf(best.draft, best.template)) best = { template, draft: other.value };
  }
  return ok(best);
}

/** Reads a first history without asking anything. Fails as `TableReader.open` does, and with `cancelled`. */
export async function quickDraft(
  source: string | Blob,
  options: QuickOptions,
  client: FilesClient = createFilesClient(),
): Promise<Result<QuickDraft>> {
  const table = await client.openTable(source, options);
  if (!table.ok) return table;
  const fitted = await fittingDraft(table.value, options);
  table.value.close();
  if (!fitted.ok) return fitted;
  const { template, draft } = fitted.value;
  const start = templateMeasures(template);
  const choices = { remember: true, rootName: options.teamName };
  const { changes, summary } = await applyImportSlowly(draft, choices, readerOf(start), yieldToPage);
  return ok({
    template,
    start,
    changes: draft.missing.length > 0 ? [] : changes,
    summary,
    people: draft.people.map(({ name }) => name),
    months: draft.months,
    measures: draft.measureKeys,
    draft,
    doubtful: isDoubtful(draft),
  });
}
