import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, newStep, stepsOf } from '../../src/model/proposals.ts';
import { PROPOSAL_STEPS, type Proposal } from '../../src/model/records/goals.ts';

let keys = 0;
const said = (step: Proposal['step'], more: Partial<Proposal> = {}): Proposal => ({
  ...{
    step,
    amount: null,
    assigned: null,
    reason: '',
    by: '',
    notedBy: null,
    at: ++keys,
    key: `k${String(keys)}`,
  },
  ...more,
});
const commit = (amount: number, assigned = amount): Proposal => said('commit', { amount, assigned });
const propose = (amount: number, assigned: number): Proposal => said('propose', { amount, assigned });

describe('what a rep and a manager say of a goal', () => {
  it('a goal that nobody spoke of is unanswered', () => {
    expect(agreementOf([], 100)).toEqual({ state: 'unanswered', amount: null, step: null });
    expect(agreementOf([said('reply')], 100).state).toBe('unanswered');
  });

  it('a commitment stands as long as the same is assigned, and is to be asked for again after that', () => {
    const steps = [commit(100)];
    expect(agreementOf(steps, 100)).toMatchObject({ state: 'committed', amount: 100 });
    expect(agreementOf(steps, 105)).toMatchObject({ state: 'again', amount: 100 });
    expect(agreementOf(steps, null)).toMatchObject({ state: 'again', amount: 100 });
    expect(agreementOf([...steps, commit(105)], 105).state).toBe('committed');
  });

  it('who commits to less than is assigned has seen both numbers', () => {
    expect(agreementOf([commit(90, 100)], 100)).toMatchObject({ state: 'committed', amount: 90 });
    expect(agreementOf([commit(90, 100)], 90).state).toBe('again');
  });

  it('a proposal waits until it is accepted, kept or taken back', () => {
    const earlier = commit(100);
    const proposal = propose(80, 100);
    expect(agreementOf([earlier, proposal], 100)).toMatchObject({ state: 'proposed', amount: 80 });
    const accepted = said('accept', { amount: 80, assigned: 80 });
    expect(agreementOf([proposal, accepted], 80)).toMatchObject({
      state: 'accepted',
      amount: 80,
      step: accepted,
    });
    expect(agreementOf([proposal, accepted], 85).state).toBe('again');
    const kept = said('keep', { amount: 100, assigned: 100 });
    expect(agreementOf([proposal, kept], 100)).toMatchObject({ state: 'kept', amount: 80 });
    expect(agreementOf([proposal, kept, commit(100)], 100).state).toBe('committed');
    expect(agreementOf([proposal, said('withdraw')], 100)).toMatchObject({
      state: 'unanswered',
      amount: null,
    });
  });

  it('an answer in words changes nothing', () => {
    const steps = [propose(80, 100)];
    expect(agreementOf([...steps, said('reply')], 100)).toEqual(agreementOf(steps, 100));
  });

  it('is the same in whatever order the steps came together, as on two devices', () => {
    const step = fc.record({
      step: fc.constantFrom(...PROPOSAL_STEPS),
      amount: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      assigned: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      at: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (drawn, order) => {
        const steps = drawn.map((values, at) => said(values.step, { ...values, key: `s${String(at)}` }));
        const shuffled = steps
          .map((each) => ({ each, by: order.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ each }) => each);
        expect(agreementOf(shuffled, 2)).toEqual(agreementOf(steps, 2));
      }),
    );
  });

  it('an answer comes after what it answers, also where that was said by a clock that is ahead', () => {
    const proposal = { ...propose(80, 100), at: 5_000 };
    const answer = { step: 'accept', amount: 80, assigned: 80, reason: '', by: '', at: 1_000 } as const;
    const [first, second] = [1, 2].map(() =>
      newStep({ rep: 'r1', month: '2026-11', steps: [proposal] }, answer),
    );
    const [step] = stepsOf([[first!.create, first!.values]], 'r1', '2026-11');
    expect(agreementOf([proposal, step!], 80).state).toBe('accepted');
    expect(first!.create).not.toBe(second!.create);
  });

  it('are found among the records, and what is no step is left out', () => {
    const values = { step: 'commit', amount: 5, at: 2 };
    const steps = stepsOf(
      [
        ['proposal/r1/2026-11/b', values],
        ['proposal/r1/2026-11/a', { ...values, at: 1 }],
        ['proposal/r1/2026-12/c', values],
        ['proposal/r2/2026-11/d', values],
        ['proposal/r1/2026-11/e', { step: 'dance' }],
      ],
      'r1',
      '2026-11',
    );
    expect(steps.map(({ key }) => key)).toEqual(['a', 'b']);
  });
});
