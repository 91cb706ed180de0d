import type { Leave } from './records/unit.ts';
import type { Settings } from './records/settings.ts';
import type { Day } from './time.ts';

/** The working hours of a day, in minutes after midnight; a break of no length is none. */
export interface WorkHours {
  readonly start: number;
  readonly end: number;
  readonly breakStart: number;
  readonly breakEnd: number;
}

const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value));

/** The plan's hours, of which half a day away leaves the other half. */
export function hoursOf(
  settings: Pick<Settings, 'dayStart' | 'dayEnd' | 'breakStart' | 'breakEnd'>,
  away: 'morning' | 'afternoon' | null = null,
): WorkHours {
  const { dayStart: start, dayEnd: end, breakStart, breakEnd } = settings;
  const hours = { start, end, breakStart, breakEnd };
  const noon = breakEnd > breakStart ? breakStart : (start + end) / 2;
  if (away === 'morning') return { ...hours, start: between(start, Math.max(noon, breakEnd), end) };
  return away === 'afternoon' ? { ...hours, end: between(start, noon, end) } : hours;
}

/** Which half of a day somebody is away, where that was said. */
export function halfAway(leave: readonly Leave[], day: Day): 'morning' | 'afternoon' | null {
  const found = leave.find(({ from, to, part }) => from <= day && day <= to && part < 1);
  return found && 'half' in found ? found.half : null;
}

/** Minutes of work between the day's start and a minute after midnight, the break taken out. */
function workedBy(minute: number, { start, end, breakStart, breakEnd }: WorkHours): number {
  const now = between(start, minute, end);
  const pause = between(breakStart, now, breakEnd) - between(breakStart, start, breakEnd);
  return now - start - (breakEnd > breakStart ? pause : 0);
}

/** Minutes of a whole day's work. */
export const workMinutes = (hours: WorkHours): number => Math.max(0, workedBy(hours.end, hours));

/** The share 0..1 of a working day that is over at a minute after midnight. */
export function shareOfDay(minute: number, hours: WorkHours): number {
  const whole = workMinutes(hours);
  if (whole <= 0) return minute >= hours.end ? 1 : 0;
  return workedBy(minute, hours) / whole;
}

/** What of today's quota is due by a minute after midnight, in whole counts; NaN without a quota. */
export const dueByNow = (quota: number, share: number): number =>
  Number.isFinite(quota) ? Math.round(quota * share) : NaN;
