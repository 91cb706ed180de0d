import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import type { Values } from '../../model/json.ts';
import { settingsOf } from '../shell/settings-of.ts';
import { keysOf, recordId } from '../../model/ids.ts';
import { byOtherOrder, unitOfOther } from '../../model/records/other.ts';
import { numberOf } from '../../model/read-record.ts';
import { parseOther } from '../../model/records/read.ts';
import { monthOfDay, type Month } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';
import { follow } from '../shell/follow.ts';
import { measureName } from '../shell/names.ts';
import { unitTree, type TreeUnit } from '../shell/units.ts';

/** What the phone's pages read from the plan's records. */
export class PlanFacts {
  readonly tree: readonly TreeUnit[] = $derived.by(() => {
    follow(this.session.revision);
    return unitTree(this.session.ofKind('unit'));
  });
  readonly reps: readonly TreeUnit[] = $derived(this.tree.filter(({ kind }) => kind === 'rep'));
  readonly cutoffDay: number = $derived.by(() => this.settings().cutoffDay);
  readonly currency: string = $derived.by(() => this.settings().currency);
  /** The planning month that holds today. */
  readonly running: Month = $derived.by(() => monthOfDay(this.session.asOf, this.cutoffDay));
  /** What is followed beside the chain, as the history has it. */
  readonly beside: readonly string[] = $derived.by(() => {
    follow(this.session.revision);
    return this.session
      .ofKind('other')
      .map(([id, values]) => parseOther(keysOf(id)[0] ?? '', values))
      .filter(({ key }) => !this.records.has(recordId.measure(key)))
      .sort(byOtherOrder)
      .map(({ key }) => key);
  });
  /** Its measures from the result to the work, as the planner names them. */
  readonly chain: readonly string[] = $derived.by(() => {
    const order = (values: Values) => numberOf(values['order']) ?? 0;
    return [...this.records].sort(([, a], [, b]) => order(b) - order(a)).map(([id]) => keysOf(id)[0] ?? '');
  });
  private readonly records: ReadonlyMap<string, Values> = $derived.by(() => {
    follow(this.session.revision);
    return new Map(this.session.ofKind('measure'));
  });

  constructor(readonly session: PlanSession) {}

  readonly name = (measure: string): string => {
    currentLanguage();
    return measureName(measure, this.records);
  };

  isMoney(measure: string): boolean {
    const record = this.records.get(recordId.measure(measure));
    return record
      ? record['unit'] === 'money'
      : this.beside.includes(measure) && unitOfOther(measure) === 'money';
  }

  private settings() {
    follow(this.session.revision);
    return settingsOf(this.session);
  }
}
