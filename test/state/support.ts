import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { MergeJob } from '../../src/files/merge/job.ts';
import { encode } from '../../src/files/plan-file/index.ts';
import type { PlanMerger } from '../../src/model/merging.ts';
import { decodePages, encodePages } from '../../src/storage/pages.ts';
import { SETTINGS_ID } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import type { Day } from '../../src/model/time.ts';
import type { PlannerClient } from '../../src/planner/client.ts';
import type { PageText } from '../../src/storage/storage.ts';
import type { PlanCodec } from '../../src/state/codec.ts';
import type { Session } from '../../src/state/session.svelte.ts';
import { openShelf, type Shelf, type ShelfParts } from '../../src/state/shelf.svelte.ts';

/** A planner that only keeps its copy, to compare with what the session shows. */
export class CopyingPlanner implements PlannerClient {
  readonly copy = new Map<string, Values>();
  load(records: readonly RecordEntry[], _asOf?: Day): void {
    for (const [id, values] of records) this.copy.set(id, values);
  }
  apply(changes: readonly { id: string; values: Values | null }[]): void {
    for (const { id, values } of changes)
      if (values) this.copy.set(id, values);
      else this.copy.delete(id);
  }
  read = (): Promise<null> => Promise.resolve(null);
  dispose(): void {
    this.copy.clear();
  }
}

/** Plan files and their merging as the app has them, on this thread. */
const codec: PlanCodec = {
  encode: (id, pages) => encode({ id, recs: decodePages(pages) }, { app: '0.1.0', savedAt: 0 }),
  merger: () => mergerHere(),
  fileName: (plan) => `${plan}.backcast`,
};

export function mergerHere(): PlanMerger<PageText> {
  const job = new MergeJob({ read: decodePages, write: encodePages });
  return {
    read: (files, told) => job.read(files, told),
    pagesOf: (plan) => job.pagesOf(plan),
    preview: (plan, stored, now, told) => job.preview(plan, stored, now, told),
    rows: (part, from, count) => Promise.resolve(job.rows(part, from, count)),
    changes: (from, count) => Promise.resolve(job.changes(from, count)),
    delta: () => Promise.resolve(job.delta()),
    close: () => undefined,
  };
}

let opened: Shelf[] = [];
let databases = 0;

/** A database of its own, shared by those tabs that are given its name. */
export const freshName = (): string => `test-${Date.now()}-${databases++}`;

export async function openTab(
  database = freshName(),
  more: Partial<Pick<ShelfParts, 'now' | 'unkept' | 'planner'>> = {},
): Promise<Shelf> {
  const shelf = await openShelf({
    codec: () => Promise.resolve(codec),
    planner: () => new CopyingPlanner(),
    today: () => '2026-11-22',
    database,
    ...more,
  });
  opened.push(shelf);
  return shelf;
}

export async function closeTabs(): Promise<void> {
  for (const shelf of opened) shelf.close();
  opened = [];
  await new Promise((resolve) => setTimeout(resolve));
}

export const dials = (unit: string, value: number | null, month = '2026-11'): Change => ({
  id: `history/${unit}/${month}`,
  field: 'dials',
  value,
});

export const records: readonly RecordEntry[] = [
  [SETTINGS_ID, { name: 'x', currency: 'CNY' }],
  ['unit/ann', { name: 'Ann', kind: 'rep' }],
  ['history/ann/2026-11', { dials: 30 }],
];

export const typing = { code: 'type' } as const;

/** What a session shows, in a canonical order. */
export const shownBy = (session: Session): [string, Values][] =>
  (['settings', 'unit', 'history', 'goal'] as const)
    .flatMap((kind) => session.ofKind(kind))
    .map(([id, values]): [string, Values] => [id, values])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** All tabs have heard of each other's commits. */
export async function quiet(...sessions: readonly Session[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (const session of sessions) await session.settled();
  }
}
