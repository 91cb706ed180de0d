import { createPlanner } from '../../src/core/planner.ts';
import type { RecordChange } from '../../src/model/diff.ts';
import { packChanges } from '../../src/model/record-columns.ts';
import type { Planner } from '../../src/model/planning.ts';

/** As behind a worker: everything that goes in or comes out is a structured clone. */
function cloned(): Planner {
  const planner = createPlanner();
  return {
    load: (records, asOf) => planner.load(structuredClone(records), asOf),
    apply: (changes) => planner.apply(structuredClone(changes)),
    applyColumns: (columns) => planner.applyColumns(structuredClone(columns)),
    read: (query) => structuredClone(planner.read(structuredClone(query))),
  };
}

/** As after a big change: rep-months and rep-days come in columns. */
function inColumns(): Planner {
  const planner = createPlanner();
  const apply = (changes: readonly RecordChange[]) => {
    const { columns, others } = packChanges(changes);
    for (const each of columns) planner.applyColumns(structuredClone(each));
    return planner.apply(others);
  };
  return { ...planner, apply };
}

/** The whole planner suite runs on each of them. */
export const planners = [
  { name: 'in place', create: createPlanner },
  { name: 'through structured clone', create: cloned },
  { name: 'with rep-months and rep-days in columns', create: inColumns },
];
