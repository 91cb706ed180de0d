import type { RatioEvidence, WhyAnswer } from '../../../model/planning.ts';
import { WHY } from '../../../sheets/reason.ts';

/** A line of the chain: a number that is needed, or what leads from it to the next one. */
export type ChainRow =
  | { readonly kind: 'node'; readonly key: string; readonly value: number; readonly input: boolean }
  | { readonly kind: 'won'; readonly value: number }
  | { readonly kind: 'other'; readonly value: number }
  | { readonly kind: 'confidence' }
  | { readonly kind: 'ratio'; readonly key: string; readonly ratio: RatioEvidence }
  | { readonly kind: 'days'; readonly days: number };

/**
 * From the goal down to the work of a day; from what is still to go, won comes off first, and from both what
 * other revenue brings. Where the quotas are to be
 * more than expected ones, or begin earlier, it is another money that the chain divides.
 */
export function chainRows(why: WhyAnswer, confidence: number | null = null): ChainRow[] {
  const { goal, won, other, toGo, aim, links, perDay, mode } = why;
  const input = goal.formula.op === 'value' && goal.formula.input;
  const rows: ChainRow[] = [{ kind: 'node', key: WHY.goal, value: goal.value, input }];
  if (mode === 'toGo') rows.push({ kind: 'won', value: won });
  if (other) rows.push({ kind: 'other', value: other.value });
  if (mode === 'toGo') rows.push({ kind: 'node', key: WHY.toGo, value: toGo.value, input: false });
  if (aim !== null) {
    if (confidence !== null) rows.push({ kind: 'confidence' });
    rows.push({ kind: 'node', key: WHY.aim, value: aim, input: false });
  }
  for (const { measure, value, ratio } of links) {
    rows.push({ kind: 'ratio', key: measure, ratio }, { kind: 'node', key: measure, value, input: false });
  }
  if (perDay) {
    rows.push({ kind: 'days', days: perDay.days });
    rows.push({ kind: 'node', key: WHY.perDay, value: perDay.value, input: false });
  }
  return rows;
}

/** Heights that the list and the drawing beside it share. */
export const ROW_HEIGHT = { node: 26, ratio: 47, won: 24, other: 24, confidence: 24, days: 24 } as const;

const NARROW = 8;
const WIDE = 36;
const BAR = 8;

export interface DrawnNode {
  readonly key: string;
  readonly y: number;
  readonly width: number;
}
export interface Drawing {
  readonly height: number;
  /** Top of the bar and its width; the work of a day has none. */
  readonly bars: readonly DrawnNode[];
  /** Polygons between neighbouring bars, for `points`; the column is 40 wide. */
  readonly bands: readonly string[];
  /** From the last bar to the work of a day. */
  readonly arrow: { readonly from: number; readonly to: number } | null;
}

/** A funnel upside down: the work at the foot is more than the result at the top. */
export function drawChain(rows: readonly ChainRow[]): Drawing {
  const nodes: { key: string; middle: number }[] = [];
  let top = 0;
  for (const row of rows) {
    const height = ROW_HEIGHT[row.kind];
    if (row.kind === 'node') nodes.push({ key: row.key, middle: top + height / 2 });
    top += height;
  }
  const drawn = nodes.filter(({ key }) => key !== WHY.perDay);
  const steps = Math.max(1, drawn.length - 1);
  const bars = drawn.map(({ key, middle }, at) => ({
    key,
    y: middle - BAR / 2,
    width: NARROW + ((WIDE - NARROW) * at) / steps,
  }));
  const bands = bars.slice(1).map((bar, at) => band(bars[at] as DrawnNode, bar));
  const [last, end] = [bars.at(-1), nodes.at(-1)];
  const arrow =
    last && end && drawn.length < nodes.length ? { from: last.y + BAR, to: end.middle - 4 } : null;
  return { height: top, bars, bands, arrow };
}

const band = (upper: DrawnNode, lower: DrawnNode): string => {
  const [a, b] = [upper.width / 2, lower.width / 2];
  const [top, foot] = [upper.y + BAR, lower.y];
  return `${20 - a},${top} ${20 + a},${top} ${20 + b},${foot} ${20 - b},${foot}`;
};
