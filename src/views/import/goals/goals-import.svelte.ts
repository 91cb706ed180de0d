import { goalFactsOf } from '../../../files/import/goals/facts.ts';
import { rememberColumns } from '../../../files/import/goals/remembered.ts';
import { settleGoals, type SettledGoals, type TotalsMeant } from '../../../files/import/goals/settle.ts';
import {
  nameId,
  type GoalDraft,
  type GoalFacts,
  type GoalName,
  type GoalNameAction,
  type GoalRequest,
} from '../../../files/import/goals/types.ts';
import { aliasKey } from '../../../files/import/keys.ts';
import type { OpenTable } from '../../../files/client.ts';
import type { Target } from '../../../files/import/types.ts';
import type { Change } from '../../../model/diff.ts';
import { recordId } from '../../../model/ids.ts';
import type { GoalEditAnswer } from '../../../model/planning/goals.ts';
import type { MonthSpan } from '../../../model/time.ts';
import { solving } from '../../../sheets/goals/solving.svelte.ts';
import { asStored } from '../../../sheets/goals/goal-answer.ts';
import type { PlanSession } from '../../../state/contract.ts';

type Choices = Omit<GoalRequest, 'facts'>;

/** A table on the desk that is read as goals: what was chosen, what it holds, and what the planner makes of it. */
export class GoalsImport {
  draft = $state.raw<GoalDraft | null>(null);
  facts = $state.raw<GoalFacts | null>(null);
  settled = $state.raw<SettledGoals | null>(null);
  /** null = nothing to be asked, or not asked yet. */
  answer = $state.raw<GoalEditAnswer | null>(null);
  choices = $state.raw<Choices>({});
  /** What was chosen for totals that do not add up. */
  totals = $state<TotalsMeant | null>(null);
  checking = $state(false);
  private turn = 0;
  private revision = -1;

  constructor(
    private readonly session: PlanSession,
    private readonly table: () => OpenTable | null,
  ) {}

  /** Looks at a table that was just opened: does it hold goals? */
  async begin(): Promise<boolean> {
    Object.assign(this, { choices: {}, totals: null, draft: null, settled: null, answer: null });
    const facts = goalFactsOf(this.session, this.session.asOf);
    const drafted = await this.table()?.goals({ facts });
    return drafted?.ok === true && drafted.value.isGoals;
  }

  choose(change: Choices): Promise<void> {
    this.choices = { ...this.choices, ...change };
    return this.redraft();
  }

  setHeader = (headerRow: number) => this.choose({ headerRow, targets: {} });
  setTarget = (column: number, target: Target) =>
    this.choose({ targets: { ...this.choices.targets, ...this.freed(target), [column]: target } });
  setName = ({ of, text }: GoalName, action: GoalNameAction) =>
    this.choose({ names: { ...this.choices.names, [nameId(of, text)]: action } });
  /** All segments that the plan does not have are made. */
  createSegments = () => {
    const open = (this.draft?.names ?? []).filter(({ of, how }) => of === 'segment' && how === 'unknown');
    const made = open.map(({ of, text }) => [nameId(of, text), { kind: 'create' }] as const);
    return this.choose({ names: { ...this.choices.names, ...Object.fromEntries(made) } });
  };
  leaveOut = () => this.choose({ leaveOut: true });

  correct(row: number, column: number, text: string): Promise<void> {
    const others = (this.choices.edits ?? []).filter((edit) => edit.row !== row || edit.column !== column);
    return this.choose({ edits: [...others, { row, column, text }] });
  }

  setTotals(totals: TotalsMeant): Promise<void> {
    this.totals = totals;
    return this.settle();
  }

  /** Somebody has to say what is meant before anything goes in. */
  get isOpen(): boolean {
    const wrong = (this.settled?.differences.length ?? 0) + (this.draft?.wrongSums.length ?? 0);
    return wrong > 0 && this.meant === null;
  }

  /** Totals that are still those of the plan were not typed: what stands below them is meant, unless somebody says else. */
  get meant(): TotalsMeant | null {
    const { differences = [] } = this.settled ?? {};
    const areOld = differences.every(({ isOld }) => isOld) && this.draft?.wrongSums.length === 0;
    return this.totals ?? (differences.length > 0 && areOld ? 'parts' : null);
  }

  get count(): number {
    return this.settled ? this.settled.fresh + this.settled.changed.length : 0;
  }

  get isReady(): boolean {
    const isKnown = this.draft?.missing.length === 0 && !this.checking && !this.isOpen;
    return isKnown && this.answer?.possible === true && this.answer.changes.length > 0;
  }

  /** A single column is each of these. */
  private freed(target: Target): { [column: number]: Target } {
    if (target === 'ignore' || target === 'cells') return {};
    const had = (this.draft?.columns ?? []).filter((column) => column.target === target);
    return Object.fromEntries(had.map(({ index }) => [index, 'ignore']));
  }

  /** Late drafts of older choices are dropped. */
  async redraft(): Promise<void> {
    const turn = ++this.turn;
    this.checking = true;
    const facts = goalFactsOf(this.session, this.session.asOf);
    const drafted = await this.table()?.goals({ facts, ...this.choices });
    if (!drafted?.ok || turn !== this.turn) return;
    this.facts = facts;
    this.draft = drafted.value;
    await this.settle();
  }

  /** What the goals come to, once nothing is open any more. */
  async settle(): Promise<void> {
    const { draft, facts, session } = this;
    if (!draft || !facts) return;
    const turn = ++this.turn;
    this.checking = true;
    this.answer = null;
    const present = await session.read({ kind: 'goals', span: spanOf(draft, facts) });
    if (turn !== this.turn) return;
    if (present) this.settled = settleGoals(draft, withNew(facts, draft), present, this.totals);
    const edits = this.settled?.edits ?? [];
    const isAsked = edits.length > 0 && draft.missing.length === 0 && !this.isOpen;
    const answer = isAsked ? await this.ask(edits) : null;
    if (turn !== this.turn) return;
    this.answer = answer;
    this.revision = session.revision;
    this.checking = false;
  }

  private ask = (edits: SettledGoals['edits']): Promise<GoalEditAnswer | null> =>
    solving.ask((query) => this.session.read(query), { kind: 'goalEdit', edits, first: this.creations() });

  /** As one step of undo; what has changed meanwhile is taken into account. False: they can't go in any more. */
  async commit(remember: boolean): Promise<boolean> {
    const { session } = this;
    if (this.revision !== session.revision) await this.settle();
    if (!this.answer?.possible) return false;
    const context = { get: (id: string) => session.get(id) };
    const goals = [...this.creations(), ...asStored({ context }, this.answer.changes)];
    const changes = [...goals, ...(remember ? this.remembered() : [])];
    await session.commit(changes, { code: 'import', count: this.count });
    return true;
  }

  /** Segments that the file brings along, behind those that are there. */
  private creations(): Change[] {
    const [made, there] = [this.draft?.newSegments ?? [], this.session.ofKind('segment').length];
    return made.map(({ key, name, parent }, at) => ({
      create: recordId.segment(key),
      values: { name, parent, order: there + at },
    }));
  }

  private remembered(): Change[] {
    return [...this.aliases(), ...(this.draft ? rememberColumns(this.draft, this.session) : [])];
  }

  private aliases(): Change[] {
    const chosen = this.draft?.names.filter(({ of, how }) => of === 'unit' && how === 'chosen') ?? [];
    return chosen.flatMap(({ text, action }): Change[] => {
      if (action.kind !== 'known') return [];
      const id = recordId.alias(aliasKey(text));
      return this.session.get(id)
        ? [{ id, field: 'unit', value: action.to }]
        : [{ create: id, values: { unit: action.to } }];
    });
  }
}

const withNew = (facts: GoalFacts, { newSegments }: GoalDraft): GoalFacts => ({
  ...facts,
  segments: [...facts.segments, ...newSegments],
});

/** The months that the file speaks of. */
function spanOf({ cells }: GoalDraft, { asOf }: GoalFacts): MonthSpan {
  let [from, to] = [cells[0]?.span.from ?? asOf.slice(0, 7), cells[0]?.span.to ?? asOf.slice(0, 7)];
  for (const { span } of cells) {
    if (span.from < from) from = span.from;
    if (span.to > to) to = span.to;
  }
  return { from, to };
}
