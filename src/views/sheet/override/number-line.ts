export interface LineInput {
  readonly record: number;
  readonly low: number;
  readonly high: number;
  /** What is being typed, and what held before; NaN = none. */
  readonly value: number;
  readonly before: number;
}

export interface NumberLine {
  readonly record: number | null;
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly value: number | null;
  readonly before: number | null;
}

const AIR = 0.35;
const EDGE = 36;

/** Places on a line of a width; all numbers fit, with room for their labels at both ends. */
export function numberLine(input: LineInput, width: number): NumberLine {
  const { record, low, high, value, before } = input;
  const known = [record, low, high, value, before].filter((number) => Number.isFinite(number));
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const air = (most - least || Math.abs(most) * 0.1 || 1) * AIR;
  const from = Math.max(0, least - air);
  const scale = (width - 2 * EDGE) / (most + air - from);
  const place = (number: number): number | null =>
    Number.isFinite(number) ? Math.round((EDGE + (number - from) * scale) * 10) / 10 : null;
  const [start, end] = [place(low), place(high)];
  return {
    record: place(record),
    band: start !== null && end !== null ? { from: start, to: end } : null,
    value: place(value),
    before: place(before),
  };
}

/** Where a value stands against what the record supports; null = inside, or nothing to compare with. */
export function outOfBand(value: number, low: number, high: number): 'above' | 'below' | null {
  if (value > high) return 'above';
  return value < low ? 'below' : null;
}
