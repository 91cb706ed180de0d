import { expect, it } from 'vitest';
import type { Change } from '../../../src/model/diff.ts';
import type { EditOutcome } from '../../../src/sheets/sheet.ts';
import type { PlanSession } from '../../../src/state/contract.ts';
import { Desk } from '../../../src/state/desk.svelte.ts';
import { GOALS_DESK, type GoalsTrial } from '../../../src/state/goals-desk.ts';
import { GoalsTrialDesk } from '../../../src/views/goals/goals-trial.svelte.ts';

const change = (value: number): Change => ({ id: 'goal/ann/2026-12', field: 'amount', value });
const trialOf = (...values: readonly number[]): GoalsTrial =>
  ({
    edits: [],
    says: [],
    changes: values.map(change),
    held: [],
    counts: {},
    done: '',
  }) as unknown as GoalsTrial;
const NOTHING: EditOutcome = { changes: [], rejected: [], summary: '' };

/** A sheet on which numbers are typed, each worked out only when it is said to be. */
function sheet() {
  const desk = new Desk();
  const trial = new GoalsTrialDesk({} as PlanSession, desk);
  const committed: (readonly Change[])[] = [];
  const host = { commit: (changes: readonly Change[]) => void committed.push(changes) };
  const take = (outcome: EditOutcome): EditOutcome => {
    if (outcome.trial) desk.goals = { ...desk.goals, trial: outcome.trial };
    if (outcome.changes.length > 0) committed.push(outcome.changes);
    return outcome;
  };
  /** Joins what is looked at when its turn comes; `done` works it out. */
  const type = (value: number, answer?: EditOutcome) => {
    let work: () => void = () => undefined;
    const worked = new Promise<void>((resolve) => (work = resolve));
    const run = async (): Promise<EditOutcome> => {
      const before = desk.goals.trial?.changes ?? [];
      await worked;
      return answer ?? { ...NOTHING, trial: { ...trialOf(), changes: [...before, change(value)] } };
    };
    const outcome = Promise.resolve(trial.type(run, take));
    return async () => {
      work();
      await outcome;
    };
  };
  const takeWhenReady = () => {
    if (!trial.taking || trial.busy) return;
    trial.taking = false;
    trial.settle(true, host);
  };
  return { desk, trial, host, committed, type, takeWhenReady };
}

it('takes what was typed last, not the older change that is shown while it is worked out', async () => {
  const { trial, host, committed, type, takeWhenReady } = sheet();
  await type(1)();
  const second = type(2);
  expect(trial.busy).toBe(true);
  expect(trial.settle(true, host)).toBe(true);
  expect(committed).toEqual([]);
  expect(trial.taking).toBe(true);
  await second();
  takeWhenReady();
  expect(committed).toEqual([[change(1), change(2)]]);
});

it('takes nothing when what was typed last can’t be had, and shows what could', async () => {
  const { desk, trial, host, committed, type, takeWhenReady } = sheet();
  await type(1)();
  const rejected = [{ row: 0, column: 0, text: '2', message: 'no room' }];
  const second = type(2, { ...NOTHING, rejected });
  trial.settle(true, host);
  await second();
  takeWhenReady();
  expect(committed).toEqual([]);
  expect(desk.goals.trial?.changes).toEqual([change(1)]);
});

it('joins two numbers that are typed before either is worked out', async () => {
  const { desk, trial, type } = sheet();
  const [first, second] = [type(1), type(2)];
  await Promise.all([second(), first()]);
  expect(desk.goals.trial?.changes).toEqual([change(1), change(2)]);
  expect(trial.busy).toBe(false);
});

it('is not taken any more once something else is typed after Enter', async () => {
  const { trial, host, type, committed, takeWhenReady } = sheet();
  await type(1)();
  const second = type(2);
  trial.settle(true, host);
  const third = type(3);
  await second();
  await third();
  takeWhenReady();
  expect(committed).toEqual([]);
});

it('shows nothing of what was dropped before it was worked out, and takes what needs no looking at', async () => {
  const { desk, trial, host, type, committed } = sheet();
  const shown = type(1);
  const small = type(2, { ...NOTHING, changes: [change(2)] });
  expect(trial.settle(false, host)).toBe(true);
  await shown();
  await small();
  expect(desk.goals).toEqual(GOALS_DESK);
  expect(committed).toEqual([[change(2)]]);
});
