import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import { dailyText } from '../../src/views/phone/number-words.ts';
import { averageFigure, requirementFigure } from '../../src/sheets/figures.ts';
import { shownAmount, shownPerDay } from '../../src/model/shown.ts';

beforeAll(() => setLanguage('en', ['common']));

describe('a day’s work', () => {
  it.each([
    [95.4, '95'],
    [9.96, '10'],
    [4.57, '4.6'],
    [1.2, '1.2'],
    [0.42, '0.4'],
    [3, '3'],
  ])('of %f is written %s, on the phone as on the sheet', (value, text) => {
    expect(dailyText(value)).toBe(text);
    expect(averageFigure(shownPerDay(value, 'count'), 'en')).toBe(text);
  });
});

describe('what a month takes', () => {
  it.each([
    [2007.4, '2,007'],
    [1.3, '1'],
    [0.996, '1'],
    [0.75, '0.75'],
    [0.4, '0.4'],
    [0.004, '0'],
    [0, '0'],
  ])('of %f is written %s: a part of one is not none', (value, text) => {
    expect(requirementFigure(value, 'en')).toBe(text);
  });

  it('adds up above the reps: ten times two fifths of a contract are four, not none', () => {
    const shown = Array.from({ length: 10 }, () => shownAmount(0.4, 'count'));
    expect(
      requirementFigure(
        shown.reduce((sum, each) => sum + each),
        'en',
      ),
    ).toBe('4');
  });
});
