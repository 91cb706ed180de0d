import { boxOf } from './paint-bars.ts';
import type { Bar, Picture } from './picture.ts';
import { stroke, widthOf, write, type Stage } from './stage.ts';
import { paintFill } from './textures.ts';

const LEAST_ROOM = 44;
const GAP = 6;
/** From the middle of a row to the foot of its words. */
const FOOT = 4;

/** Behind the longest bar, for its words: totals are the longest, and their numbers, too. */
export function lyingRoom(measured: Pick<Stage, 'ctx' | 'look'>, { bars }: Picture): number {
  const widths = bars.map((bar) => (bar?.total ? widthOf(measured, valueOf(bar)) : 0));
  return Math.max(LEAST_ROOM, Math.ceil(Math.max(0, ...widths)) + GAP);
}

const valueOf = ({ text }: Bar) => ({ text, ink: 'ink', strong: true }) as const;

/** Bars that lie, a row each: where the page is too narrow for them to stand beside each other. */
export function paintLying(stage: Stage, picture: Picture): void {
  picture.bars.forEach((bar, at) => {
    if (!bar) return;
    paintFill(stage, bar.fill, boxOf(stage, bar, at));
    if (bar.total && picture.axis.broken) paintBreak(stage, at);
    if (picture.bars[at + 1]) paintLevel(stage, bar, at);
  });
  const end = stage.area.right + lyingRoom(stage, picture);
  picture.bars.forEach((bar, at) => bar && writeBar(stage, bar, at, end));
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
function writeBar(stage: Stage, bar: Bar, at: number, end: number): void {
  const { x, y, area } = stage;
  const value = valueOf(bar);
  const note = { text: bar.note, ink: 'ink-3', strong: false } as const;
  const [left, right] = [y(Math.min(bar.from, bar.to)), y(Math.max(bar.from, bar.to))];
  const short = widthOf(stage, value);
  const long = bar.note ? short + GAP + widthOf(stage, note) : short;
  const room = { before: left - GAP - area.left, behind: end - right - GAP };
  const side =
    [long, short].flatMap((wide) =>
      (['behind', 'before'] as const).filter((each) => room[each] >= wide),
    )[0] ?? 'behind';
  const whole = room[side] >= long;
  const from = side === 'behind' ? right + GAP : left - GAP - (whole ? long : short);
  const foot = x(at) + FOOT;
  write(stage, value, { x: from, y: foot, align: 'left' });
  if (whole && bar.note) write(stage, note, { x: from + short + GAP, y: foot, align: 'left' });
}
