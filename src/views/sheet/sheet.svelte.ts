import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../model/diff.ts';
import { SETTINGS_ID, recordId } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import type { Answer, Query } from '../../model/planning.ts';
import { parseSettings, parseUnit } from '../../model/records/read.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { BuiltSheet, SheetContext } from '../../sheets/definition.ts';
import { definitions, type DefinitionId } from '../../sheets/definitions/index.ts';
import type { PlanSession } from '../../state/contract.ts';
import { ScenarioSession } from '../../state/scenario-session.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import { follow } from '../shell/follow.ts';
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
    settings: parseSettings(session.get(SETTINGS_ID) ?? {}),
    units: unitsOf(session.ofKind('unit')),
    language: currentLanguage(),
    asOf: session.asOf,
    month: desk.month,
    mode: desk.mode,
    scope: desk.scope,
    folded: desk.folded,
    supposing: session instanceof ScenarioSession,
  };
}

/**
 * The sheet on the desk: records at once, answers as they come; the last answers stay until newer ones are there. What
 * is asked later is shown only while nothing has changed since.
 */
export class ShownSheet {
  built: BuiltSheet | null = $derived.by(() => {
    const { answered, late } = this;
    if (answered?.id !== this.id()) return null;
    const isCurrent = late?.revision === this.session.revision && late.asked === this.asksLater();
    return definitions[answered.id].build(this.context, answered.answers, isCurrent ? late.answers : null);
  });
  private answered = $state.raw<{ id: DefinitionId; answers: readonly Answer[] } | null>(null);
  private late = $state.raw<{ revision: number; asked: string; answers: readonly Answer[] } | null>(null);
  private readonly context: SheetContext = $derived.by(() => contextOf(this.session, this.desk));
  private asked = 0;

  constructor(
    private readonly session: PlanSession,
    private readonly desk: Desk,
    private readonly id: () => DefinitionId,
  ) {
    // Before the page is drawn: the planner works meanwhile.
    $effect.pre(() => {
      void this.ask(this.id(), this.context);
    });
  }

  private async ask(id: DefinitionId, context: SheetContext): Promise<void> {
    const asked = ++this.asked;
    const answers = await this.read(definitions[id].queries(context));
    if (asked !== this.asked || !answers) return;
    this.answered = { id, answers };
    const later = laterOf(id, context);
    if (later.length === 0) return;
    await pause();
    if (asked !== this.asked) return;
    const { revision } = this.session;
    const late = await this.read(later);
    if (asked === this.asked && late) this.late = { revision, asked: JSON.stringify(later), answers: late };
  }

  private asksLater(): string {
    return JSON.stringify(laterOf(this.id(), this.context));
  }

  /** null = the plan has changed meanwhile. */
  private async read(queries: readonly Query[]): Promise<readonly Answer[] | null> {
    const answers = await Promise.all(queries.map((query) => this.session.read(query)));
    const known = answers.filter((answer) => answer !== null);
    return known.length === answers.length ? known : null;
  }
}

const laterOf = (id: DefinitionId, context: SheetContext): readonly Query[] =>
  definitions[id].later?.(context) ?? [];
