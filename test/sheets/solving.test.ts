import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GoalEditAnswer, Query } from '../../src/model/planning.ts';
import type { Ask } from '../../src/sheets/definition.ts';
import { solving } from '../../src/sheets/goals/solving.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const QUERY = { kind: 'goalEdit', edits: [] } as const;
const DONE: GoalEditAnswer = {
  ...{ kind: 'goalEdit', possible: true, changes: [], cells: 0, held: [], supposed: null },
};

/** A planner that works until it is told to stop, and the questions that it was asked. */
function planner(): { ask: Ask; asked: Query[]; finish: (answer: GoalEditAnswer) => void } {
  const asked: Query[] = [];
  let finish: (answer: GoalEditAnswer) => void = () => undefined;
  const ask = ((query: Query) => {
    asked.push(query);
    return query.kind === 'goalProgress'
      ? Promise.resolve({ kind: 'goalProgress', share: 0.4 })
      : new Promise((resolve) => (finish = resolve));
  }) as unknown as Ask;
  return { ask, asked, finish: (answer) => finish(answer) };
}

it('says nothing of a change that is there at once, and how far one has come that takes long', async () => {
  const { ask, finish } = planner();
  const answer = solving.ask(ask, QUERY);
  await vi.advanceTimersByTimeAsync(300);
  expect(solving.share).toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  expect(solving.share).toBe(0.4);
  finish(DONE);
  expect(await answer).toBe(DONE);
  expect(solving.share).toBeNull();
});

it('tells the planner once somebody leaves it, and asks no further when it has stopped', async () => {
  const { ask, asked, finish } = planner();
  const answer = solving.ask(ask, QUERY);
  await vi.advanceTimersByTimeAsync(500);
  solving.leaving = true;
  await vi.advanceTimersByTimeAsync(400);
  expect(asked.at(-1)).toMatchObject({ kind: 'goalProgress', of: 'goalEdit', leave: true });
  finish({ kind: 'goalEdit', possible: false, why: 'left' });
  await answer;
  const count = asked.length;
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked.length).toBe(count);
  expect(solving.leaving).toBe(false);
});

it('asks anew for the same change after it was left: no answer that was kept would do', async () => {
  const { ask, asked, finish } = planner();
  for (const answer of [{ kind: 'goalEdit', possible: false, why: 'left' } as const, DONE]) {
    const told = solving.ask(ask, QUERY);
    finish(answer);
    expect(await told).toBe(answer);
  }
  expect(new Set(asked.map((query) => JSON.stringify(query))).size).toBe(2);
});
