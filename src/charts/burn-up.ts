import { roundTicks } from './axis.ts';
import type { Callout, Line, Picture, TextPart } from './picture.ts';

/** Money (or counts) as they add up over the days of a period, against the plan. One entry per day in each column. */
export interface BurnUp {
  readonly days: readonly string[];
  /** Days whose label is written, such as Mondays. */
  readonly written: readonly number[];
  /** The last day with a result; -1 = none yet, the last one = the period is over. */
  readonly today: number;
  readonly actual: readonly number[];
  readonly plan: readonly number[];
  /** From `today` on; empty = nothing is foretold. */
  readonly forecast: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface BurnUpWords {
  readonly money: (value: number) => string;
  readonly tick: (value: number) => string;
  readonly today: string;
  /** What stands at a day by the plan, and how far the result is from it. */
  readonly due: (value: string) => string;
  readonly behind: (by: number) => string;
  readonly goal: (value: string) => string;
  readonly expected: (value: string) => string;
  readonly upper: (value: string) => string;
  readonly lower: (value: string) => string;
  /** Heads of the table: day, actual, plan, forecast, from, to. */
  readonly head: readonly [string, string, string, string, string, string];
}

const TICKS = 4;
const AIR = 0.12;

export function burnUp(given: BurnUp, words: BurnUpWords): Picture {
  const { days, today, actual, plan, forecast, low, high } = given;
  const at = (column: readonly number[], day: number): number | null => {
    const value = column[day];
    return value !== undefined && Number.isFinite(value) ? value : null;
  };
  const ahead = (column: readonly number[], day: number) =>
    day < today ? null : at(column, day - Math.max(0, today));
  const column = (of: (day: number) => number | null) => days.map((_, day) => of(day));
  const done = column((day) => (day <= today ? at(actual, day) : null));
  const foretold = column((day) => ahead(forecast, day));
  const band = days.map((_, day) => {
    const [least, most] = [ahead(low, day), ahead(high, day)];
    return least === null || most === null ? null : { low: least, high: most };
  });
  const planned = column((day) => at(plan, day));
  const drawn = [
    ...done,
    ...planned,
    ...foretold,
    ...band.flatMap((ends) => (ends ? [ends.low, ends.high] : [])),
  ];
  const known = drawn.filter((value) => value !== null);
  const [min, top] = [Math.min(0, ...known), Math.max(0, ...known) || 1];
  const max = top + (top - min) * AIR;
  const line = (values: Line['values'], ink: Line['ink'], dash: Line['dash']): Line => ({
    ...{ values, ink, dash, dots: false },
  });
  const cell = (value: number | null | undefined) => (value == null ? '' : words.money(value));
  const rows = days.map((day, place) => [
    ...[day, cell(done[place]), cell(planned[place]), cell(foretold[place])],
    ...[cell(band[place]?.low), cell(band[place]?.high)],
  ]);
  return {
    labels: days,
    written: given.written,
    axis: {
      ...{ min, max, broken: false },
      ticks: roundTicks(min, max, TICKS).map((value) => ({ value, text: words.tick(value) })),
    },
    bars: [],
    lines: [line(planned, 'ink-3', 'dashed'), line(foretold, 'd-1', 'dotted'), line(done, 'd-1', 'solid')],
    band: band.some((ends) => ends !== null) ? band : null,
    rule: today >= 0 && today < days.length - 1 ? { at: today, text: words.today } : null,
    bracket: null,
    callouts: calloutsOf(today, done, planned, words),
    ends: endsOf(planned.at(-1), foretold.at(-1), band.at(-1), words),
    says: rows.map((row) =>
      row
        .map((text, place) => (text ? `${words.head[place]} ${text}` : ''))
        .filter(Boolean)
        .join(' · '),
    ),
    table: { head: [...words.head], rows },
  };
}

function calloutsOf(
  today: number,
  done: readonly (number | null)[],
  planned: readonly (number | null)[],
  words: BurnUpWords,
): Callout[] {
  const [came, due] = [done[today] ?? null, planned[today] ?? null];
  if (came === null) return [];
  const gap = due === null ? '' : words.behind(came - due);
  const amount: TextPart = { text: words.money(came), ink: 'ink', strong: true };
  const away: TextPart = { text: gap, ink: due !== null && came < due ? 'amber' : 'ink-2', strong: false };
  const below = due === null || came <= due;
  const own: Callout = {
    at: today,
    value: came,
    parts: gap ? [amount, away] : [amount],
    side: below ? 'behind' : 'before',
  };
  if (due === null) return [own];
  const text = words.due(words.money(due));
  return [
    own,
    {
      at: today,
      value: due,
      parts: [{ text, ink: 'ink-3', strong: false }],
      side: below ? 'before' : 'behind',
    },
  ];
}

function endsOf(
  goal: number | null | undefined,
  expected: number | null | undefined,
  band: { readonly low: number; readonly high: number } | null | undefined,
  { money, ...words }: BurnUpWords,
): Picture['ends'] {
  const end = (
    value: number | null | undefined,
    text: (of: string) => string,
    ink: TextPart['ink'],
    strong = false,
  ) => (value == null ? [] : [{ value, text: text(money(value)), ink, strong }]);
  return [
    ...end(band?.high, words.upper, 'ink-3'),
    ...end(goal, words.goal, 'ink', true),
    ...end(expected, words.expected, 'd-1', true),
    ...end(band?.low, words.lower, 'ink-3'),
  ];
}
