import { describe, expect, it } from 'vitest';
import { nextItem } from '../../src/ui/menu.ts';
import { placeBeside } from '../../src/ui/place.ts';

const view = { width: 400, height: 300 };

describe('menus', () => {
  it('arrows pass over disabled items and go around the ends', () => {
    expect(nextItem([true, false, true], 0, 1)).toBe(2);
    expect(nextItem([true, false, true], 2, 1)).toBe(0);
    expect(nextItem([true, false, true], 0, -1)).toBe(2);
  });

  it('Home starts before the first and End behind the last', () => {
    expect(nextItem([false, true, true], -1, 1)).toBe(1);
    expect(nextItem([true, true, false], 3, -1)).toBe(1);
  });

  it('nothing is chosen where all are disabled', () => {
    expect(nextItem([false, false], 0, 1)).toBe(-1);
  });
});

describe('places of overlays', () => {
  it('a menu opens below its button', () => {
    const at = placeBeside({ left: 20, top: 10, right: 60, bottom: 38 }, { width: 100, height: 100 }, view);
    expect(at).toEqual({ left: 20, top: 42 });
  });

  it('a menu at the foot opens above', () => {
    const at = placeBeside({ left: 20, top: 260, right: 60, bottom: 288 }, { width: 100, height: 100 }, view);
    expect(at.top).toBe(156);
  });

  it('a menu at the right edge stays inside the window', () => {
    const at = placeBeside({ left: 380, top: 10, right: 399, bottom: 38 }, { width: 100, height: 50 }, view);
    expect(at.left).toBe(292);
  });
});
