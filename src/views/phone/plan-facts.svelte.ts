import { currentLanguage } from '../../i18n/i18n.svelte.ts';
import type { Values } from '../../model/json.ts';
import { settingsOf } from '../shell/settings-of.ts';
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
    return this.records.get(`measure/${measure}`)?.['unit'] === 'money';
  }

  private settings() {
    follow(this.session.revision);
    return settingsOf(this.session);
  }
}
