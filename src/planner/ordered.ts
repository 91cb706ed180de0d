import type { AnswerTo, Query } from '../model/planning.ts';
import type { RecordChange, RecordEntry } from '../model/diff.ts';
import type { Day } from '../model/time.ts';
import type { PlannerClient } from './client.ts';

/** A planner that answers later: behind a worker, or in place. */
export interface DistantPlanner {
  load(records: readonly RecordEntry[], asOf: Day): void | Promise<void>;
  apply(changes: readonly RecordChange[]): void | Promise<void>;
  read<Q extends Query>(query: Q): AnswerTo<Q> | Promise<AnswerTo<Q>>;
}

/**
 * Keeps the order of changes and questions: a question is asked once every change before it has been taken over, and
 * its answer is dropped when a change has come since. A failed change fails the questions until the next `load`.
 */
export function orderedClient(planner: DistantPlanner, dispose: () => void): PlannerClient {
  let revision = 0;
  let ready: Promise<void> = Promise.resolve();

  const after = (step: () => void | Promise<void>): void => {
    revision++;
    ready = ready.then(step);
    // Whoever asks next is told; nobody may be listening now.
    ready.catch(() => undefined);
  };

  return {
    load(records, asOf) {
      ready = ready.catch(() => undefined);
      after(() => planner.load(records, asOf));
    },
    apply(changes) {
      after(() => planner.apply(changes));
    },
    async read<Q extends Query>(query: Q): Promise<AnswerTo<Q> | null> {
      const asked = revision;
      await ready;
      if (asked !== revision) return null;
      const answer = await planner.read(query);
      return asked === revision ? answer : null;
    },
    dispose,
  };
}
