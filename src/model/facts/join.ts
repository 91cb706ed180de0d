import { joinRec, stepEntry, type Facts, type Rec, type RecLookup, type Recs, type Step } from './record.ts';

/** What joining these records into `recs` changes. Order and repetition of the joined records make no difference. */
export function joinStep(recs: RecLookup, others: Iterable<readonly [id: string, rec: Rec]>): Step {
  const step = new Map<string, { before?: Rec; after?: Rec }>();
  for (const [id, rec] of others) {
    const before = recs.get(id);
    const present = step.get(id)?.after ?? before;
    const after = joinRec(present, rec);
    if (after !== present) step.set(id, stepEntry(before, after));
  }
  return step;
}

/** Brings records to where a step leads. */
export function applyStep(recs: Map<string, Rec>, step: Step): void {
  for (const [id, { after }] of step) {
    if (after) recs.set(id, after);
    else recs.delete(id);
  }
}

/** The union of what states of one plan say: idempotent, commutative, associative. Copies; throws for another plan. */
export function join(facts: Facts, ...others: readonly Facts[]): Facts {
  const recs = new Map<string, Rec>(facts.recs);
  for (const other of others) {
    if (other.id !== facts.id) throw new Error('only states of one plan can be joined');
    applyStep(recs, joinStep(recs, other.recs));
  }
  return { id: facts.id, recs };
}

/** The plan after a step, as a copy; the given one stays. For tests and one-off work: a session applies in place. */
export function withStep(facts: Facts, step: Step): Facts {
  const recs: Map<string, Rec> = new Map(facts.recs satisfies Recs);
  applyStep(recs, step);
  return { id: facts.id, recs };
}
