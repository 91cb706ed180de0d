import { boxOf } from './paint-bars.ts';
import type { Bar, Picture } from './picture.ts';
import { stroke, widthOf, write, type Stage } from './stage.ts';
import { paintFill } from './textures.ts';

/** Behind the longest bar, for its words. */
export const LYING_ROOM = 44;
const GAP = 6;
/** From the middle of a row to the foot of its words. */
const FOOT = 4;

/** Bars that lie, a row each: where the page is too narrow for them to stand beside each other. */
export function paintLying(stage: Stage, picture: Picture): void {
  picture.bars.forEach((bar, at) => {
    if (!bar) return;
    paintFill(stage, bar.fill, boxOf(stage, bar, at));
    if (bar.total && picture.axis.broken) paintBreak(stage, at);
    if (picture.bars[at + 1]) paintLevel(stage, bar, at);
  });
  picture.bars.forEach((bar, at) => bar && writeBar(stage, bar, at));
}

function paintBreak({ ctx, x, half, area, look }: Stage, at: number): void {
  const [top, bottom, left] = [x(at) - half - 3, x(at) + half + 3, area.left + 14];
  ctx.fillStyle = look.paper;
  ctx.beginPath();
  ctx.moveTo(left + 4, top);
  ctx.lineTo(left + 9, top);
  ctx.lineTo(left + 4, bottom);
  ctx.lineTo(left - 1, bottom);
  ctx.fill();
}

function paintLevel(stage: Stage, { to }: Bar, at: number): void {
  const { x, y, half, look } = stage;
  stroke(stage, look.ink('line-3'), [
    [y(to), x(at) + half],
    [y(to), x(at + 1) - half - 1],
  ]);
}

/** Behind the bar, else before it; a note only where it has room, too. */
function writeBar(stage: Stage, bar: Bar, at: number): void {
  const { x, y, area } = stage;
  const value = { text: bar.text, ink: 'ink', strong: true } as const;
  const note = { text: bar.note, ink: 'ink-3', strong: false } as const;
  const [left, right] = [y(Math.min(bar.from, bar.to)), y(Math.max(bar.from, bar.to))];
  const short = widthOf(stage, value);
  const long = bar.note ? short + GAP + widthOf(stage, note) : short;
  const room = { before: left - GAP - area.left, behind: area.right + LYING_ROOM - right - GAP };
  const side = (['behind', 'before'] as const).find((each) => room[each] >= long) ?? 'behind';
  const whole = room[side] >= long;
  const from = side === 'behind' ? right + GAP : left - GAP - long;
  const foot = x(at) + FOOT;
  write(stage, value, { x: from, y: foot, align: 'left' });
  if (whole && bar.note) write(stage, note, { x: from + short + GAP, y: foot, align: 'left' });
}
