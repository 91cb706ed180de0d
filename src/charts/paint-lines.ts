import type { Callout, Picture } from './picture.ts';
import { spreadApart } from './spread.ts';
import { LINE_HEIGHT, stroke, widthOf, write, type Stage } from './stage.ts';

/** From the end of a line to its name. */
export const LEADER = 26;
/** From a point to its words, and between words. */
const AWAY = 9;
const GAP = 4;

/** The line across, with its name at the top. */
export function paintRule(stage: Stage, { at, text }: NonNullable<Picture['rule']>): void {
  const { x, area, look } = stage;
  stroke(stage, look.ink('line-3'), [
    [x(at), area.top - LINE_HEIGHT],
    [x(at), area.bottom],
  ]);
  const right = x(at) + 6 + widthOf(stage, { text, ink: 'ink-2', strong: false }) <= area.right;
  const place = { x: x(at) + (right ? 6 : -6), y: area.top - 4, align: right ? 'left' : 'right' } as const;
  write(stage, { text, ink: 'ink-2', strong: false }, place);
}

/** Points that are named where they stand, away from the lines that run through them. */
export function paintCallouts(stage: Stage, callouts: readonly Callout[]): void {
  for (const callout of callouts) {
    const { at, value, parts } = callout;
    const strong = parts.some((part) => part.strong);
    paintDot(stage, stage.x(at), stage.y(value), strong);
    writeCallout(stage, callout);
  }
}

/** On one line; where that has no room, one part under the other. */
function writeCallout(stage: Stage, { at, value, parts, side }: Callout): void {
  const { area, x, y } = stage;
  const widths = parts.map((part) => widthOf(stage, part));
  const whole = widths.reduce((sum, each) => sum + each, 0) + GAP * (parts.length - 1);
  const stacked = parts.length > 1 && side === 'behind' && x(at) + AWAY + whole > area.right;
  const width = stacked ? Math.max(...widths) : whole;
  const wanted = side === 'before' ? x(at) - AWAY - width : x(at) + AWAY;
  let left = Math.max(area.left + 2, wanted);
  let baseline = y(value) + (side === 'before' ? -AWAY : 2 * AWAY);
  parts.forEach((part, place) => {
    write(stage, part, { x: left, y: baseline, align: 'left' });
    if (stacked) baseline += LINE_HEIGHT;
    else left += widths[place]! + GAP;
  });
}

function paintDot({ ctx, look }: Stage, x: number, y: number, full: boolean): void {
  ctx.beginPath();
  ctx.arc(x, y, full ? 3.5 : 3, 0, 2 * Math.PI);
  ctx.fillStyle = full ? look.ink('d-1') : look.paper;
  ctx.strokeStyle = full ? look.paper : look.ink('ink-3');
  ctx.lineWidth = full ? 1.5 : 1.2;
  ctx.fill();
  ctx.stroke();
}

/** Names of the ends, apart from each other, each with a line to where it belongs. */
export function paintEnds(stage: Stage, picture: Picture): void {
  const ends = picture.ends.map((end) => ({ ...end, y: stage.y(end.value) })).sort((a, b) => a.y - b.y);
  if (ends.length === 0) return;
  const { area, x, look } = stage;
  const at = x(picture.labels.length - 1);
  const places = spreadApart(
    ends.map(({ y }) => y),
    LINE_HEIGHT,
    { from: area.top - LINE_HEIGHT, to: area.bottom },
  );
  ends.forEach((end, order) => {
    const y = places[order]!;
    stroke(stage, look.ink('line-3'), [
      [at + 4, end.y],
      [at + 14, y],
      [at + LEADER - 6, y],
    ]);
    write(stage, end, { x: at + LEADER - 2, y: y + 4, align: 'left' });
  });
}
