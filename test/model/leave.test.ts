import { expect, it } from 'vitest';
import { withLeaveDay } from '../../src/model/leave.ts';

const week = { from: '2026-11-16', to: '2026-11-20', part: 1 };
const half = { from: '2026-11-24', to: '2026-11-24', part: 0.5, half: 'morning' } as const;

it('one day of leave goes in by its date', () => {
  const day = { from: '2026-11-23', to: '2026-11-23', part: 1 };
  expect(withLeaveDay([week, half], '2026-11-23')).toEqual([week, day, half]);
  expect(withLeaveDay([], '2026-11-23')).toEqual([day]);
});

it('a day that lies in a leave changes nothing', () => {
  for (const day of ['2026-11-16', '2026-11-18', '2026-11-20', '2026-11-24'])
    expect(withLeaveDay([week, half], day)).toEqual([week, half]);
});
