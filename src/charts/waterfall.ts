import { barAxis, roundTicks } from './axis.ts';
import type { Bar, ChartTable, Fill, Picture } from './picture.ts';

/** From one total over its parts to another. */
export interface Waterfall {
  readonly start: Total;
  readonly parts: readonly WaterfallPart[];
  readonly end: Total;
  /** Names a run of parts together, by the keys of its ends. */
  readonly bracket: { readonly from: string; readonly to: string; readonly text: string } | null;
}

interface Total {
  readonly name: string;
  readonly value: number;
}

export interface WaterfallPart {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly fill: Fill;
  /** A few words below the amount; '' = none. */
  readonly note: string;
}

export interface WaterfallWords {
  readonly signed: (value: number) => string;
  readonly plain: (value: number) => string;
  readonly tick: (value: number) => string;
  /** Heads of the table: name, amount, what is reached with it, remark. */
  readonly head: readonly [string, string, string, string];
}

const TOTAL: Fill = { ink: 'ink-3', texture: 'solid' };
const TICKS = 4;

/** Bars float from where the last one ended; the parts end at the end total, or they were no parts of it. */
export function waterfall({ start, parts, end, bracket }: Waterfall, words: WaterfallWords): Picture {
  let reached = start.value;
  const steps = parts.map((part) => ({ ...part, from: reached, to: (reached += part.value) }));
  const axis = barAxis([start.value, end.value, ...steps.map(({ to }) => to)]);
  const placeOf = (key: string) => 1 + parts.findIndex((part) => part.key === key);
  return {
    labels: [start.name, ...parts.map(({ name }) => name), end.name],
    written: null,
    axis: {
      ...axis,
      ticks: roundTicks(axis.min, axis.max, TICKS).map((value) => ({ value, text: words.tick(value) })),
    },
    bars: [
      totalBar(start, axis, words),
      ...steps.map(({ from, to, value, fill, note }): Bar => ({
        ...{ from, to, fill, note, total: false },
        text: words.signed(value),
        side: value < 0 ? 'below' : 'above',
      })),
      totalBar(end, axis, words),
    ],
    lines: [],
    band: null,
    rule: null,
    bracket: bracket && { from: placeOf(bracket.from), to: placeOf(bracket.to), text: bracket.text },
    callouts: [],
    ends: [],
    says: [
      `${start.name} ${words.plain(start.value)}`,
      ...parts.map(({ name, value, note }) => [name, words.signed(value), note].filter(Boolean).join(' ')),
      `${end.name} ${words.plain(end.value)}`,
    ],
    table: tableOf(start, steps, end, words),
  };
}

const totalBar = ({ value }: Total, axis: Picture['axis'] | { min: number }, words: WaterfallWords): Bar => ({
  from: Math.max(0, axis.min),
  to: value,
  fill: TOTAL,
  text: words.plain(value),
  note: '',
  side: 'above',
  total: true,
});

function tableOf(
  start: Total,
  steps: readonly (WaterfallPart & { to: number })[],
  end: Total,
  { head, signed, plain }: WaterfallWords,
): ChartTable {
  return {
    head: [...head],
    rows: [
      [start.name, '', plain(start.value), ''],
      ...steps.map(({ name, value, to, note }) => [name, signed(value), plain(to), note]),
      [end.name, '', plain(end.value), ''],
    ],
  };
}
