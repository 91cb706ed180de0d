import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/model/diff.ts';
import { recordId } from '../../src/model/ids.ts';
import type { Values } from '../../src/model/json.ts';
import type { MonthSpan } from '../../src/model/time.ts';
import { settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const YEAR = { from: '2026-01', to: '2026-12' };
const only = (month: string): MonthSpan => ({ from: month, to: month });
const dayOff = (day: string, weight: number): RecordEntry => [recordId.dayOff(day), { weight, name: '' }];
const season = (month: number, weight: number): RecordEntry => [recordId.season(month), { weight }];

describe.each(planners)('the calendar of a plan $name', ({ create }) => {
  async function calendar(values: Values, span: MonthSpan, ...more: RecordEntry[]) {
    const planner = create();
    await planner.load([settings(values), unit('r', 'rep', null, { pattern: 'six' }), ...more], '2026-11-20');
    return planner.read({ kind: 'planMonths', span });
  }
  const daysOf = async (values: Values, month: string, ...more: RecordEntry[]) =>
    (await calendar(values, only(month), ...more)).workingDays[0];

  it('has the working days of 2026 as the State Council published them', async () => {
    // Counted by hand from its notice: six make-up days, thirteen weekdays off in seven holidays.
    const { workingDays } = await calendar({}, YEAR);
    expect(workingDays).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  });

  it('is provisional where a year is not published', async () => {
    const { provisional } = await calendar({}, { from: '2026-12', to: '2027-01' });
    expect(provisional).toEqual([false, true]);
  });

  it('runs from the day after the cut-off to the cut-off', async () => {
    const { first, last, workingDays } = await calendar({ cutoffDay: 25 }, only('2026-11'));
    expect([first, last, workingDays]).toEqual([['2026-10-26'], ['2026-11-25'], [23]]);
  });

  it('alternates Saturdays around the anchor week', async () => {
    // Saturdays of January: 3, 10, 17, 24, 31; a working 17th means 3 (a holiday), 17 and 31.
    const days = (anchorWeek: string) => daysOf({ pattern: 'alternating', anchorWeek }, '2026-01');
    expect([await days('2026-01-12'), await days('2026-01-19')]).toEqual([23, 23]);
    expect(await daysOf({ pattern: 'alternating', anchorWeek: '2026-02-02' }, '2026-02')).toBe(17);
    expect(await daysOf({ pattern: 'six' }, '2026-11')).toBe(25);
  });

  it('takes company days over the state’s and the pattern’s', async () => {
    const off = [dayOff('2026-11-26', 0), dayOff('2026-11-27', 0)];
    expect(await daysOf({}, '2026-11', ...off)).toBe(19);
    expect(await daysOf({}, '2026-11', ...off, dayOff('2026-11-28', 1))).toBe(20);
    expect(await daysOf({}, '2026-11', dayOff('2026-11-30', 0.5))).toBe(20.5);
    expect(await daysOf({}, '2026-10', dayOff('2026-10-02', 1))).toBe(19);
  });

  it('knows the holidays of a German state beside those of the country', async () => {
    // March 2027: 23 weekdays less Good Friday and Easter Monday; the 8th is a holiday in Berlin alone.
    const march = (country: string) => daysOf({ country }, '2027-03');
    expect(await Promise.all(['DE', 'DE-BE', 'DE-BY'].map(march))).toEqual([21, 20, 21]);
    // November 2027 begins with All Saints' Day, a Monday and a holiday in Bavaria.
    const november = (country: string) => daysOf({ country }, '2027-11');
    expect(await Promise.all(['DE', 'DE-BE', 'DE-BY'].map(november))).toEqual([22, 22, 21]);
  });

  it('counts a blank season weight as 1', async () => {
    const { seasonShare } = await calendar({}, YEAR, season(11, 1.2));
    expect(seasonShare[10]).toBeCloseTo(1.2 / 12.2, 12);
    expect(seasonShare[0]).toBeCloseTo(1 / 12.2, 12);
    const quarter = await calendar({}, { from: '2026-10', to: '2026-12' }, season(11, 0), season(12, 3));
    expect(quarter.seasonShare).toEqual([0.25, 0, 0.75]);
  });

  it('splits evenly where every weight is 0', async () => {
    const { seasonShare } = await calendar(
      {},
      { from: '2026-10', to: '2026-11' },
      season(10, 0),
      season(11, 0),
    );
    expect(seasonShare).toEqual([0.5, 0.5]);
  });
});
