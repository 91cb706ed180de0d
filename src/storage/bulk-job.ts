import type { Result } from '../model/failure.ts';
import { attempt } from './attempt.ts';
import type { BulkJob } from './bulk.ts';
import { joinStored } from './indexed.ts';
import { close, openDatabase } from './opening.ts';
import type { Written } from './storage.ts';

/** Runs in the worker: opens the database for this one write, so that it never blocks an upgrade for long. */
export async function runBulkJob({ database, planId, delta, at }: BulkJob): Promise<Result<Written>> {
  const opened = await openDatabase({ blocked: () => undefined, lost: () => undefined }, database);
  if (!opened.ok) return opened;
  const written = await attempt(() => joinStored(opened.value, planId, delta, at));
  close(opened.value);
  return written;
}
