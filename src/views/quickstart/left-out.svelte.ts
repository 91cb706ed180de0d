import type { Change, RecordEntry } from '../../model/diff.ts';
import { keysOf, kindOf } from '../../model/ids.ts';
import { applied } from './applied.ts';

/** Measures that a broken chain does without; their numbers stay in the history. */
export class LeftOut {
  /** What leaving them out makes of the plan that is to be. */
  changes = $state.raw<readonly Change[]>([]);
  readonly measures = $derived(
    this.changes.flatMap((change) => ('remove' in change ? (keysOf(change.remove)[0] ?? []) : [])),
  );

  constructor(private readonly given: () => readonly RecordEntry[]) {}

  async add(measure: string): Promise<void> {
    const { changesWithout } = await import('../settings/chain/without.ts');
    const given = this.given();
    const chain = applied(given, this.changes);
    const records = new Map(chain);
    const plan = {
      get: (id: string) => records.get(id),
      ofKind: (kind: string) => chain.filter(([id]) => kindOf(id) === kind),
      removedOfKind: () => [],
    };
    this.changes = [...this.changes, ...changesWithout(plan, measure)];
  }

  clear(): void {
    this.changes = [];
  }
}
