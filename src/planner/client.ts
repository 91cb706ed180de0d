import type { RecordChange, RecordEntry } from '../model/diff.ts';
import type { AnswerTo, Query } from '../model/planning.ts';
import type { Day } from '../model/time.ts';

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
