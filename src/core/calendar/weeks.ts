/** Monday = 0 … Sunday = 6, of a day number (days since 1970-01-01, a Thursday). */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The Monday of the week that holds a day. */
export const mondayOf = (day: number): number => day - weekdayIndex(day);

/** ISO 8601 week number, 1 to 53: the week belongs to the year that holds its Thursday. */
export function isoWeek(day: number): number {
  const thursday = mondayOf(day) + 3;
  const year = new Date(thursday * 86_400_000).getUTCFullYear();
  return 1 + Math.floor((thursday - Date.UTC(year, 0, 1) / 86_400_000) / 7);
}

/** The parts of weeks within `length` days from `first`: offsets of their first and last days, both included. */
export function weekParts(first: number, length: number): { week: number; from: number; to: number }[] {
  const parts: { week: number; from: number; to: number }[] = [];
  for (let from = 0; from < length;) {
    const to = Math.min(length - 1, from + 6 - weekdayIndex(first + from));
    parts.push({ week: isoWeek(first + from), from, to });
    from = to + 1;
  }
  return parts;
}
