import { applyImportSlowly, type AppliedImport, type ImportSummary } from '../../files/import/apply.ts';
import { factsOf } from '../../files/import/facts.ts';
import type {
  DraftRequest,
  ImportDraft,
  NameAction,
  PlanFacts,
  ReadOptions,
  Repeats,
  RowProblem,
  TableInfo,
  Target,
} from '../../files/import/types.ts';
import { retarget } from './retarget.ts';
import { fetchMessages } from '../../i18n/i18n.svelte.ts';
import { GoalsImport } from './goals/goals-import.svelte.ts';
import { createFilesClient, type FilesClient, type OpenTable } from '../../files/client.ts';
import type { Failure } from '../../model/failure.ts';
import type { PlanSession } from '../../state/contract.ts';
import { yieldToPage } from '../../state/pace.ts';

export interface ImportSource {
  readonly text?: string;
  readonly file?: File;
}
export type ImportKind = 'history' | 'goals';
type Phase = 'choose' | 'reading' | 'matching' | 'importing';
type Choices = Omit<DraftRequest, 'facts'>;

/** Names that an import gives where the file has none; the language in use knows them. */
export interface ImportNames {
  readonly root: string;
  readonly own: string;
}

/** The import on the desk: the open table, what was chosen, and the draft that follows from it. */
export class ImportDesk {
  phase = $state<Phase>('choose');
  /** 0 to 100 while reading. */
  progress = $state(0);
  failure = $state.raw<Failure | null>(null);
  fileName = $state('');
  /** What the table is read as. */
  kind = $state<ImportKind>('history');
  readonly goals: GoalsImport;
  info = $state.raw<TableInfo | null>(null);
  draft = $state.raw<ImportDraft | null>(null);
  summary = $state.raw<ImportSummary | null>(null);
  /** The plan as the draft knows it: not as it becomes while the import goes in. */
  facts = $state.raw<PlanFacts | null>(null);
  choices = $state.raw<Choices>({});
  remember = $state(true);
  /** The draft shown is behind the choices. */
  checking = $state(false);

  private table: OpenTable | null = null;
  private reading: AbortController | null = null;
  private turn = 0;
  private applied: (AppliedImport & { readonly basis: readonly unknown[] }) | null = null;

  constructor(
    private readonly session: PlanSession,
    private readonly names: () => ImportNames,
    private readonly client: FilesClient = createFilesClient(),
  ) {
    this.goals = new GoalsImport(session, () => this.table);
  }

  async open(source: ImportSource, name: string): Promise<void> {
    const content = source.file ?? source.text;
    if (content === undefined) return;
    this.close();
    Object.assign(this, {
      phase: 'reading',
      progress: 0,
      failure: null,
      fileName: name,
      choices: {},
      draft: null,
    });
    const reading = new AbortController();
    this.reading = reading;
    const onProgress = (done: number, of: number) =>
      (this.progress = Math.round((done / Math.max(1, of)) * 100));
    const opened = await this.client.openTable(content, { onProgress, signal: reading.signal });
    if (!opened.ok) {
      if (this.reading === reading) this.refuse(opened.failure);
      return;
    }
    if (this.reading !== reading) {
      opened.value.close();
      return;
    }
    this.table = opened.value;
    this.info = opened.value.info;
    const isGoals = await this.goals.begin();
    if (isGoals) await fetchMessages('goals');
    this.kind = isGoals ? 'goals' : 'history';
    await (isGoals ? this.goals.redraft() : this.redraft());
    if (this.table === opened.value) this.phase = 'matching';
  }

  private refuse(failure: Failure): void {
    this.phase = 'choose';
    this.failure = failure.code === 'cancelled' ? null : failure;
  }

  /** The open table is gone. */
  private giveUp(failure: Failure): void {
    this.close();
    this.checking = false;
    this.refuse(failure);
  }

  /** Back to choosing; whatever runs ends with its worker. */
  close(): void {
    this.reading?.abort();
    this.reading = null;
    this.table?.close();
    this.table = null;
    this.applied = null;
    this.turn++;
    this.phase = 'choose';
  }

  async reread(options: ReadOptions): Promise<void> {
    const before = this.info;
    const read = await this.table?.reread({
      ...(before?.encoding && { encoding: before.encoding }),
      ...(before?.delimiter && { delimiter: before.delimiter }),
      ...options,
    });
    if (!read) return;
    if (!read.ok) {
      if (read.failure.code === 'fileReadingDied') this.giveUp(read.failure);
      else this.failure = read.failure;
      return;
    }
    this.info = read.value;
    if (this.kind === 'goals') await this.goals.choose({ targets: {}, edits: [] });
    else await this.choose({ targets: {}, edits: [] });
  }

  /** The same table read as something else. */
  async setKind(kind: ImportKind): Promise<void> {
    if (kind === 'goals') await fetchMessages('goals');
    this.kind = kind;
    await (kind === 'goals' ? this.goals.redraft() : this.redraft());
  }

  choose(change: Choices): Promise<void> {
    this.choices = { ...this.choices, ...change };
    return this.redraft();
  }

  /** Another header row makes other columns. */
  setHeader = (headerRow: number) => this.choose({ headerRow, targets: {} });
  setRepeats = (repeats: Repeats) => this.choose({ repeats });
  setName = (text: string, action: NameAction) =>
    this.choose({ names: { ...this.choices.names, [text]: action } });

  setRowMeasure = (text: string, target: Target) =>
    this.choose({ rowMeasures: { ...this.choices.rowMeasures, [text]: target } });

  setTarget(column: number, target: Target): Promise<void> {
    const targets = retarget(this.draft?.columns ?? [], column, target);
    return this.choose({ targets: { ...this.choices.targets, ...targets } });
  }

  correct(problem: RowProblem, text: string): Promise<void> {
    const { row, column } = problem;
    const others = (this.choices.edits ?? []).filter((edit) => edit.row !== row || edit.column !== column);
    return this.choose({ edits: [...others, { row, column, text }] });
  }

  /** The plan as a draft needs it; the last working day is known to the calendar only. */
  private async plan(): Promise<PlanFacts> {
    const { session } = this;
    const month = session.asOf.slice(0, 7);
    const calendar = await session.read({ kind: 'calendar', month });
    return factsOf(session, session.asOf, calendar?.lastWorkingDay);
  }

  /** Late drafts of older choices are dropped. */
  private async redraft(): Promise<void> {
    const turn = ++this.turn;
    this.checking = true;
    const facts = await this.plan();
    if (turn !== this.turn) return;
    const drafted = await this.table?.draft({ facts, ownName: this.names().own, ...this.choices });
    if (!drafted || turn !== this.turn) return;
    if (!drafted.ok) {
      this.giveUp(drafted.failure);
      return;
    }
    const draft = drafted.value;
    const applied = await this.apply(draft);
    if (turn !== this.turn) return;
    this.facts = facts;
    this.draft = draft;
    this.summary = applied.summary;
    this.checking = false;
  }

  /** Kept for the button: what was worked out to be shown is what goes in, unless something has changed since. */
  private async apply(draft: ImportDraft): Promise<AppliedImport> {
    const basis = [draft, this.remember, this.names().root, this.session.revision];
    if (this.applied?.basis.every((part, i) => part === basis[i])) return this.applied;
    const choices = { remember: this.remember, rootName: this.names().root };
    const applied = await applyImportSlowly(draft, choices, this.session, yieldToPage);
    this.applied = { ...applied, basis };
    return applied;
  }

  /** CSV text of the rows with problems. */
  async badRows(): Promise<string | null> {
    const draft = this.kind === 'goals' ? this.goals.draft : this.draft;
    const rows = [...new Set(draft?.problems.map(({ row }) => row))];
    const text = await this.table?.csvOf(draft?.headerRows ?? [], rows);
    if (text && !text.ok) this.giveUp(text.failure);
    return text?.ok ? text.value : null;
  }

  /** The goals go in as one step of undo; false: they can't. */
  async commitGoals(): Promise<boolean> {
    if (!this.goals.isReady) return false;
    this.phase = 'importing';
    const isIn = await this.goals.commit(this.remember);
    if (isIn) this.close();
    else this.phase = 'matching';
    return isIn;
  }

  /** The good rows go in as one step of undo, or, when this fails, nothing. */
  async commit(): Promise<ImportSummary | null> {
    const { draft } = this;
    if (!draft || draft.counts.good === 0 || draft.missing.length > 0) return null;
    this.phase = 'importing';
    const { changes, summary } = await this.apply(draft);
    await this.session.commit(changes, { code: 'import', count: draft.counts.good });
    this.close();
    return summary;
  }
}
