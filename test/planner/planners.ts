import { createPlanner } from '../../src/core/planner.ts';
import type { Planner } from '../../src/model/planning.ts';

/** As behind a worker: everything that goes in or comes out is a structured clone. */
function cloned(): Planner {
  const planner = createPlanner();
  return {
    load: (records, asOf) => planner.load(structuredClone(records), asOf),
    apply: (changes) => planner.apply(structuredClone(changes)),
    read: (query) => structuredClone(planner.read(structuredClone(query))),
  };
}

/** The whole planner suite runs on each of them. */
export const planners = [
  { name: 'in place', create: createPlanner },
  { name: 'through structured clone', create: cloned },
];
