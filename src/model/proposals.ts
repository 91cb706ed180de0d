import type { Creation, RecordEntry } from './diff.ts';
import { keysOf, randomKey, recordId } from './ids.ts';
import { readRecord } from './read-record.ts';
import { proposalSchema, type Proposal } from './records/goals.ts';
import type { Month } from './time.ts';

/**
 * Where a rep's goal stands between the two who have to stand by it. `again`: it was agreed on, and another number is
 * assigned now. `kept`: the manager keeps what was assigned, and the rep has not answered yet.
 */
export const AGREEMENT_STATES = ['unanswered', 'committed', 'again', 'proposed', 'kept', 'accepted'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export interface Agreement {
  readonly state: AgreementState;
  /** What the rep stands by: the number committed to, agreed on or proposed, minor units; null = nothing was said. */
  readonly amount: number | null;
  /** The step that made it so; null = none. */
  readonly step: Proposal | null;
}

const NOTHING: Agreement = { state: 'unanswered', amount: null, step: null };

/** The order in which things were said; of two at the same time, the same on every device. */
export const inOrder = (steps: readonly Proposal[]): Proposal[] =>
  [...steps].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));

/** What the steps of one rep's month come to; `assigned`: the goal as it is now, null = none. */
export function agreementOf(steps: readonly Proposal[], assigned: number | null): Agreement {
  const agreement = inOrder(steps).reduce(after, NOTHING);
  const { state, amount, step } = agreement;
  if (state !== 'committed' && state !== 'accepted') return agreement;
  // Who commits to another number than was assigned has seen both.
  return (step?.assigned ?? amount) === assigned ? agreement : { ...agreement, state: 'again' };
}

function after(before: Agreement, step: Proposal): Agreement {
  switch (step.step) {
    case 'commit':
      return { state: 'committed', amount: step.amount, step };
    case 'propose':
      return { state: 'proposed', amount: step.amount, step };
    case 'withdraw':
      return { ...NOTHING, step };
    case 'accept':
      return { state: 'accepted', amount: step.amount ?? before.amount, step };
    case 'keep':
      return { ...before, state: 'kept', step };
    case 'reply':
      return before;
  }
}

/** The steps of a rep's month among the records of their kind. */
export function stepsOf(records: readonly RecordEntry[], rep: string, month: Month): Proposal[] {
  const steps = records.flatMap(([id, values]) => {
    const [unit, of, key = ''] = keysOf(id);
    const step = unit === rep && of === month ? readRecord(proposalSchema, values) : null;
    return step ? [{ ...step, key }] : [];
  });
  return inOrder(steps);
}

/**
 * The record that adds a step to those that are known; each has a key of its own, so that two devices never write the
 * same one. An answer comes after what it answers, also where that was said by a clock that is ahead.
 */
export function newStep(
  { rep, month, steps }: { readonly rep: string; readonly month: Month; readonly steps: readonly Proposal[] },
  { at, notedBy = null, ...said }: Omit<Proposal, 'key' | 'notedBy'> & Partial<Pick<Proposal, 'notedBy'>>,
): Creation {
  const last = steps.reduce((latest, step) => Math.max(latest, step.at), -Infinity);
  return {
    create: recordId.proposal(rep, month, randomKey()),
    values: { ...said, ...(notedBy !== null && { notedBy }), at: Math.max(at, last + 1) },
  };
}
