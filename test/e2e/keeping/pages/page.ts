import { SETTINGS_ID } from '../../../../src/model/ids.ts';
import type { PlannerClient } from '../../../../src/planner/client.ts';
import { openShelf, type Shelf } from '../../../../src/state/shelf.svelte.ts';
import type { Session } from '../../../../src/state/session.svelte.ts';

const UNITS = 50;
const idOf = (number: number) => `history/u${number % UNITS}/2026-01`;

const noPlanner = (): PlannerClient => ({
  load: () => undefined,
  apply: () => undefined,
  read: () => Promise.resolve(null),
  dispose: () => undefined,
});

const openTestShelf = (): Promise<Shelf> =>
  openShelf({
    codec: () => Promise.reject(new Error('no files here')),
    planner: noPlanner,
    database: 'kept',
  });
let opening: Promise<Shelf> | undefined;
const shelf = () => (opening ??= openTestShelf());

async function plan(): Promise<Session> {
  const [first] = (await shelf()).plans;
  const session = first && (await (await shelf()).open(first.id));
  return session ?? (await shelf()).create('Kept', [[SETTINGS_ID, {}]]);
}

/** Types numbers from `from` on, cell after cell, and says each one that was called saved. Every 31st is a big paste. */
async function type(from: number): Promise<void> {
  const session = await plan();
  for (let number = from; ; number++) {
    const many = number % 31 === 0 ? 2500 : 1;
    const paste = Array.from({ length: many }, (_, i) => ({
      id: i ? `goal/p${i}/2026-01` : idOf(number),
      field: i ? 'amount' : 'dials',
      value: number,
    }));
    const stored = session.commit(paste, { code: 'type' }).then(() => {
      if (session.saved !== 'failed') console.log(`saved ${number}`);
    });
    if (number % 5 === 0) await stored;
  }
}

/** The newest number in each cell, and the different numbers that the big pastes have left. */
async function kept(): Promise<{
  cells: (number | null)[];
  pasted: number[];
  problem: string | null;
}> {
  const session = await plan();
  const cells = Array.from({ length: UNITS }, (_, i) => session.get(idOf(i))?.['dials'] ?? null);
  const amounts = session.ofKind('goal').map(([, values]) => Number(values['amount']));
  return {
    cells: cells as (number | null)[],
    pasted: [...new Set(amounts)],
    problem: session.problem?.code ?? null,
  };
}

/** What a tab says of the plan. */
async function state(unit = 0): Promise<{ dials: unknown; saved: string; problem: string | null }> {
  const session = await plan();
  const problem = session.problem ?? (await shelf()).problem;
  return { dials: session.get(idOf(unit))?.['dials'], saved: session.saved, problem: problem?.code ?? null };
}

/** Types into one cell and waits until that was stored, or refused. */
async function set(value: number | string, unit = 0): Promise<void> {
  await (await plan()).commit([{ id: idOf(unit), field: 'dials', value }], { code: 'type' });
}

const keeping = {
  type,
  kept,
  state,
  set,
  undo: async () => (await plan()).undo(),
  blocked: async () => (await shelf()).problem?.code,
  retry: async () => (await shelf()).retry(),
  facts: async () => JSON.stringify([...(await plan()).facts].sort(([a], [b]) => (a < b ? -1 : 1))),
};
export type Keeping = typeof keeping;
Object.assign(globalThis, { keeping });
