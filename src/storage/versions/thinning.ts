import type { VersionInfo } from './version.ts';

const DAY_MS = 86_400_000;
/** All are kept for so long, */
const ALL_MS = 2 * DAY_MS;
/** then one a day for so long, then one a week. */
const DAILY_MS = 30 * DAY_MS;

/** The calendar day of a time on this device, as days since 1970. */
function dayNumber(at: number): number {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
}

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
const weekNumber = (at: number): number => Math.floor((dayNumber(at) + 3) / 7);

function spanOf(at: number, now: number): string | null {
  const age = now - at;
  if (age < ALL_MS) return null;
  return age < DAILY_MS ? `day ${dayNumber(at)}` : `week ${weekNumber(at)}`;
}

type Dated = Pick<VersionInfo, 'id' | 'at' | 'seq' | 'name'>;

/**
 * The ids of automatic versions that have had their time. Of each day, and later of each week, the first stays: how the
 * plan was when the day began. Named ones stay for good.
 */
export function outdated(versions: readonly Dated[], now: number): string[] {
  const kept = new Set<string>();
  const oldestFirst = [...versions].sort((a, b) => a.at - b.at || a.seq - b.seq || (a.id < b.id ? -1 : 1));
  return oldestFirst.flatMap(({ id, at, name }) => {
    const span = name === undefined ? spanOf(at, now) : null;
    if (span === null) return [];
    if (kept.has(span)) return [id];
    kept.add(span);
    return [];
  });
}
