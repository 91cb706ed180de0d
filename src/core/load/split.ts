import { atOneGo, type InSteps } from '../in-steps.ts';

/** What a rep's strain is for a goal of so many units: it never falls with the goal. */
export type StrainOf = (units: number) => number;

/** Levels are found to this share of themselves. */
const CLOSE = 1e-9;
const MOST_TURNS = 80;

/**
 * Shares whole units out anew so that the highest strain is as low as it can be; nobody gets less than nothing, and the
 * parts add up to what they did. The level is found between those that are too low to hold all units and those that
 * are not; as it is narrowed, so is each part, so that the last turns cost next to nothing. Where strains leave a choice
 * the parts stay close to the present ones.
 */
export const leastStrainSplit = (strains: readonly StrainOf[], present: Float64Array): Float64Array =>
  atOneGo(leastStrainSplitInSteps(strains, present));

/** The same, a turn at each step. */
export function* leastStrainSplitInSteps(
  strains: readonly StrainOf[],
  present: Float64Array,
): InSteps<Float64Array> {
  const total = sum(present);
  const under = (level: number, from: Float64Array, to: Float64Array): Float64Array =>
    from.map((least, at) => greatest(strains[at]!, level, least, to[at]!));
  let low: Float64Array = new Float64Array(present.length);
  let [floor, ceiling] = [0, highestOf(strains, present)];
  let high = under(
    ceiling,
    low,
    low.map(() => total),
  );
  // Whoever has no time at all has to give up what he has; how hard that is for the others is found by doubling.
  for (let turn = 0; turn < MOST_TURNS && sum(high) < total; turn++) {
    yield 0;
    ceiling *= 2;
    high = under(
      ceiling,
      high,
      high.map(() => total),
    );
  }
  if (sum(high) < total) return present;
  for (let turn = 0; turn < MOST_TURNS && ceiling - floor > CLOSE * ceiling; turn++) {
    yield turn / MOST_TURNS;
    const level = (floor + ceiling) / 2;
    const parts = under(level, low, high);
    if (sum(parts) < total) [low, floor] = [parts, level];
    else [high, ceiling] = [parts, level];
  }
  return between(low, high, present);
}

/** Strain below this is as good as none. */
const LEAST = 1e-3;

/** Among those who can do what they have at all. */
function highestOf(strains: readonly StrainOf[], present: Float64Array): number {
  const known = Array.from(present, (part, at) => strains[at]!(part)).filter(Number.isFinite);
  return Math.max(LEAST, ...known);
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** From the low parts up, first to the present ones and then to the high ones, until the total is there. */
function between(low: Float64Array, high: Float64Array, present: Float64Array): Float64Array {
  const parts = low.slice();
  let left = sum(present) - sum(low);
  for (const aims of [present, high])
    parts.forEach((part, at) => {
      const more = Math.min(left, Math.max(0, Math.min(aims[at]!, high[at]!) - part));
      parts[at] = part + more;
      left -= more;
    });
  return parts;
}

/** The greatest whole number between two with no more strain than a level; the lower one where there is none. */
function greatest(strain: StrainOf, level: number, from: number, to: number): number {
  let [low, high] = [from, to];
  if (low === high) return low;
  if (strain(high) <= level) return high;
  let [below, above] = [strain(low), strain(high)];
  if (below > level) return low;
  for (let turn = 0; high - low > 1; turn++) {
    // Strains are nearly straight, so the place by the line is close. Every third turn halves, whatever the shape is.
    const straight = low + ((level - below) / (above - below)) * (high - low);
    const guess = turn % 3 < 2 && straight > low ? Math.floor(straight) : low + Math.floor((high - low) / 2);
    const middle = Math.min(high - 1, Math.max(low + 1, guess));
    const at = strain(middle);
    if (at <= level) [low, below] = [middle, at];
    else [high, above] = [middle, at];
  }
  return low;
}
