import type { Bar, Picture } from './picture.ts';
import { LINE_HEIGHT, stroke, widthOf, write, type Stage } from './stage.ts';
import { paintFill, type Box } from './textures.ts';

/** A part of nothing is still seen. */
const LEAST_HEIGHT = 2;
const GAP = 5;

/** Bars with their texture, the lines from each to the next, and what is written at them. */
export function paintBars(stage: Stage, picture: Picture): void {
  picture.bars.forEach((bar, at) => {
    if (!bar) return;
    paintFill(stage, bar.fill, boxOf(stage, bar, at));
    if (bar.total && picture.axis.broken) paintBreak(stage, at);
    const next = picture.bars[at + 1];
    if (next) paintLevel(stage, bar, at);
  });
  picture.bars.forEach((bar, at) => bar && writeBar(stage, bar, at));
}

export function boxOf({ lying, x, y, half }: Stage, { from, to }: Bar, at: number): Box {
  const across = { start: Math.round(x(at) - half), length: Math.round(2 * half) };
  if (lying) {
    const [left, right] = [y(Math.min(from, to)), y(Math.max(from, to))];
    const width = Math.round(Math.max(LEAST_HEIGHT, right - left));
    return { left: Math.round(left), top: across.start, width, height: across.length };
  }
  const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))];
  const height = Math.max(LEAST_HEIGHT, bottom - top);
  return { left: across.start, top: Math.round(top), width: across.length, height: Math.round(height) };
}

/** The axis does not begin at 0: a slanted gap through what stands on it. */
function paintBreak({ ctx, x, half, area, look }: Stage, at: number): void {
  const [left, right, y] = [x(at) - half - 3, x(at) + half + 3, area.bottom - 16];
  ctx.fillStyle = look.paper;
  ctx.beginPath();
  ctx.moveTo(left, y + 3);
  ctx.lineTo(right, y - 3);
  ctx.lineTo(right, y + 2);
  ctx.lineTo(left, y + 8);
  ctx.fill();
}

function paintLevel(stage: Stage, { to }: Bar, at: number): void {
  const { x, y, half, look } = stage;
  const level = y(to);
  stroke(stage, look.ink('line-3'), [
    [x(at) + half, level],
    [x(at + 1) - half - 1, level],
  ]);
}

function goesBelow(
  { side }: Bar,
  height: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  area: Stage['area'],
): boolean {
  const roomBelow = bottom + GAP + height <= area.bottom;
  return side === 'below' ? roomBelow : top - GAP - height < area.top - LINE_HEIGHT && roomBelow;
}

/** Under or over the bar; where there is no room, on its other side. Words wider than their place are left out. */
function writeBar(stage: Stage, bar: Bar, at: number): void {
  const { x, y, area, slot } = stage;
  const note = { text: bar.note, ink: 'ink-3', strong: false } as const;
  const hasNote = bar.note !== '' && widthOf(stage, note) <= slot * 1.04;
  const height = LINE_HEIGHT * (hasNote ? 2 : 1);
  const [top, bottom] = [y(Math.max(bar.from, bar.to)), y(Math.min(bar.from, bar.to))];
  const below = goesBelow(bar, height, { top, bottom }, area);
  const size = widthOf(stage, { text: bar.text, ink: 'ink', strong: true, size: 13 }) <= slot ? 13 : 11;
  const value = { text: bar.text, ink: 'ink', strong: true, size } as const;
  const place = (baseline: number) => ({ x: x(at), y: baseline, align: 'center' as const });
  const first = below ? bottom + GAP + 11 : top - GAP - 2;
  write(stage, value, place(first));
  if (hasNote) write(stage, note, place(below ? first + LINE_HEIGHT : first - LINE_HEIGHT));
}

const BRACKET = 4;

/** One line under several labels, with what they are together. */
export function paintBracket(
  stage: Stage,
  { from, to, text }: NonNullable<Picture['bracket']>,
  y: number,
): void {
  const { x, half, look } = stage;
  const [left, right] = [x(from) - half, x(to) + half];
  stroke(stage, look.ink('line-3'), [
    [left, y],
    [left, y + BRACKET],
    [right, y + BRACKET],
    [right, y],
  ]);
  const middle = { x: (left + right) / 2, y: y + BRACKET + LINE_HEIGHT - 2, align: 'center' as const };
  write(stage, { text, ink: 'ink-2', strong: false }, middle);
}
