import type { Change, RecordChange } from '../model/diff.ts';
import { commitStep, joinRec, stepEntry, type Rec, type Step, type Writer } from '../model/facts/index.ts';
import { deltaOf } from '../storage/pages.ts';
import type { Keeping } from './keeping.svelte.ts';
import { inSlices, SLICE } from './pace.ts';
import type { PlanRecords } from './records.ts';

/** What taking in needs of the open plan. */
export interface Taker {
  readonly records: PlanRecords;
  readonly keeping: Keeping;
  readonly writer: Writer;
  now(): number;
  /** To be done before anything is stored: a version of what was. */
  readonly first: (() => Promise<void>) | undefined;
  /** May keep what it is told for a while. */
  tell(changes: readonly RecordChange[]): void;
  /** All that was told is to be seen, and may be taken back as one step. */
  done(step: Step): void;
}

/** Both as one: from what was before the first to what is after the second. */
function then(first: Step, second: Step): Step {
  const both = new Map(first);
  for (const [id, { before, after }] of second)
    both.set(id, stepEntry(both.has(id) ? both.get(id)?.before : before, after));
  return both;
}

/** In slices: the step that joining these facts to what is shown makes, applied. */
async function joinIn(plan: Taker, facts: ReadonlyMap<string, Rec>): Promise<Step> {
  const step = new Map<string, { before?: Rec; after?: Rec }>();
  await inSlices([...facts], SLICE, (slice) => {
    const shown = slice.map(([id]) => [id, plan.records.facts.get(id)] as const);
    const part = plan.records.stepTo(shown, [facts]);
    plan.tell(plan.records.apply(part));
    for (const [id, entry] of part) step.set(id, entry);
  });
  return step;
}

/**
 * In line: facts from elsewhere, and then the choices between those in dispute as one ordinary commit. Both are one
 * step. Resolves when it is stored, or could not be for now.
 */
export async function takeIn(
  plan: Taker,
  facts: ReadonlyMap<string, Rec>,
  choices: readonly Change[],
): Promise<void> {
  plan.keeping.prepare();
  const joined = await joinIn(plan, facts);
  const chosen = commitStep(plan.records.facts, plan.writer, plan.now(), choices);
  plan.tell(plan.records.apply(chosen));
  const step = then(joined, chosen);
  if (!step.size) return;
  plan.done(step);
  const delta = new Map([...joined.keys()].map((id) => [id, facts.get(id)!]));
  for (const [id, rec] of deltaOf(chosen)) delta.set(id, joinRec(delta.get(id), rec));
  void plan.keeping.keep(step, delta, plan.first);
  await plan.keeping.flush();
}
