import type { Values } from '../../model/json.ts';
import { readRecord } from '../../model/read-record.ts';
import { proposalSchema, type Proposal } from '../../model/records/goals.ts';
import { isMonth, type Month } from '../../model/time.ts';

/** What was said of the reps' goals, by month, then rep, then key. */
export class ProposalTable {
  readonly #months = new Map<Month, Map<string, Map<string, Proposal>>>();

  put(rep: string, month: Month, key: string, values: Values | null): void {
    if (!isMonth(month)) return;
    const step = values && readRecord(proposalSchema, values);
    const reps = this.#months.get(month) ?? new Map<string, Map<string, Proposal>>();
    const steps = reps.get(rep) ?? new Map<string, Proposal>();
    if (step) this.#months.set(month, reps.set(rep, steps.set(key, { ...step, key })));
    else if (steps.delete(key) && steps.size === 0) reps.delete(rep);
  }

  of(rep: string, month: Month): readonly Proposal[] {
    return [...(this.#months.get(month)?.get(rep)?.values() ?? [])];
  }
}
