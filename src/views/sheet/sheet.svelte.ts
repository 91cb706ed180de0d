import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import type { Answer, Query } from '../../model/planning.ts';
import { parseUnit } from '../../model/records/read.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { BuiltSheet, SheetContext, SheetDefinition } from '../../sheets/definition.ts';
import { definitionOf, type DefinitionId } from '../../sheets/definitions/index.ts';
import type { PlanSession } from '../../state/contract.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import { follow } from '../shell/follow.ts';
import { settingsOf } from '../shell/settings-of.ts';
import { pause } from '../shell/late.svelte.ts';
import { unitTree } from '../shell/units.ts';

const parsed = new WeakMap<Values, Unit>();
const trees = new WeakMap<readonly RecordEntry[], readonly Unit[]>();

function unitOf(key: string, values: Values): Unit {
  const unit = parsed.get(values) ?? parseUnit(key, values);
  parsed.set(values, unit);
  return unit;
}

/** The same records give the same tree, so that an edit elsewhere leaves the rows as they are. */
function unitsOf(records: readonly RecordEntry[]): readonly Unit[] {
  const known = trees.get(records);
  if (known) return known;
  const values = new Map(records);
  const units = unitTree(records).map(({ key }) => unitOf(key, values.get(recordId.unit(key)) ?? {}));
  trees.set(records, units);
  return units;
}

export function contextOf(session: PlanSession, desk: Desk): SheetContext {
  follow(session.revision);
  return {
    get: (id) => session.get(id),
    ofKind: (kind) => session.ofKind(kind),
    settings: settingsOf(session),
    units: unitsOf(session.ofKind('unit')),
    language: currentLanguage(),
    asOf: session.asOf,
    month: desk.month,
    mode: desk.mode,
    scope: desk.scope,
    folded: desk.folded,
    measure: desk.measure,
    goals: desk.goals,
    trialNow: () => desk.goals.trial,
    justPasted: (id, field) => ['paste', 'import'].includes(session.justPut(id, field) ?? ''),
  };
}

/** Between them at most numbers differ. */
const isSameView = (a: SheetContext, b: SheetContext): boolean =>
  a.settings === b.settings &&
  a.units === b.units &&
  a.language === b.language &&
  a.asOf === b.asOf &&
  a.month === b.month &&
  a.mode === b.mode &&
  a.scope === b.scope &&
  a.folded === b.folded &&
  a.measure === b.measure &&
  a.goals === b.goals;

/** How long (ms) a sheet waits for its answers before it shows the records as they are. */
const PATIENCE = 60;

/**
 * The sheet on the desk: records at once, answers as they come; the last answers stay until newer ones are there. What
 * is asked later is shown only beside the answers of the same plan.
 */
export class ShownSheet {
  built: BuiltSheet | null = $derived.by(() => {
    const { answered, late, drawn: context } = this;
    if (answered?.definition.id !== this.id()) return null;
    const { definition, answers, revision } = answered;
    // Of the same plan as the numbers beside them: both give way to newer ones in one frame.
    const isCurrent = late?.revision === revision && late.asked === asksLater(definition, context);
    return definition.build(context, answers, isCurrent ? late.answers : null);
  });
  /** Its code could not be had. */
  failed = $state(false);
  private answered = $state.raw<{
    readonly definition: SheetDefinition;
    readonly answers: readonly Answer[];
    readonly context: SheetContext;
    readonly revision: number;
  } | null>(null);
  private late = $state.raw<{ revision: number; asked: string; answers: readonly Answer[] } | null>(null);
  private readonly context: SheetContext = $derived.by(() => contextOf(this.session, this.desk));
  /**
   * A number that was typed is redrawn by itself: the sheet waits for the numbers that follow from it, rather than be
   * drawn twice. Not for long, and not where rows or columns change.
   */
  private readonly drawn: SheetContext = $derived.by(() => {
    const { answered, context, overdue } = this;
    return answered && context !== overdue && isSameView(answered.context, context)
      ? answered.context
      : context;
  });
  /** Its answers have not come in time. */
  private overdue = $state.raw<SheetContext | null>(null);
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(
    private readonly session: PlanSession,
    private readonly desk: Desk,
    private readonly id: () => DefinitionId,
  ) {
    // Before the page is drawn: the planner works meanwhile.
    $effect.pre(() => {
      void this.show(this.id(), this.context);
    });
  }

  retry(): void {
    void this.show(this.id(), this.context);
  }

  private async show(id: DefinitionId, context: SheetContext): Promise<void> {
    const asked = ++this.asked;
    const here = definitionOf(id);
    // What is here already asks before the page is drawn.
    const definition = here instanceof Promise ? await here.catch(() => null) : here;
    if (asked !== this.asked) return;
    this.failed = definition === null;
    if (definition) await this.ask(asked, definition, context);
  }

  private async ask(asked: number, definition: SheetDefinition, context: SheetContext): Promise<void> {
    const { revision } = this.session;
    this.waiting ??= setTimeout(() => this.drawAnyway(), PATIENCE);
    const answers = await this.read(definition.queries(context));
    if (asked !== this.asked || !answers) return;
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.answered = { definition, answers, context, revision };
    const later = definition.later?.(context) ?? [];
    if (later.length === 0) return;
    await pause();
    if (asked !== this.asked) return;
    const late = await this.read(later);
    if (asked === this.asked && late) this.late = { revision, asked: JSON.stringify(later), answers: late };
  }

  private drawAnyway(): void {
    this.waiting = undefined;
    this.overdue = this.context;
  }

  /** null = the plan has changed meanwhile. */
  private async read(queries: readonly Query[]): Promise<readonly Answer[] | null> {
    const answers = await Promise.all(queries.map((query) => this.session.read(query)));
    const known = answers.filter((answer) => answer !== null);
    return known.length === answers.length ? known : null;
  }
}

const asksLater = (definition: SheetDefinition, context: SheetContext): string =>
  JSON.stringify(definition.later?.(context) ?? []);
