import type { Json } from '../../model/json.ts';

/*
 * The plan file, extension `.backcast`: gzip (or not) of one JSON document
 *
 *     {"format":"backcast","version":1,"sha256":"<hex>","content":{…}}
 *
 * `sha256` is that of `content` as JSON.stringify writes it, in UTF-8: white space between tokens does not count.
 * The content is columns per kind and set of fields; writers and stamps stand once each, in order of first use, and
 * are referred to by number, in deletions too: {"gone":{"field":[writer, n, …]}}. A cell with facts of its own is null
 * in its column and stands under `differing`. Equal plans with equal meta give equal text.
 */
export const FORMAT = 'backcast';
export const VERSION = 1;
export const EXTENSION = '.backcast';

/** Bytes of JSON that are read at most; a zip bomb is stopped on the way. */
export const MAX_MEGABYTES = 100;
export const MAX_BYTES = MAX_MEGABYTES * 1_000_000;
export const MAX_RECORDS = 2_000_000;
/** No value of a plan is nested deeper (mappings and leave lists are 2, tombstones 3). */
export const MAX_DEPTH = 8;

/** Which version of the app wrote the file, and when (ms). Says nothing about the plan. */
export interface PlanFileMeta {
  readonly app: string;
  readonly savedAt: number;
  /** Its maker means it to be looked at only. Older versions open it like any other. */
  readonly readOnly?: true;
}

/** writer's number in the list, n, ms since the stamp before, then pairs of writer and highest n seen. */
export type StampRow = readonly number[];

/** A cell that differs from its row: row, field, then pairs of stamp number and value. */
export type DifferingCell = readonly [row: number, field: string, ...facts: Json[]];

/** Records of one kind with the same fields: one entry of each column per record. */
export interface Group {
  readonly fields: readonly string[];
  readonly ids: readonly string[];
  readonly stamps: readonly number[];
  readonly values: readonly (readonly Json[])[];
  readonly differing: readonly DifferingCell[];
}

export interface Content {
  readonly meta: PlanFileMeta;
  readonly plan: string;
  readonly writers: readonly string[];
  readonly stamps: readonly StampRow[];
  readonly groups: readonly Group[];
}
