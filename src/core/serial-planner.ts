import type { Answer, Planner, Query } from '../model/planning.ts';
import { createPlanner } from './planner.ts';

/** A planner that may be told and asked without waiting: it answers when all it was told before is taken over. */
export type SerialPlanner = Omit<Planner, 'read'> & { read(query: Query): Promise<Answer> };

/** A planner of its own that keeps questions back while the holidays of another country are fetched. */
export function createSerialPlanner(): SerialPlanner {
  const planner = createPlanner();
  let ready: Promise<void> = Promise.resolve();
  const told = (pending: void | Promise<void>): void | Promise<void> => {
    // Who told it hears of a failure.
    if (pending) ready = Promise.allSettled([ready, pending]).then(() => undefined);
    return pending;
  };
  return {
    load: (records, asOf) => told(planner.load(records, asOf)),
    apply: (changes) => told(planner.apply(changes)),
    applyColumns: (columns) => planner.applyColumns(columns),
    read: (query) => ready.then(() => planner.read(query)),
  };
}
