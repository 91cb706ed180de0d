const STEPS = [1, 2, 2.5, 5, 10];
/** So many more are still about as many. */
const SLACK = 1.25;

/** Round values within these ends, about `count` of them. */
export function roundTicks(min: number, max: number, count: number): number[] {
  const span = max - min;
  if (!(span > 0)) return [];
  const rough = span / (count * SLACK);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((each) => each * power >= rough * (1 - 1e-9)) ?? 10);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * step || 0);
}

/** Ends of an axis that bars stand on. */
export interface BarAxis {
  readonly min: number;
  readonly max: number;
  /** Starts above 0, so that small parts of large totals can be seen. */
  readonly broken: boolean;
}

const AIR = 0.16;
/** Below this share of the largest total, parts would be slivers on an axis from 0. */
const SLIVER = 0.4;

/** Everything that is drawn, with air for the words, from 0 unless the parts would be slivers. */
export function barAxis(levels: readonly number[]): BarAxis {
  const low = Math.min(0, ...levels);
  const high = Math.max(0, ...levels);
  const least = Math.min(...levels);
  const most = Math.max(...levels);
  const broken = least > 0 && most - least < SLIVER * most;
  const from = broken ? least : low;
  const span = high - from || 1;
  // A broken axis leaves room below the lowest part for the break mark and for words.
  const min = broken ? Math.max(0, from - span * 2.5 * AIR) : low < 0 ? low - span * AIR : 0;
  return { min, max: high + span * AIR, broken: broken && min > 0 };
}
