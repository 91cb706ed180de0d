import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../../../src/files/import/goals/period.ts';

const CALENDAR = { firstMonth: 1, asOf: '2026-11-20' };
const FISCAL = { firstMonth: 4, asOf: '2026-11-20' };
const shown = (text: string, hints: Parameters<typeof readPeriod>[1] = CALENDAR): string | null => {
  const span = readPeriod(text, hints);
  return span && (span.from === span.to ? span.from : `${span.from}..${span.to}`);
};

describe('the head of a column of goals', () => {
  it.each([
    ...[
      '2026-11',
      '2026年11月',
      'Nov 2026',
      'November 2026',
      '11/2026',
      '202611',
      '2026/11/1',
      'Nov-26',
      '11月',
      'Nov',
    ],
    ...['11月目标', '2026年11月目标（元）', 'Nov 2026 goal', '目标 11月', '2026-11 任务(万元)', '2026-11-01'],
  ])('%s is November 2026', (text) => {
    expect(shown(text)).toBe('2026-11');
  });

  it.each([
    ...[
      'Q4 2026',
      '2026 Q4',
      '2026Q4',
      '2026-Q4',
      "Q4'26",
      'Q4',
      '4Q 2026',
      'Q4 FY2026',
      '2026年第4季度',
      '2026 第 4 季度',
    ],
    ...[
      '第四季度',
      '四季度合计',
      '4季度',
      'Q4 2026 total',
      '4th quarter 2026',
      'Quarter 4 2026',
      '2026年四季度目标',
    ],
    ...[
      '2026-10–2026-12',
      '2026-10 to 2026-12',
      'Oct–Dec 2026',
      '10-12月',
      '2026年10-12月',
      '2026年10月至2026年12月',
    ],
  ])('%s is the last quarter of 2026', (text) => {
    expect(shown(text)).toBe('2026-10..2026-12');
  });

  it.each([
    '2026',
    '2026年',
    '2026年度',
    'FY2026',
    'FY26',
    '全年',
    '全年合计',
    '年度目标',
    'Full year',
    '2026 年合计',
  ])('%s is the year 2026', (text) => {
    expect(shown(text)).toBe('2026-01..2026-12');
  });

  it('is half a year', () => {
    expect(shown('2026上半年')).toBe('2026-01..2026-06');
    expect(shown('H2 2026')).toBe('2026-07..2026-12');
  });

  it.each([
    '合计',
    'Total',
    '姓名',
    'Team',
    '目标',
    '12',
    '30000',
    '20264',
    '5.5',
    '完成率',
    'Segment',
    '1–6',
    '',
  ])('%s says no period', (text) => {
    expect(shown(text)).toBeNull();
  });

  it('without a year is of the planning year of today, or of the year that stands above', () => {
    expect(shown('2月', FISCAL)).toBe('2027-02');
    expect(shown('Q4', FISCAL)).toBe('2027-01..2027-03');
    expect(shown('全年', FISCAL)).toBe('2026-04..2027-03');
    expect(shown('2月', { ...CALENDAR, year: 2027 })).toBe('2027-02');
  });

  it('goes by its months where it says them', () => {
    expect(shown('Q4 2027 (2027-01–2027-03)', FISCAL)).toBe('2027-01..2027-03');
  });
});
