import { describe, expect, it } from 'vitest';
import { createSerialPlanner, type Turns } from '../../src/core/serial-planner.ts';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { GoalEditAnswer, GoalProgressAnswer, SpreadChoicesAnswer } from '../../src/model/planning.ts';

const MONTHS = ['2026-01', '2026-02', '2026-03'];
const REPS = ['a', 'b', 'c'];
const JANUARY = { from: '2026-01', to: '2026-01' };

/** Totals of a month, of a rep and of a segment are locked: they cross in three dimensions. */
function crossing(): RecordEntry[] {
  const quarter = { from: MONTHS[0]!, to: MONTHS[2]! };
  const lock = (unit: string, span: typeof quarter, segment: string | null, amount: number): RecordEntry => [
    recordId.lock({ unit, span, segment }),
    { amount, owner: '', reason: '', setOn: null },
  ];
  const segments = ['s', 'r'];
  return [
    ['unit/t', { name: 'T', kind: 'team' }],
    ...segments.map((key): RecordEntry => [recordId.segment(key), { name: key }]),
    ...REPS.map((key): RecordEntry => [`unit/${key}`, { name: key, kind: 'rep', parent: 't' }]),
    ...REPS.flatMap((key) =>
      MONTHS.flatMap((month) =>
        segments.map((segment): RecordEntry => [recordId.goal(key, month, segment), { amount: 1000 }]),
      ),
    ),
    ...['a', 'b'].map((key) => lock(key, quarter, null, 6000)),
    ...MONTHS.slice(0, 2).map((month) => lock('t', { from: month, to: month }, null, 6000)),
    lock('t', quarter, 's', 9000),
  ];
}
const edit = {
  kind: 'goalEdit',
  edits: [{ unit: 'a', span: JANUARY, segment: null, amount: 2500, spread: null }],
} as const;
const choices = {
  kind: 'spreadChoices',
  edit: { unit: 'a', span: JANUARY, segment: null, amount: 2500, spread: null },
} as const;
const progress = (poll: number, leave: boolean, of: 'goalEdit' | 'spreadChoices' = 'goalEdit') =>
  ({ kind: 'goalProgress', of, poll, leave }) as const;

/** Each step is a turn of its own, and the next begins when it is told to. */
function byHand(): { turns: Turns; go: () => Promise<void> } {
  let next: (() => void) | null = null;
  return {
    turns: { isOver: () => true, next: () => new Promise((resolve) => (next = resolve)) },
    go: async () => {
      next?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

it('tells how far the goals have come while they are worked out, and comes to the same as at one go', async () => {
  const { turns, go } = byHand();
  const planner = createSerialPlanner(turns);
  await planner.load(crossing(), '2026-01-05');
  const answers: GoalEditAnswer[] = [];
  const asked = planner.read(edit).then((told) => answers.push(told as GoalEditAnswer));
  await go();
  const told = (await planner.read(progress(1, false))) as GoalProgressAnswer;
  expect(told.share).toBeGreaterThanOrEqual(0);
  expect(answers).toEqual([]);
  while (answers.length === 0) await go();
  await asked;
  const atOneGo = createSerialPlanner();
  await atOneGo.load(crossing(), '2026-01-05');
  expect(answers).toEqual([await atOneGo.read(edit)]);
  expect(answers).toMatchObject([{ possible: true }]);
  expect(await planner.read(progress(2, false))).toMatchObject({ share: null });
});

it('leaves goals that nobody waits for any more, and answers what is asked after them', async () => {
  const { turns, go } = byHand();
  const planner = createSerialPlanner(turns);
  await planner.load(crossing(), '2026-01-05');
  const asked = planner.read(edit);
  await go();
  await planner.read(progress(1, true));
  await go();
  expect(await asked).toEqual({ kind: 'goalEdit', possible: false, why: 'left' });
  expect(await planner.read(progress(2, false))).toMatchObject({ share: null });
});

describe('what the ways of sharing out come to', () => {
  /** A planner that works at them, and what it has answered. */
  async function working() {
    const { turns, go } = byHand();
    const planner = createSerialPlanner(turns);
    await planner.load(crossing(), '2026-01-05');
    const answers: SpreadChoicesAnswer[] = [];
    const asked = planner.read(choices).then((told) => answers.push(told as SpreadChoicesAnswer));
    await go();
    expect(answers).toEqual([]);
    return { planner, go, asked, answers };
  }
  const NONE = { kind: 'spreadChoices', choices: [] };

  it('lets other questions be answered meanwhile, and is the same as at one go', async () => {
    const { planner, go, asked, answers } = await working();
    expect(await planner.read({ kind: 'goals', span: JANUARY })).toMatchObject({ kind: 'goals' });
    expect(await planner.read(progress(1, false))).toMatchObject({ share: null });
    const told = (await planner.read(progress(2, false, 'spreadChoices'))) as GoalProgressAnswer;
    expect(told.share).toBeGreaterThanOrEqual(0);
    while (answers.length === 0) await go();
    await asked;
    const atOneGo = createSerialPlanner();
    await atOneGo.load(crossing(), '2026-01-05');
    expect(answers).toEqual([await atOneGo.read(choices)]);
    expect(answers[0]?.choices.some(({ missing, cells }) => missing === null && cells > 0)).toBe(true);
  });

  it('goes on when a change of goals is left, and is left by itself', async () => {
    const { planner, go, answers } = await working();
    await planner.read(progress(1, true));
    await go();
    expect(answers).toEqual([]);
    await planner.read(progress(2, true, 'spreadChoices'));
    await go();
    expect(answers).toEqual([NONE]);
  });

  it('is left once the plan changes', async () => {
    const { planner, go, answers } = await working();
    await planner.apply([{ id: recordId.goal('a', '2026-01', 's'), values: { amount: 1 } }]);
    await go();
    expect(answers).toEqual([NONE]);
  });
});
