import type { Json, Values } from './json.ts';

/**
 * One cell written by a person: record id, field, new value (`null` = blank).
 * A commit of edits becomes one undo step.
 */
export interface Edit {
  readonly id: string;
  readonly field: string;
  readonly value: Json;
}

/** Creates a record (or enters a deleted natural key again) with all its fields. */
export interface Creation {
  readonly create: string;
  readonly values: Values;
}

/** Deletes a record. Its values stay stored under a tombstone, so that undo and merge are sound. */
export interface Removal {
  readonly remove: string;
}

/** What sheets, files and views hand to the state; the only way in which a plan changes. */
export type Change = Edit | Creation | Removal;

/** What a commit did to the shown values of one record: sent to the worker and to other tabs. `null` = gone. */
export interface RecordChange {
  readonly id: string;
  readonly values: Values | null;
}

/** A whole plan as shown values, in no particular order. */
export type RecordEntry = readonly [id: string, values: Values];
