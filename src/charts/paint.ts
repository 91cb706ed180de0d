import { boxOf, paintBars, paintBracket } from './paint-bars.ts';
import { lyingRoom, paintLying } from './paint-lying.ts';
import { LEADER, paintCallouts, paintEnds, paintRule } from './paint-lines.ts';
import type { Picture } from './picture.ts';
import { LINE_HEIGHT, stroke, widthOf, type Stage } from './stage.ts';

const LABEL_ROOM = 26;

/** Room around the axes for what is written there. */
export function roomAround(picture: Picture, measured: Pick<Stage, 'ctx' | 'look' | 'lying'>) {
  if (measured.lying) return { left: 0, right: lyingRoom(measured, picture), top: 0, bottom: 0 };
  const widest = Math.max(0, ...picture.ends.map((end) => widthOf(measured, end)));
  return {
    left: 0,
    right: picture.ends.length > 0 ? Math.ceil(widest) + LEADER + 4 : 4,
    top: LINE_HEIGHT + 4,
    bottom: picture.bracket ? LINE_HEIGHT + 8 : 0,
  };
}

/** Everything that Chart.js does not draw: textures, words, and the place that the keys have reached. */
export function paint(stage: Stage, picture: Picture, reached: number | null): void {
  const { ctx, area } = stage;
  ctx.save();
  if (picture.rule) paintRule(stage, picture.rule);
  if (stage.lying) paintLying(stage, picture);
  else paintBars(stage, picture);
  if (picture.bracket && !stage.lying) paintBracket(stage, picture.bracket, area.bottom + LABEL_ROOM);
  paintCallouts(stage, picture.callouts);
  paintEnds(stage, picture);
  if (reached !== null) paintReached(stage, picture, reached);
  ctx.restore();
}

/** A frame around the bar, or a line across the place. */
function paintReached(stage: Stage, picture: Picture, at: number): void {
  const { ctx, area, x, look } = stage;
  const bar = picture.bars[at];
  if (!bar) {
    stroke(stage, look.ink('ink-3'), [
      [x(at), area.top],
      [x(at), area.bottom],
    ]);
    return;
  }
  const { left, top, width, height } = boxOf(stage, bar, at);
  ctx.strokeStyle = look.ink('ink');
  ctx.lineWidth = 1.5;
  ctx.strokeRect(left - 3, top - 3, width + 6, height + 6);
}
