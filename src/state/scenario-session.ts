import type { Change, RecordEntry } from '../model/diff.ts';
import type { Failure } from '../model/failure.ts';
import { keysOf, kindOf, recordId, type RecordKind } from '../model/ids.ts';
import type { Json, Values } from '../model/json.ts';
import type { AnswerTo, Query } from '../model/planning.ts';
import { parseScenario } from '../model/records/read.ts';
import type { Scenario } from '../model/records/scenario.ts';
import { keeping, split, supposed, withChanges, type Supposed } from '../model/scenario.ts';
import type { Day } from '../model/time.ts';
import type { PlanSession, SavedState, StepLabel } from './contract.ts';

type Records = readonly RecordEntry[];

/**
 * The open plan as a scenario would make it: the same plan to every view. What is supposed is read on top of the plan's
 * records; what is changed goes into the scenario, as one step of the plan's own undo.
 */
export class ScenarioSession implements PlanSession {
  readonly isWhatIf = true;
  readonly #key: string;
  readonly plan: PlanSession;
  #made: { readonly revision: number; readonly scenario: Scenario; readonly supposed: Supposed } | null =
    null;
  readonly #kinds = new Map<RecordKind, { plan: Records; supposed: Supposed; all: Records }>();

  constructor(plan: PlanSession, key: string) {
    this.plan = plan;
    this.#key = key;
  }

  get #now() {
    const { revision } = this.plan;
    if (this.#made?.revision === revision) return this.#made;
    const scenario = parseScenario(this.#key, this.plan.get(recordId.scenario(this.#key)) ?? {});
    const made = { revision, scenario, supposed: supposed(scenario.changes, (id) => this.plan.get(id)) };
    this.#made = made;
    return made;
  }

  get scenario(): Scenario {
    return this.#now.scenario;
  }

  /** What differs from the plan, and what is left out. */
  get supposed(): Supposed {
    return this.#now.supposed;
  }

  get(id: string): Values | undefined {
    const held = this.supposed.records.get(id);
    return held === undefined ? this.plan.get(id) : (held ?? undefined);
  }

  /** The plan's own list where nothing of the kind is supposed. */
  ofKind(kind: RecordKind): Records {
    const plan = this.plan.ofKind(kind);
    const { records } = this.supposed;
    const known = this.#kinds.get(kind);
    if (known?.plan === plan && known.supposed === this.supposed) return known.all;
    const all = [...records.keys()].some((id) => kindOf(id) === kind) ? merged(plan, records, kind) : plan;
    this.#kinds.set(kind, { plan, supposed: this.supposed, all });
    return all;
  }

  commit(changes: readonly Change[], label: StepLabel): Promise<void> {
    const parts = split(changes, (id) => this.get(id));
    const value = withChanges(this.scenario.changes, parts.supposed, (id) => this.plan.get(id));
    const inside: Change[] =
      parts.supposed.length > 0
        ? [{ id: recordId.scenario(this.#key), field: 'changes', value: value as unknown as Json }]
        : [];
    return this.plan.commit([...parts.plan, ...inside], label);
  }

  /** Makes it the plan, in one step; what is left out stays out. */
  keep(): Promise<void> {
    const changes = keeping(this.scenario.changes, (id) => this.plan.get(id));
    const gone = new Set(changes.flatMap((change) => ('remove' in change ? [change.remove] : [])));
    const counted = this.plan
      .ofKind('history')
      .filter(([id]) => gone.has(recordId.unit(keysOf(id)[0] ?? '')))
      .map(([id]) => ({ remove: id }));
    const own = { remove: recordId.scenario(this.#key) };
    return this.plan.commit([...changes, ...counted, own], { code: 'keepScenario' });
  }

  drop(): Promise<void> {
    return this.plan.commit([{ remove: recordId.scenario(this.#key) }], { code: 'dropScenario' });
  }

  read<Q extends Query>(query: Q): Promise<AnswerTo<Q> | null> {
    return this.plan.read('scenario' in query ? query : { ...query, scenario: this.#key });
  }

  undo(): Promise<readonly string[]> {
    return this.plan.undo();
  }
  redo(): Promise<readonly string[]> {
    return this.plan.redo();
  }
  justPut(id: string, field: string): StepLabel['code'] | null {
    return this.plan.justPut(id, field);
  }

  writtenAt(id: string): number | null {
    return this.plan.writtenAt(id);
  }

  removedOfKind(kind: RecordKind): Records {
    return this.plan.removedOfKind(kind);
  }
  awaits(act: Promise<unknown>): void {
    this.plan.awaits(act);
  }
  settled(): Promise<number> {
    return this.plan.settled();
  }
  turnTo(day: Day): void {
    this.plan.turnTo(day);
  }
  close(): void {
    this.plan.close();
  }
  get planId(): string {
    return this.plan.planId;
  }
  get asOf(): Day {
    return this.plan.asOf;
  }
  get revision(): number {
    return this.plan.revision;
  }
  get saved(): SavedState {
    return this.plan.saved;
  }
  get problem(): Failure | null {
    return this.plan.problem;
  }
  get undoStep(): StepLabel | null {
    return this.plan.undoStep;
  }
  get redoStep(): StepLabel | null {
    return this.plan.redoStep;
  }
}

function merged(plan: Records, supposed: Supposed['records'], kind: RecordKind): Records {
  const all = plan.filter(([id]) => !supposed.has(id));
  for (const [id, values] of supposed) if (values && kindOf(id) === kind) all.push([id, values]);
  return all;
}
