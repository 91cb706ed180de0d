import type { Ink } from './picture.ts';

/** The canvas under a chart, with the pixels of its values. */
export interface Stage {
  /** Places go down the page instead of along it: then `x` is a height and `y` a distance from the left. */
  readonly lying: boolean;
  readonly ctx: CanvasRenderingContext2D;
  readonly area: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** The middle of a place along the foot. */
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  /** Room of one place, and half of what its bar takes. */
  readonly slot: number;
  readonly half: number;
  readonly look: Look;
}

/** Colours and type of the page at the moment of drawing. */
export interface Look {
  readonly ink: (ink: Ink) => string;
  readonly paper: string;
  readonly hairline: string;
  readonly band: string;
  readonly font: string;
}

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Read again with every drawing: the theme may have changed. */
export const pageLook = (): Look => ({
  ink: token,
  paper: token('surface'),
  hairline: token('line'),
  band: token('d-band'),
  font: token('font') || 'sans-serif',
});

export const TEXT_SIZE = 12;
export const LINE_HEIGHT = 16;

export const fontOf = ({ font }: Look, strong: boolean, size = TEXT_SIZE): string =>
  `${strong ? '600 ' : ''}${size}px ${font}`;

export interface Written {
  readonly text: string;
  readonly ink: Ink;
  readonly strong: boolean;
  readonly size?: number;
}

/** Writes one line with its baseline at `y`, and says how wide it is. */
export function write(
  { ctx, look }: Stage,
  { text, ink, strong, size }: Written,
  place: { readonly x: number; readonly y: number; readonly align: CanvasTextAlign },
): number {
  ctx.font = fontOf(look, strong, size);
  ctx.fillStyle = look.ink(ink);
  ctx.textAlign = place.align;
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(text, place.x, place.y);
  return ctx.measureText(text).width;
}

export function widthOf({ ctx, look }: Pick<Stage, 'ctx' | 'look'>, { text, strong, size }: Written): number {
  ctx.font = fontOf(look, strong, size);
  return ctx.measureText(text).width;
}

/** A hairline on whole pixels. */
export function stroke({ ctx }: Stage, colour: string, points: readonly (readonly [number, number])[]): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  points.forEach(([x, y], at) => {
    const [px, py] = [Math.round(x) + 0.5, Math.round(y) + 0.5];
    if (at === 0) ctx.moveTo(px, py);
    else ctx.lineTo(px, py);
  });
  ctx.stroke();
}
