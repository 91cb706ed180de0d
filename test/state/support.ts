import type { Change, RecordEntry } from '../../src/model/diff.ts';
import { ok } from '../../src/model/failure.ts';
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

/** Passes pages through, as a plan file would. */
const files: (readonly PageText[])[] = [];
const codec: PlanCodec = {
  encode: (_, pages) => Promise.resolve(Uint8Array.of(files.push(pages) - 1)),
  decode: ([number = 0]) => Promise.resolve(ok(files[number]!)),
  fileName: (plan) => `${plan}.backcast`,
};

let opened: Shelf[] = [];
let databases = 0;

/** A database of its own, shared by those tabs that are given its name. */
export const freshName = (): string => `test-${Date.now()}-${databases++}`;

export async function openTab(
  database = freshName(),
  more: Partial<Pick<ShelfParts, 'now' | 'unkept'>> = {},
): Promise<Shelf> {
  const shelf = await openShelf({
    codec,
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
