import { releaseProxy, transfer, wrap, type Remote } from 'comlink';
import type { RecordChange, RecordEntry } from '../model/diff.ts';
import type { PackedGoals } from '../model/goal-columns.ts';
import type { Answer, AnswerTo, Planner, Query } from '../model/planning.ts';
import { packChanges, type RecordColumns } from '../model/record-columns.ts';
import type { Day } from '../model/time.ts';
import { orderedClient, type DistantPlanner } from './ordered.ts';

/**
 * The planner as the page sees it. Each change raises the revision; an answer that belongs to an older revision than
 * the newest one already known is dropped (resolves to null), so a late answer never overwrites a newer one.
 */
export interface PlannerClient {
  load(records: readonly RecordEntry[], asOf: Day): void;
  apply(changes: readonly RecordChange[]): void;
  read<Q extends Query>(query: Q): Promise<AnswerTo<Q> | null>;
  dispose(): void;
}

/** Behind the worker rep-months and rep-days may come as columns. */
type WorkerPlanner = Omit<DistantPlanner, 'read'> &
  Pick<Planner, 'applyColumns'> & { read(query: Query): Promise<Answer | PackedGoals> };

/** From so many changes on, they go as columns. */
const MANY = 100;

async function send(remote: Remote<WorkerPlanner>, changes: readonly RecordChange[]): Promise<void> {
  if (changes.length < MANY) return remote.apply(changes);
  const { columns, others } = packChanges(changes);
  const buffersOf = ({ unit, period, values }: RecordColumns) =>
    [unit, period, ...values].map(({ buffer }) => buffer);
  await Promise.all([
    ...columns.map((each) => remote.applyColumns(transfer(each, buffersOf(each)))),
    ...(others.length ? [remote.apply(others)] : []),
  ]);
}

async function unpacked(answer: Answer | PackedGoals): Promise<Answer> {
  if (answer.kind !== 'packed') return answer;
  return (await import('../model/goal-columns.ts')).unpackGoals(answer);
}

/** The planner in a worker of its own. When the worker fails, open and later questions are rejected. */
export function createWorkerPlanner(): PlannerClient {
  const worker = new Worker(new URL('../../workers/planner.worker.ts', import.meta.url), { type: 'module' });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the planner failed')));
  });
  failed.catch(() => undefined);
  const remote = wrap<WorkerPlanner>(worker);
  return orderedClient(
    {
      load: (records, asOf) => Promise.race([remote.load(records, asOf), failed]),
      apply: (changes) => Promise.race([send(remote, changes), failed]),
      read: (query) =>
        Promise.race([(remote.read(query) as Promise<Answer | PackedGoals>).then(unpacked), failed]),
    },
    () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  );
}
