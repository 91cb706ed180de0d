import { describe, expect, it } from 'vitest';
import {
  anchorFor,
  companySpans,
  daysBetween,
  periodOf,
  saturdayOf,
  worksSaturday,
} from '../../src/views/settings/settings.ts';

describe('years and quarters', () => {
  it('are counted from the first month of the year', () => {
    expect(periodOf('2026-11', 1, 12)).toEqual({ from: '2026-01', to: '2026-12' });
    expect(periodOf('2026-11', 4, 12)).toEqual({ from: '2026-04', to: '2027-03' });
    expect(periodOf('2026-03', 4, 12)).toEqual({ from: '2025-04', to: '2026-03' });
    expect(periodOf('2026-01', 2, 3)).toEqual({ from: '2025-11', to: '2026-01' });
  });
});

describe('alternating Saturdays', () => {
  it('are asked about the Saturday of this week', () => {
    expect(saturdayOf('2026-11-20')).toBe('2026-11-21');
    expect(saturdayOf('2026-11-22')).toBe('2026-11-21');
    expect(saturdayOf('2026-11-23')).toBe('2026-11-28');
  });

  it.each([true, false])('an answer of %s is kept by the anchor week', (works) => {
    const anchor = anchorFor('2026-11-20', works);
    expect(worksSaturday(anchor, '2026-11-20')).toBe(works);
    expect(worksSaturday(anchor, '2026-11-27')).toBe(!works);
    expect(worksSaturday(anchor, '2026-12-04')).toBe(works);
  });
});

describe('company days', () => {
  const day = (on: string, weight = 0, name = '') => ({ day: on, weight, name });

  it('that follow each other alike are one line', () => {
    const spans = companySpans([
      day('2026-11-30'),
      day('2026-12-01'),
      day('2026-12-02', 0.5),
      day('2026-12-04'),
    ]);
    expect(spans.map((span) => [span.day, span.until])).toEqual([
      ['2026-11-30', '2026-12-01'],
      ['2026-12-02', '2026-12-02'],
      ['2026-12-04', '2026-12-04'],
    ]);
  });

  it('of a span are all of its days, of one the wrong way round none', () => {
    expect(daysBetween('2026-12-31', '2027-01-01')).toEqual(['2026-12-31', '2027-01-01']);
    expect(daysBetween('2026-12-31', '2026-12-30')).toEqual([]);
  });
});
