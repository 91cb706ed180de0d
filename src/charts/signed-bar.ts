import type { Fill } from './picture.ts';

export interface SignedPart {
  readonly value: number;
  readonly fill: Fill;
}

/** One bar of parts to both sides of nothing: what takes away goes left, what adds goes right. */
export interface DrawnBar {
  readonly boxes: readonly { readonly x: number; readonly width: number; readonly fill: Fill }[];
  readonly zero: number;
  readonly net: number;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
/** Room for the mark of the net at either end. */
const EDGE = 2;

export function signedBar(
  parts: readonly SignedPart[],
  net: number,
  { low, high }: { readonly low: number; readonly high: number },
  width: number,
): DrawnBar {
  const scale = (width - 2 * EDGE) / (high - low || 1);
  const x = (value: number): number => tenth(EDGE + (value - low) * scale);
  let [left, right] = [0, 0];
  const boxes = parts
    .filter(({ value }) => value !== 0)
    .map(({ value, fill }) => {
      const from = value < 0 ? (left += value) : right;
      if (value > 0) right += value;
      return { x: x(from), width: tenth(Math.abs(value) * scale), fill };
    });
  return { boxes, zero: x(0), net: x(net) };
}

/** The ends that bars beside each other share: the longest to either side, and nothing between them. */
export function sharedSpan(bars: readonly (readonly SignedPart[])[]): { low: number; high: number } {
  const sums = (sign: number): number[] =>
    bars.map((parts) => parts.reduce((sum, { value }) => sum + (sign * value > 0 ? value : 0), 0));
  return { low: Math.min(0, ...sums(-1)), high: Math.max(0, ...sums(1)) };
}
