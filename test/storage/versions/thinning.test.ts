import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outdated } from '../../../src/storage/versions/thinning.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-20T18:00:00+08:00');
const version = (id: string, daysAgo: number, name?: string) => ({
  id,
  at: NOW - daysAgo * DAY,
  seq: 1,
  ...(name !== undefined && { name }),
});

const versions = fc
  .array(fc.record({ ago: fc.double({ min: -2, max: 400, noNaN: true }), named: fc.boolean() }), {
    maxLength: 60,
  })
  .map((all) => all.map(({ ago, named }, i) => version(`v${i}`, ago, named ? 'kept' : undefined)));
const without = <T extends { id: string }>(all: readonly T[], ids: readonly string[]): T[] =>
  all.filter(({ id }) => !ids.includes(id));

describe('old automatic versions', () => {
  it('all stay for two days, one a day for thirty, then one a week', () => {
    const hourly = Array.from({ length: 24 * 60 }, (_, i) => version(`h${i}`, i / 24));
    const left = without(hourly, outdated(hourly, NOW));
    const ages = left.map(({ at }) => (NOW - at) / DAY);
    expect(ages.filter((age) => age < 2)).toHaveLength(48);
    // Both ends of the month are days that are cut by the hour.
    expect(ages.filter((age) => age >= 2 && age < 30).length).toBeGreaterThanOrEqual(28);
    expect(ages.filter((age) => age >= 2 && age < 30).length).toBeLessThanOrEqual(29);
    expect(ages.filter((age) => age >= 30).length).toBeLessThanOrEqual(6);
    expect(ages.filter((age) => age >= 30).length).toBeGreaterThanOrEqual(4);
  });

  it('leave the first of a day, which shows how the plan was when it began', () => {
    const day = [version('evening', 5), version('morning', 5.3), version('noon', 5.2)];
    expect(without(day, outdated(day, NOW)).map(({ id }) => id)).toEqual(['morning']);
  });

  it('never take a named one, and never one of the last two days or of a clock that is ahead', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const gone = new Set(outdated(all, NOW));
        for (const { id, at, ...rest } of all)
          if ('name' in rest || NOW - at < 2 * DAY) expect(gone.has(id)).toBe(false);
      }),
    );
  });

  it('are not thinned any further by thinning again', () => {
    fc.assert(
      fc.property(versions, (all) => {
        expect(outdated(without(all, outdated(all, NOW)), NOW)).toEqual([]);
      }),
    );
  });

  it('leave the same after many thinnings as after one, a week later', () => {
    fc.assert(
      fc.property(versions, fc.array(fc.nat(90), { maxLength: 5 }), (all, later) => {
        let left = all;
        for (const days of later.sort((a, b) => a - b))
          left = without(left, outdated(left, NOW + days * DAY));
        const end = NOW + 120 * DAY;
        expect(without(left, outdated(left, end))).toEqual(without(all, outdated(all, end)));
      }),
    );
  });
});
