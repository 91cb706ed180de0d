import { afterEach, describe, expect, it } from 'vitest';
import { recordId } from '../../src/model/ids.ts';
import type { PlanSession } from '../../src/state/contract.ts';
import { ScenarioSession } from '../../src/state/scenario-session.ts';
import { scenariosOf } from '../../src/state/scenarios.ts';
import type { Session } from '../../src/state/session.svelte.ts';
import { closeTabs, openTab, records } from './support.ts';

afterEach(closeTabs);

const GOAL = recordId.goal('ann', '2026-12');
const SCENARIO = recordId.scenario('s');
const goal = (amount: number) => ({ id: GOAL, field: 'amount', value: amount });
const typing = { code: 'type' } as const;

async function opened(): Promise<{ plan: Session; whatIf: ScenarioSession }> {
  const plan = await (await openTab()).create('Plan', [...records, [GOAL, { amount: 100 }]]);
  await plan.commit([{ create: SCENARIO, values: { name: 'More', order: 1, changes: {} } }], typing);
  return { plan, whatIf: new ScenarioSession(plan, 's') };
}

describe('a plan as a what-if would make it', () => {
  it('shows what is supposed, and the plan stays as it is', async () => {
    const { plan, whatIf } = await opened();
    await whatIf.commit([goal(150)], typing);
    expect([whatIf.get(GOAL), plan.get(GOAL)]).toEqual([{ amount: 150 }, { amount: 100 }]);
    expect(whatIf.ofKind('goal')).toContainEqual([GOAL, { amount: 150 }]);
    expect(plan.ofKind('goal')).toContainEqual([GOAL, { amount: 100 }]);
    expect(scenariosOf(plan).map(({ name }) => name)).toEqual(['More']);
  });

  it('hands on the plan’s own list of a kind of which nothing is supposed, and one list while nothing changes', async () => {
    const { plan, whatIf } = await opened();
    await whatIf.commit([goal(150)], typing);
    expect(whatIf.ofKind('unit')).toBe(plan.ofKind('unit'));
    expect(whatIf.ofKind('goal')).toBe(whatIf.ofKind('goal'));
  });

  it('puts what was counted into the plan itself, for that is no matter of supposing', async () => {
    const { plan, whatIf } = await opened();
    await whatIf.commit([{ id: 'history/ann/2026-11', field: 'dials', value: 7 }, goal(150)], typing);
    expect(plan.get('history/ann/2026-11')).toMatchObject({ dials: 7 });
    expect(plan.get(GOAL)).toEqual({ amount: 100 });
    await plan.undo();
    expect(whatIf.get(GOAL)).toEqual({ amount: 100 });
  });

  it('becomes the plan in one step, and undo brings plan and what-if back', async () => {
    const { plan, whatIf } = await opened();
    await whatIf.commit([goal(150)], typing);
    await whatIf.commit([{ create: recordId.unit('new'), values: { name: 'New', kind: 'rep' } }], typing);
    await whatIf.keep();
    expect([plan.get(GOAL), plan.get(recordId.unit('new'))]).toMatchObject([
      { amount: 150 },
      { name: 'New' },
    ]);
    expect(scenariosOf(plan)).toEqual([]);
    expect(plan.undoStep).toMatchObject({ code: 'keepScenario' });
    await plan.undo();
    expect([plan.get(GOAL), plan.get(recordId.unit('new'))]).toEqual([{ amount: 100 }, undefined]);
    expect(whatIf.get(GOAL)).toEqual({ amount: 150 });
  });

  it('takes what was counted of a person along when it is kept without the person', async () => {
    const { plan, whatIf } = await opened();
    await whatIf.commit([{ remove: recordId.unit('ann') }], typing);
    expect(plan.ofKind('history').some(([id]) => id.startsWith('history/ann/'))).toBe(true);
    await whatIf.keep();
    expect(plan.get(recordId.unit('ann'))).toBeUndefined();
    expect(plan.ofKind('history').some(([id]) => id.startsWith('history/ann/'))).toBe(false);
  });

  it('leaves nothing behind when it is dropped', async () => {
    const { plan, whatIf } = await opened();
    await whatIf.commit([goal(150)], typing);
    await whatIf.drop();
    expect([whatIf.get(GOAL), scenariosOf(plan)]).toEqual([{ amount: 100 }, []]);
  });

  it('gives way where the plan has changed the same field since, and says so', async () => {
    const { plan, whatIf } = await opened();
    await whatIf.commit([goal(150)], typing);
    await plan.commit([goal(120)], typing);
    expect(whatIf.get(GOAL)).toEqual({ amount: 120 });
    expect(whatIf.supposed.leftOut).toEqual([{ id: GOAL, field: 'amount', reason: 'changed' }]);
    await whatIf.keep();
    expect(plan.get(GOAL)).toEqual({ amount: 120 });
  });

  it('asks the planner for itself, or for the plan where the question says so', async () => {
    const { plan } = await opened();
    const asked: unknown[] = [];
    const heard: PlanSession = Object.create(plan, {
      read: { value: (query: unknown) => Promise.resolve(void asked.push(query)) },
    }) as PlanSession;
    const whatIf = new ScenarioSession(heard, 's');
    await whatIf.read({ kind: 'odds', month: '2026-12' });
    await whatIf.read({ kind: 'odds', month: '2026-12', scenario: null });
    expect(asked).toEqual([
      { kind: 'odds', month: '2026-12', scenario: 's' },
      { kind: 'odds', month: '2026-12', scenario: null },
    ]);
  });
});
