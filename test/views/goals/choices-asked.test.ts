import { expect, it } from 'vitest';
import type { Spread } from '../../../src/model/planning/goals.ts';
import type { Query } from '../../../src/model/planning.ts';
import type { PlanSession } from '../../../src/state/contract.ts';
import { ChoicesAsked } from '../../../src/views/goals/choices-asked.ts';

const EDIT = {
  ...{ unit: 'all', span: { from: '2027-01', to: '2027-01' }, segment: null, amount: 1, spread: null },
} as const;

function plan() {
  const asked: Query[] = [];
  const read = (query: Query) => {
    asked.push(query);
    return Promise.resolve(null);
  };
  return { asked, session: { read } as Pick<PlanSession, 'read'> };
}

it('is one question, whichever way is chosen', () => {
  const spread: Spread = { method: 'equal', like: null, growth: null, mix: [] };
  expect(ChoicesAsked.query({ ...EDIT, spread })).toEqual(ChoicesAsked.query(EDIT));
});

it('is left when it is dropped before it is answered, and asked anew then: no answer that was kept would do', () => {
  const { asked, session } = plan();
  const before = ChoicesAsked.query(EDIT);
  const leave = new ChoicesAsked().open(session);
  expect(asked).toEqual([]);
  leave();
  expect(asked).toMatchObject([{ kind: 'goalProgress', of: 'spreadChoices', leave: true }]);
  expect(ChoicesAsked.query(EDIT)).not.toEqual(before);
});

it('is let be once it is answered, and the answer is kept', () => {
  const { asked, session } = plan();
  const before = ChoicesAsked.query(EDIT);
  const question = new ChoicesAsked();
  const leave = question.open(session);
  question.answered();
  leave();
  expect(asked).toEqual([]);
  expect(ChoicesAsked.query(EDIT)).toEqual(before);
});
