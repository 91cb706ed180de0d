import type { Answer, AnswerTo, Query } from '../model/planning.ts';
import type { RecordChange, RecordEntry } from '../model/diff.ts';
import type { Day } from '../model/time.ts';
import type { PlannerClient } from './client.ts';

/** A planner that answers later, behind a worker or in place, in the order in which it is told and asked. */
export interface DistantPlanner {
  load(records: readonly RecordEntry[], asOf: Day): void | Promise<void>;
  apply(changes: readonly RecordChange[]): void | Promise<void>;
  read(query: Query): Promise<Answer>;
}

/** Answers to so many questions are kept until the next change: several views ask the same one. */
const MOST_KEPT = 16;

/**
 * Asks at once, without waiting for the changes before to be taken over, and drops an answer when a change has come
 * since. A failed change fails the questions until the next `load`.
 */
export function orderedClient(planner: DistantPlanner, dispose: () => void): PlannerClient {
  let revision = 0;
  let told: Promise<unknown> = Promise.resolve();
  const answers = new Map<string, Promise<Answer>>();

  const tell = (step: () => void | Promise<void>): void => {
    revision++;
    answers.clear();
    told = Promise.all([told, new Promise<void>((resolve) => resolve(step()))]);
    // Whoever asks next hears of a failure; nobody may be listening now.
    told.catch(() => undefined);
  };

  const ask = (query: Query): Promise<Answer> => {
    const key = JSON.stringify(query);
    const kept = answers.get(key);
    if (kept) return kept;
    if (answers.size >= MOST_KEPT) answers.clear();
    const answer = planner.read(query);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };

  return {
    load(records, asOf) {
      told = told.catch(() => undefined);
      tell(() => planner.load(records, asOf));
    },
    apply(changes) {
      tell(() => planner.apply(changes));
    },
    async read<Q extends Query>(query: Q): Promise<AnswerTo<Q> | null> {
      const asked = revision;
      const [answer] = await Promise.all([ask(query), told]);
      return asked === revision ? (answer as AnswerTo<Q>) : null;
    },
    dispose,
  };
}
