/** What one rep's day is asked for, and what there is of it. */
export interface Workload {
  /** Minutes a working day that the requirement takes, admin included; NaN = no requirement. */
  readonly needed: number;
  readonly available: number;
  /** The work (first measure of the chain) a working day. */
  readonly work: number;
  /** The proven best of it; NaN = nothing is known. */
  readonly best: number;
}

/** Minutes a working day: Σ need a day × minutes per count, over what is counted, and the admin minutes. */
export const minutesNeeded = (
  perDay: readonly number[],
  minutes: readonly number[],
  adminMinutes: number,
): number => minutesOfNeeds((at) => perDay[at]!, minutes, adminMinutes);

/** The same, of needs that stand anywhere. */
export function minutesOfNeeds(
  perDay: (at: number) => number,
  minutes: readonly number[],
  adminMinutes: number,
): number {
  let needed = adminMinutes;
  // What takes no time may have no number.
  for (let at = 0; at < minutes.length; at++) if (minutes[at]! > 0) needed += minutes[at]! * perDay(at);
  return needed;
}

/** Needed over available minutes; without any working time everything is too much. */
export const shareOfTime = ({ needed, available }: Workload): number =>
  available > 0 ? needed / available : needed > 0 ? Infinity : NaN;

/** The work over the proven best; NaN where there is none. */
export const shareOfBest = ({ work, best }: Workload): number => (best > 0 ? work / best : NaN);

/** How hard it is to do: of the working time or of the proven best, whichever is more. Over 1 it is too much. */
export function strain(load: Workload): number {
  const [time, best] = [shareOfTime(load), shareOfBest(load)];
  return best > time ? best : time;
}

/** Half a per cent is not worth a word: over the limit is what is shown as more than 100 %. */
export const OVER = 1.005;
