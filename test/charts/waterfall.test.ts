import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barAxis, roundTicks } from '../../src/charts/axis.ts';
import { spreadApart } from '../../src/charts/spread.ts';
import { waterfall, type WaterfallPart } from '../../src/charts/waterfall.ts';

const words = {
  signed: (value: number) => (value < 0 ? `−${-value}` : `+${value}`),
  plain: String,
  tick: String,
  head: ['项', '金额', '到', '说明'] as const,
};
const part = (key: string, value: number): WaterfallPart => ({
  ...{ key, value, name: key, note: '' },
  fill: { ink: 'd-1', texture: 'solid' },
});
const draw = (start: number, parts: readonly WaterfallPart[], end: number) =>
  waterfall(
    {
      start: { name: '目标', value: start },
      end: { name: '实际', value: end },
      parts,
      bracket: null,
    },
    words,
  );
const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });

describe('a waterfall', () => {
  it('begins each part where the last one ended, and ends at the end total', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.array(amount, { maxLength: 12 }),
        (start, values) => {
          const end = values.reduce((sum, value) => sum + value, start);
          const { bars } = draw(
            start,
            values.map((value, at) => part(String(at), value)),
            end,
          );
          bars.slice(1, -1).forEach((bar, at) => expect(bar!.from).toBe(bars[at]!.to));
          expect(bars.at(-1)!.to).toBe(bars.at(-2)!.to);
        },
      ),
    );
  });

  it('holds every bar on its axis', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.array(amount, { maxLength: 12 }),
        (start, values) => {
          const end = values.reduce((sum, value) => sum + value, start);
          const { axis, bars } = draw(
            start,
            values.map((value, at) => part(String(at), value)),
            end,
          );
          for (const bar of bars) {
            expect(Math.min(bar!.from, bar!.to)).toBeGreaterThanOrEqual(axis.min);
            expect(Math.max(bar!.from, bar!.to)).toBeLessThanOrEqual(axis.max);
          }
        },
      ),
    );
  });

  it('cuts its axis off only where the parts would be slivers, and says so', () => {
    expect(draw(311_000, [part('work', -10_000)], 301_000).axis.broken).toBe(true);
    expect(draw(311_000, [part('work', -300_000)], 11_000).axis).toMatchObject({ broken: false, min: 0 });
    expect(draw(10, [part('work', -20)], -10).axis.min).toBeLessThan(-10);
  });

  it('has every bar in its table and in what is said, with its sign', () => {
    const { table, says } = draw(100, [part('work', -30), part('luck', 5)], 75);
    expect(table.rows).toEqual([
      ['目标', '', '100', ''],
      ['work', '−30', '70', ''],
      ['luck', '+5', '75', ''],
      ['实际', '', '75', ''],
    ]);
    expect(says).toEqual(['目标 100', 'work −30', 'luck +5', '实际 75']);
  });
});

describe('an axis', () => {
  it('has round steps within its ends', () => {
    expect(roundTicks(284_000, 314_000, 4)).toEqual([290_000, 300_000, 310_000]);
    expect(roundTicks(-12, 12, 4)).toEqual([-10, -5, 0, 5, 10]);
    expect(roundTicks(3, 3, 4)).toEqual([]);
  });

  it('of nothing but zeros still has a height', () => {
    const { min, max } = barAxis([0, 0]);
    expect(max).toBeGreaterThan(min);
  });
});

describe('labels at the ends of lines', () => {
  const ends = { from: 0, to: 400 };
  const places = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 6 });

  it('never overlap, and stay within the chart', () => {
    fc.assert(
      fc.property(places, (wanted) => {
        const apart = spreadApart(
          wanted.sort((a, b) => a - b),
          16,
          ends,
        );
        apart.forEach((place, at) => {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(400 + 1e-9);
          if (at > 0) expect(place - apart[at - 1]!).toBeGreaterThanOrEqual(16 - 1e-9);
        });
      }),
    );
  });

  it('stand where they belong while there is room', () => {
    expect(spreadApart([10, 100, 200], 16, ends)).toEqual([10, 100, 200]);
    expect(spreadApart([100, 104], 16, ends)).toEqual([94, 110]);
  });
});
