import { describe, expect, it } from 'vitest';
import { ratioChart } from '../../../src/charts/ratio-chart.ts';
import { sparkPoints } from '../../../src/charts/spark-path.ts';

const month = (name: string, x: number, n: number) => ({ month: name, x, n, weight: 1 });

describe('the chart of a ratio', () => {
  const evidence = {
    months: [month('2026-09', 20, 100), month('2026-10', 0, 0), month('2026-11', 30, 100)],
    ...{ low: 0.22, high: 0.28, used: 0.25 },
  };

  it('leaves a gap where a month has nothing to divide by', () => {
    expect(ratioChart(evidence, (name) => name).ratios).toEqual([0.2, null, 0.3]);
  });

  it('holds months, band and used line on its axis', () => {
    const { min, max, band, used } = ratioChart(evidence, (name) => name);
    expect(min).toBeLessThan(0.2);
    expect(max).toBeGreaterThan(0.3);
    expect([band, used]).toEqual([{ low: 0.22, high: 0.28 }, 0.25]);
  });

  it('never shows a ratio below nothing', () => {
    expect(ratioChart({ ...evidence, months: [month('2026-11', 0, 9)] }, String).min).toBe(0);
  });

  it('of thin data has no band', () => {
    const chart = ratioChart({ months: [], low: NaN, high: NaN, used: NaN }, String);
    expect(chart).toMatchObject({ band: null, used: null, min: 0 });
    expect(chart.max).toBeGreaterThan(chart.min);
  });
});

describe('a sparkline', () => {
  it('stays in its box and puts the highest value on top', () => {
    const points = sparkPoints([1, 3, 2], 52, 16);
    expect(points.map(({ y }) => y)).toEqual([13.5, 2.5, 8]);
    expect(points.at(-1)?.x).toBe(49.5);
  });

  it('leaves gaps out and draws a flat line through the middle', () => {
    expect(sparkPoints([2, NaN, 2], 52, 16)).toEqual([
      { x: 2.5, y: 8 },
      { x: 49.5, y: 8 },
    ]);
  });
});
