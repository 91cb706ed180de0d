import { describe, expect, it } from 'vitest';
import { bytesText } from '../../src/i18n/bytes.ts';
import { companyDays, numberWithin, settingsOf, write } from '../../src/views/settings/settings.ts';

describe('plan settings', () => {
  it('what is blank has its default', () => {
    expect(settingsOf({ name: 'Q4' })).toMatchObject({ name: 'Q4', country: 'CN', activityHalfLife: 3 });
  });

  it('numbers outside their bounds are refused', () => {
    expect(numberWithin('180', 1, 7200)).toBe(180);
    expect(numberWithin('0', 1, 7200)).toBeNull();
    expect(numberWithin('soon', 1, 7200)).toBeNull();
  });

  it('a record that exists is edited, one that does not is created', () => {
    const there = (id: string) => (id === 'season/01' ? { weight: 1 } : undefined);
    expect(write(there, 'season/01', { weight: 2 })).toEqual([
      { id: 'season/01', field: 'weight', value: 2 },
    ]);
    expect(write(there, 'season/02', { weight: 2 })).toEqual([
      { create: 'season/02', values: { weight: 2 } },
    ]);
  });

  it('company days stand in the order of the calendar', () => {
    const days = companyDays([
      ['dayOff/2026-12-31', { weight: 0.5, name: '' }],
      ['dayOff/2026-11-03', { weight: 0, name: 'Outing' }],
    ]);
    expect(days.map(({ day }) => day)).toEqual(['2026-11-03', '2026-12-31']);
  });

  it('storage is told in units of a thousand', () => {
    expect(bytesText(18_400_000, 'en')).toBe('18.4 MB');
    expect(bytesText(0, 'en')).toBe('0 B');
  });
});
