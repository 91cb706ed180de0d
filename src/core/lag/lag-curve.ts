import { normalCdf, probit } from '../stats/probit.ts';

/** How long a step takes, in working days: half of what comes has come by the median, nine in ten by `ninety`. */
export interface StepLag {
  readonly median: number;
  readonly ninety: number;
}

/** Cumulative share that has landed within k working days, index k = 0, 1, …; 1 from the end on. */
export type LagCurve = Float64Array;

/** No curve looks farther than about two years of working days; what is later lands on the last day. */
const LONGEST = 520;
/** The tail of a curve that is left out. */
const TAIL = 1e-6;
const AT_NINETY = probit(0.9);

/** Everything lands on its own day. */
export const NO_LAG: LagCurve = Float64Array.of(1);

/** The curve of one step, log-normal between its two quantiles (METHODS 6); a median of 0 is no lag. */
export function stepCurve({ median, ninety }: StepLag): LagCurve {
  if (!(median > 0)) return NO_LAG;
  const sigma = Math.log(Math.max(median, ninety) / median) / AT_NINETY;
  return curveOf((days) => (sigma > 0 ? normalCdf(Math.log(days / median) / sigma) : days >= median ? 1 : 0));
}

/** A lag of x working days lands on the nearest one. */
function curveOf(landedWithin: (days: number) => number): LagCurve {
  const landed: number[] = [];
  for (let day = 0; day < LONGEST; day++) {
    const share = landedWithin(day + 0.5);
    if (share > 1 - TAIL) break;
    landed.push(share);
  }
  landed.push(1);
  return Float64Array.from(landed);
}

/** One lag after another: the curve of their sum. */
export function convolved(first: LagCurve, second: LagCurve): LagCurve {
  if (first.length === 1) return second;
  if (second.length === 1) return first;
  const whole = new Float64Array(first.length + second.length - 1);
  for (let a = 0; a < first.length; a++) {
    const share = first[a]! - (first[a - 1] ?? 0);
    for (let at = a; at < whole.length; at++) whole[at]! += share * landedAfter(second, at - a);
  }
  return shortened(whole);
}

function shortened(curve: Float64Array): LagCurve {
  const enough = curve.findIndex((landed) => landed > 1 - TAIL);
  const length = Math.min(enough < 0 ? curve.length : enough + 1, LONGEST);
  const short = curve.slice(0, length);
  short[length - 1] = 1;
  return short;
}

/** Share that has landed after so many working days (0.5 = half a day, read between the days); 0 before the start. */
export function landedAfter(curve: LagCurve, days: number): number {
  if (days < 0) return 0;
  const whole = Math.floor(days);
  if (whole >= curve.length - 1) return 1;
  const part = days - whole;
  return curve[whole]! * (1 - part) + curve[whole + 1]! * part;
}

/** Working days until this share (0..1) has landed: the lag's quantile. */
export const daysUntil = (curve: LagCurve, share: number): number =>
  Math.max(
    0,
    curve.findIndex((landed) => landed >= share),
  );
