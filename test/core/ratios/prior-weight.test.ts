import { describe, expect, it } from 'vitest';
import { fitStep } from '../../../src/core/ratios/fit-step.ts';
import { evidenceOf } from './evidence.ts';

const n = [[100], [400], [200], [900]];
const given = {
  share: { kind: 'share', x: [[10], [140], [50], [350]], n },
  rate: { kind: 'rate', x: [[150], [800], [260], [1500]], n },
  value: { kind: 'value', x: [[30_000], [410_000], [110_000], [980_000]], n },
  yield: { kind: 'yield', x: [[10], [140], [50], [350]], n, events: n },
} as const;

describe.each(['share', 'rate', 'value', 'yield'] as const)('the weight of the team in a %s', (kind) => {
  const at = (priorWeight: number) => fitStep({ ...evidenceOf(given[kind]), priorWeight });

  it('at one is what the record asks for', () => {
    expect(at(1)).toMatchObject({ M: fitStep(evidenceOf(given[kind])).M });
  });

  it('above one leaves every rep less weight of their own, and below one more', () => {
    const [half, one, twice] = [at(0.5), at(1), at(2)].map(({ reps }) =>
      reps.map(({ ownShare }) => ownShare),
    );
    one?.forEach((own, rep) => {
      expect(half?.[rep]).toBeGreaterThan(own);
      expect(twice?.[rep]).toBeLessThan(own);
    });
  });
});
