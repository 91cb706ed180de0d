import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/diff.ts';
import { packAnswer, unpackGoals } from '../../src/model/goal-columns.ts';
import type { GoalEditAnswer } from '../../src/model/planning.ts';

const answered = (changes: readonly Change[]): GoalEditAnswer => ({
  ...{ kind: 'goalEdit', possible: true, changes, cells: changes.length, held: [], supposed: null },
});
const idOf = (change: Change): string =>
  'create' in change ? change.create : 'remove' in change ? change.remove : change.id;
const byId = (changes: readonly Change[]): Change[] =>
  [...changes].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));

const change = (at: number): fc.Arbitrary<Change> =>
  fc.oneof(
    fc.record({
      id: fc.constant(`goal/r${at}/2026-11`),
      field: fc.constant('amount'),
      value: fc.option(fc.integer({ min: 0 })),
    }),
    fc.record({ create: fc.constant(`goal/r${at}/2026-12/s`), values: fc.record({ amount: fc.nat() }) }),
    fc.record({ remove: fc.constant(`spreadBy/r${at}/2026-01/2026-12`) }),
    fc.record({ id: fc.constant(`spreadBy/r${at}/2026-01`), field: fc.constant('growth'), value: fc.nat() }),
  );

describe('goals as columns', () => {
  it('come back as the changes that they were, blanks included', () => {
    fc.assert(
      fc.property(
        fc.nat(300).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => change(at)))),
        (changes) => {
          const packed = packAnswer(answered(changes));
          const back = packed.kind === 'packed' ? unpackGoals(packed) : packed;
          expect(back).toMatchObject({ possible: true, cells: changes.length });
          expect(byId((back as Extract<GoalEditAnswer, { possible: true }>).changes)).toEqual(byId(changes));
        },
      ),
    );
  });

  it('leave few changes, refusals and other answers as they are', () => {
    const few = answered([{ id: 'goal/r/2026-11', field: 'amount', value: 1 }]);
    const refused: GoalEditAnswer = { kind: 'goalEdit', possible: false, why: 'tooHard' };
    expect(packAnswer(few)).toBe(few);
    expect(packAnswer(refused)).toBe(refused);
  });
});
