import type { RecordChange, RecordEntry } from '../../model/diff.ts';
import { keysOf, kindOf, recordId } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { parseScenario } from '../../model/records/read.ts';
import { isSupposable, supposed } from '../../model/scenario.ts';
import { fitStep } from '../ratios/fit-step.ts';
import { PlanState } from './plan-state.ts';

interface Beside {
  readonly key: string;
  readonly state: PlanState;
  /** The records that differ from the plan's, as they were last told. */
  differing: ReadonlyMap<string, Values | null>;
}

/**
 * The plan with a scenario's changes applied, as a second state that shares the history and its fits. It is made when a
 * question first asks for it, and kept up with every change of the plan and of the scenario.
 */
export class Scenarios {
  readonly #plan: PlanState;
  /** What scenarios may change, and they themselves. */
  readonly #records = new Map<string, Values>();
  /** One is open at a time. */
  #open: Beside | null = null;

  constructor(records: readonly RecordEntry[], plan: PlanState) {
    this.#plan = plan;
    for (const [id, values] of records) if (matters(id)) this.#records.set(id, values);
  }

  apply(changes: readonly RecordChange[]): void {
    const known = changes.filter(({ id }) => matters(id));
    for (const { id, values } of known)
      if (values) this.#records.set(id, values);
      else this.#records.delete(id);
    if (this.#open && known.length > 0) this.#keepUp(this.#open, known);
  }

  /** The state that answers; the plan itself where there is no such scenario. */
  state(key: string | null | undefined): PlanState {
    if (key == null || !this.#records.has(recordId.scenario(key))) return this.#plan;
    if (this.#open?.key !== key) this.#open = this.#beside(key);
    return this.#open.state;
  }

  #beside(key: string): Beside {
    const differing = this.#differing(key);
    const records = [...this.#records].filter(([id]) => !differing.has(id));
    for (const [id, values] of differing) if (values) records.push([id, values]);
    const { asOf, statutory } = this.#plan;
    return { key, differing, state: new PlanState(records, asOf, statutory, fitStep, this.#plan) };
  }

  #differing(key: string): ReadonlyMap<string, Values | null> {
    const values = this.#records.get(recordId.scenario(key));
    if (!values) return new Map();
    return supposed(parseScenario(key, values).changes, (id) => this.#records.get(id)).records;
  }

  #keepUp(open: Beside, changes: readonly RecordChange[]): void {
    const before = open.differing;
    open.differing = this.#differing(open.key);
    const touched = new Set([...before.keys(), ...open.differing.keys(), ...changes.map(({ id }) => id)]);
    open.state.apply(
      [...touched].flatMap((id): RecordChange[] => {
        const held = open.differing.get(id);
        const values = held === undefined ? (this.#records.get(id) ?? null) : held;
        return isSupposable(id) && !isAsBefore(before.get(id), held) ? [{ id, values }] : [];
      }),
    );
  }
}

/** Told already, and the same again: nothing has to be worked out for it. */
const isAsBefore = (before: Values | null | undefined, now: Values | null | undefined): boolean =>
  now !== undefined && before !== undefined && JSON.stringify(before) === JSON.stringify(now);

const matters = (id: string): boolean =>
  isSupposable(id) || (kindOf(id) === 'scenario' && keysOf(id).length === 1);
