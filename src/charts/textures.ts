import type { Fill } from './picture.ts';
import type { Stage } from './stage.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Fills a box so that it can be told apart without its colour. */
export function paintFill(
  { ctx, look }: Pick<Stage, 'ctx' | 'look'>,
  { ink, texture }: Fill,
  box: Box,
): void {
  const colour = look.ink(ink);
  const { left, top, width, height } = box;
  const hollow = texture === 'hatch' || texture === 'hollow';
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.fillStyle = hollow ? look.paper : colour;
  ctx.fillRect(left, top, width, height);
  ctx.strokeStyle = ctx.fillStyle = hollow ? colour : look.paper;
  marks[texture](ctx, box);
  if (hollow) {
    ctx.lineWidth = 2;
    ctx.strokeRect(left, top, width, height);
  }
  ctx.restore();
}

type Marks = (ctx: CanvasRenderingContext2D, box: Box) => void;

function rules(
  ctx: CanvasRenderingContext2D,
  lines: readonly (readonly [number, number, number, number])[],
): void {
  ctx.lineWidth = 0.8;
  ctx.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  }
  ctx.stroke();
}

const everyFrom = (from: number, length: number, gap: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil(length / gap)) }, (_, at) => from + at * gap);

const marks: Record<Fill['texture'], Marks> = {
  solid: () => undefined,
  hollow: () => undefined,
  stripes: (ctx, { left, top, width, height }) =>
    rules(
      ctx,
      everyFrom(left + 3.5, width, 6).map((x) => [x, top, x, top + height]),
    ),
  levels: (ctx, { left, top, width, height }) =>
    rules(
      ctx,
      everyFrom(top + 3.5, height, 6).map((y) => [left, y, left + width, y]),
    ),
  dots: (ctx, { left, top, width, height }) => {
    for (const y of everyFrom(top + 3, height, 5))
      for (const x of everyFrom(left + 3, width, 5)) ctx.fillRect(x, y, 1.5, 1.5);
  },
  hatch: (ctx, { left, top, width, height }) => {
    ctx.lineWidth = 1.5;
    rulesOfHatch(ctx, { left, top, width, height });
  },
};

function rulesOfHatch(ctx: CanvasRenderingContext2D, { left, top, width, height }: Box): void {
  ctx.beginPath();
  for (const x of everyFrom(left - height, width + height, 5)) {
    ctx.moveTo(x, top + height);
    ctx.lineTo(x + height, top);
  }
  ctx.stroke();
}
