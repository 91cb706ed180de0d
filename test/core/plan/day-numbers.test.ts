import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DayNumbers } from '../../../src/core/plan/day-numbers.ts';

const day = fc.oneof(fc.integer({ min: 20_700, max: 20_900 }), fc.constantFrom(-1, 0, 127, 128, 2_932_896));
const edits = fc.array(fc.tuple(day, fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }))));

function filled(of: readonly (readonly [number, number | null])[]): [DayNumbers, Map<number, number>] {
  const [numbers, map] = [new DayNumbers(), new Map<number, number>()];
  for (const [at, value] of of)
    if (value === null) {
      numbers.delete(at);
      map.delete(at);
    } else {
      numbers.set(at, value);
      map.set(at, value);
    }
  return [numbers, map];
}

it('holds what was set last for each day, and nothing for what was taken away', () => {
  fc.assert(
    fc.property(edits, day, (of, asked) => {
      const [numbers, map] = filled(of);
      expect(numbers.size).toBe(map.size);
      expect(new Set(numbers.keys())).toEqual(new Set(map.keys()));
      expect([numbers.get(asked), numbers.has(asked)]).toEqual([map.get(asked), map.has(asked)]);
    }),
  );
});

it('fills the blanks of a column, across pages, and leaves what is there', () => {
  fc.assert(
    fc.property(edits, fc.integer({ min: -2, max: 2 }), (of, shift) => {
      const [numbers, map] = filled(of);
      const first = 20_736 + shift;
      const column = new Float64Array(150).fill(NaN);
      column[3] = 5;
      numbers.fillBlanks(column, first);
      column.forEach((value, at) => expect(value).toBe(at === 3 ? 5 : (map.get(first + at) ?? NaN)));
    }),
  );
});
