import type { Result } from '../model/failure.ts';
import { attempt } from './attempt.ts';
import type { BulkJob, BulkOutcome, BulkWork } from './bulk.ts';
import type { Database } from './db.ts';
import { close, openDatabase } from './opening.ts';
import { createStored, joinStored, rewriteStored } from './transactions.ts';

export function runBulk<W extends BulkWork>(database: Database, work: W): PromiseLike<BulkOutcome<W>>;
export function runBulk(database: Database, work: BulkWork): PromiseLike<BulkOutcome<BulkWork>> {
  switch (work.kind) {
    case 'create':
      return createStored(database, work.row, work.pages);
    case 'join':
      return joinStored(database, work.planId, work.pages, work.at);
    case 'rewrite':
      return rewriteStored(database, work.planId, work.pages, work.at, work.known);
  }
}

/** Runs in the worker: opens the database for this one write, so that it never blocks an upgrade for long. */
export async function runBulkJob({ database, work }: BulkJob): Promise<Result<BulkOutcome<BulkWork>>> {
  const opened = await openDatabase({ blocked: () => undefined, lost: () => undefined }, database);
  if (!opened.ok) return opened;
  const done = await attempt(() => runBulk(opened.value, work));
  close(opened.value);
  return done;
}
