import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, planRoute } from '../../src/ui/route.ts';

describe('addresses', () => {
  it('an empty or unknown address leads home', () => {
    expect(parseRoute('')).toEqual({ at: 'home' });
    expect(parseRoute('#/nowhere/at/all')).toEqual({ at: 'home' });
    expect(parseRoute('#/plan')).toEqual({ at: 'home' });
  });

  it('a plan without a known screen leads to its Backcast', () => {
    const backcast = { at: 'plan', plan: 'p1', screen: 'backcast', unit: null };
    expect(parseRoute('#/plan/p1')).toEqual(backcast);
    expect(parseRoute('#/plan/p1/nonsense')).toEqual(backcast);
  });

  it('every address that is written can be read back', () => {
    const routes = [
      { at: 'new' },
      { at: 'plans' },
      { at: 'settings' },
      { at: 'plan', plan: 'a/b', screen: 'today', unit: '林 %' },
    ] as const;
    for (const route of routes) expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it('a damaged escape does not throw', () => {
    expect(parseRoute('#/plan/%E0%A4%A/goals')).toEqual({ at: 'home' });
  });

  it('a member opens on the plan’s own address', () => {
    expect(planRoute('p1', 'today', 'u1')).toBe('#/plan/p1/today/u1');
  });
});
