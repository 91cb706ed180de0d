import { describe, expect, it } from 'vitest';
import { sharedSpan, signedBar } from '../../src/charts/signed-bar.ts';

const fill = { ink: 'd-1', texture: 'solid' } as const;
const parts = (...values: number[]) => values.map((value) => ({ value, fill }));

describe('a bar of signed parts', () => {
  it('stacks what takes away to the left and what adds to the right, and marks what is left', () => {
    const { boxes, zero, net } = signedBar(parts(-30, 10, -20), -40, { low: -50, high: 50 }, 104);
    expect(boxes.map(({ x, width }) => [x, width])).toEqual([
      [22, 30],
      [52, 10],
      [2, 20],
    ]);
    expect([zero, net]).toEqual([52, 12]);
  });

  it('shares its ends with the bars beside it', () => {
    expect(sharedSpan([parts(-30, 10), parts(5, -10), []])).toEqual({ low: -30, high: 10 });
    expect(sharedSpan([])).toEqual({ low: 0, high: 0 });
  });
});
