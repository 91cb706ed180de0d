const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes after midnight as a clock shows them: 09:30. */
export const timeText = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** A time as people write it, in minutes after midnight: 9:30, 0930, 18:00; 24:00 ends a day. null = none. */
export function readTime(text: string): number | null {
  const match = /^(\d{1,2})[:：.]?(\d{2})?$/.exec(text.trim());
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minute <= 1440 ? minute : null;
}
