import { planCodec } from '../../src/files/plan-file/codec.ts';
import type { Change, Creation, RecordEntry } from '../../src/model/diff.ts';
import { SETTINGS_ID } from '../../src/model/ids.ts';
import type { PlannerClient } from '../../src/planner/client.ts';
import { openShelf, type Shelf } from '../../src/state/shelf.svelte.ts';

Object.assign(globalThis, { __APP_VERSION__: 'speed' });

/** Has the cost of posting to a worker, and no planner behind it. */
class PostingPlanner implements PlannerClient {
  readonly #port = new MessageChannel().port1;
  load(records: unknown): void {
    this.#port.postMessage(records);
  }
  apply(changes: unknown): void {
    this.#port.postMessage(changes);
  }
  read = (): Promise<null> => Promise.resolve(null);
  dispose(): void {
    this.#port.close();
  }
}

const open = (): Promise<Shelf> =>
  openShelf({
    codec: () => Promise.resolve(planCodec),
    planner: () => new PostingPlanner(),
    database: 'bench-keeping',
  });

const MEASURES = ['dials', 'connects', 'conversations', 'intents', 'pipeline', 'revenue'];
const months = Array.from(
  { length: 24 },
  (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);

function rows(count: number): Change[] {
  return Array.from({ length: count }, (_, i) => ({
    create: `history/unit${Math.floor(i / 24)}/${months[i % 24]}`,
    values: Object.fromEntries(MEASURES.map((measure, k) => [measure, (i * 7 + k * 13) % 5000])),
  }));
}

/** How long `work` took, and the longest task on the page meanwhile (0 = none over 50 ms). */
async function longestTask(work: () => Promise<unknown>): Promise<{ total: number; longest: number }> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  const begun = performance.now();
  await work();
  const total = performance.now() - begun;
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return { total: Math.round(total), longest: Math.round(longest) };
}

async function oneCell(session: { commit: (changes: Change[], label: { code: 'type' }) => Promise<void> }) {
  const shown: number[] = [];
  const stored: number[] = [];
  for (let i = 0; i < 30; i++) {
    const begun = performance.now();
    const done = session.commit([{ id: `history/unit${i * 100}/2026-01`, field: 'dials', value: i + 9000 }], {
      code: 'type',
    });
    shown.push(performance.now() - begun);
    await done;
    stored.push(performance.now() - begun);
  }
  const p95 = (all: number[]) => Number(all.sort((a, b) => a - b)[Math.floor(all.length * 0.95)]!.toFixed(2));
  return { shown: p95(shown), stored: p95(stored) };
}

/** What is done with a whole plan. */
async function shelve(shelf: Shelf, planId: string, changes: readonly Change[]) {
  let bytes = new Uint8Array();
  const records = changes.map((change): RecordEntry => {
    const { create, values } = change as Creation;
    return [create, values];
  });
  return {
    exporting: await longestTask(
      async () => (bytes = new Uint8Array((await shelf.exportFile(planId)).bytes)),
    ),
    fileOpening: await longestTask(async () => {
      const files = await shelf.readFiles([{ name: 'big.backcast', bytes }]);
      await files.openCopy(planId, 'Copy');
      files.close();
    }),
    duplicating: await longestTask(() => shelf.duplicate(planId, 'Copy')),
    creating: await longestTask(() => shelf.create('Made', records)),
    leaving: await longestTask(async () => {
      shelf.useWithoutKeeping();
      await (await shelf.open(planId))?.settled();
    }),
  };
}

async function bench(count: number) {
  const first = await open();
  await first.removeEverything();
  first.close();
  const shelf = await open();
  const session = await shelf.create('Big', [[SETTINGS_ID, {}]]);
  const changes = rows(count);
  const imported = await longestTask(() => session.commit(changes, { code: 'import' }));
  const undone = await longestTask(() => session.undo());
  const left = session.ofKind('history').length;
  const redone = await longestTask(() => session.redo());
  shelf.close();
  const again = await open();
  let reopened = session;
  const opening = await longestTask(async () => (reopened = (await again.open(session.planId))!));
  const settling = await longestTask(() => reopened.settled());
  const cell = await oneCell(reopened);
  reopened.ofKind('history');
  const listing = await longestTask(async () => {
    await reopened.commit([{ id: 'history/unit5/2026-01', field: 'dials', value: 1 }], { code: 'type' });
    reopened.ofKind('history');
  });
  const { saved } = reopened;
  const shelved = await shelve(again, session.planId, changes);
  const result = {
    count,
    saved,
    imported,
    undone,
    redone,
    left,
    opening,
    settling,
    cell,
    listing,
    ...shelved,
    live: reopened.ofKind('history').length,
  };
  again.close();
  await (await open()).removeEverything();
  return result;
}

Object.assign(globalThis, { bench });
export type Bench = typeof bench;
