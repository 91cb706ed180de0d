import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage } from '../../src/i18n/i18n.svelte.ts';
import { dailyText } from '../../src/views/phone/number-words.ts';
import { averageFigure } from '../../src/sheets/figures.ts';
import { shownPerDay } from '../../src/model/shown.ts';

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
