import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../src/core/planner.ts';
import { recordId } from '../../src/model/ids.ts';
import { createInlinePlanner } from '../../src/planner/inline.ts';
import { orderedClient, type DistantPlanner } from '../../src/planner/ordered.ts';
import { goal, onePerson } from './plan.ts';

const ask = { kind: 'backcast', month: '2026-11', mode: 'goal' } as const;
const setGoal = (amount: number) => [{ id: recordId.goal('me', '2026-11'), values: { amount } }];
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

/** A planner that takes its time over everything. */
function slow(): DistantPlanner {
  const planner = createPlanner();
  return {
    load: async (records, asOf) => later().then(() => planner.load(records, asOf)),
    apply: async (changes) => later().then(() => planner.apply(changes)),
    read: async (query) => later().then(() => planner.read(query)),
  };
}

describe('the planner as the page sees it', () => {
  it('answers after every change that came before the question', async () => {
    const client = orderedClient(slow(), () => undefined);
    client.load(onePerson(goal('me', '2026-11', 1)), '2026-11-20');
    client.apply(setGoal(2));
    client.apply(setGoal(3));
    expect((await client.read(ask))?.goal[0]).toBe(3);
  });

  it('drops an answer that a later change has made old', async () => {
    const client = orderedClient(slow(), () => undefined);
    client.load(onePerson(goal('me', '2026-11', 1)), '2026-11-20');
    const early = client.read(ask);
    client.apply(setGoal(2));
    const late = client.read(ask);
    expect(await early).toBeNull();
    expect((await late)?.goal[0]).toBe(2);
    const asked = client.read(ask);
    await Promise.resolve();
    client.apply(setGoal(4));
    expect(await asked).toBeNull();
  });

  it('fails questions after a failed change, until the plan is loaded again', async () => {
    const planner = slow();
    const client = orderedClient(
      { ...planner, apply: () => Promise.reject(new Error('worker gone')) },
      () => undefined,
    );
    client.load(onePerson(), '2026-11-20');
    client.apply(setGoal(2));
    await expect(client.read(ask)).rejects.toThrow('worker gone');
    client.load(onePerson(goal('me', '2026-11', 5)), '2026-11-20');
    expect((await client.read(ask))?.goal[0]).toBe(5);
  });

  it('asks a question once that several views have', async () => {
    const planner = slow();
    let asked = 0;
    const read: DistantPlanner['read'] = (query) => (asked++, planner.read(query));
    const client = orderedClient({ ...planner, read }, () => undefined);
    client.load(onePerson(goal('me', '2026-11', 1)), '2026-11-20');
    const [one, other] = await Promise.all([client.read(ask), client.read({ ...ask })]);
    expect([one, asked]).toEqual([other, 1]);
    client.apply(setGoal(2));
    expect((await client.read(ask))?.goal[0]).toBe(2);
  });

  it('asks without waiting for the changes before', async () => {
    const planner = slow();
    const heard: string[] = [];
    const client = orderedClient(
      {
        ...planner,
        apply: (changes) => (heard.push('change'), planner.apply(changes)),
        read: (query) => (heard.push('question'), planner.read(query)),
      },
      () => undefined,
    );
    client.load(onePerson(), '2026-11-20');
    client.apply(setGoal(2));
    const answer = client.read(ask);
    expect(heard).toEqual(['change', 'question']);
    expect((await answer)?.goal[0]).toBe(2);
  });

  it('works without a worker', async () => {
    const client = createInlinePlanner();
    client.load(onePerson(goal('me', '2026-11', 7)), '2026-11-20');
    expect((await client.read(ask))?.goal[0]).toBe(7);
    client.dispose();
  });
});
