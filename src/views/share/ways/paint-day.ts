import type { DayPicture, PictureRow } from './day-picture.ts';
import { drawBar, INK, write, type Context } from './pen.ts';

/** Twice the pixels of a phone's 540 points. */
const WIDTH = 1080;
const EDGE = 56;
const INNER = WIDTH - 2 * EDGE;
const RIGHT = EDGE + INNER;
const HEAD = 176;
const SUM = 108;
const TITLES = 56;
const ROW = 76;
const MORE = 44;
const FOOT = 72;
const NAME = 250;
/** Between two columns of sums. */
const GAP = 56;

const sumsHeight = ({ sums }: DayPicture): number => Math.ceil(sums.length / 2) * SUM;
const rowsHeight = ({ rows, more }: DayPicture): number =>
  rows.length === 0 ? 0 : TITLES + rows.length * ROW + (more ? MORE : 0);

/** The day as a PNG; `app` signs it. Rejects where the browser has no canvas to give. */
export async function paintDay(picture: DayPicture, app: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEAD + sumsHeight(picture) + rowsHeight(picture) + FOOT;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  paint(context, picture, app);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

function paint(context: Context, picture: DayPicture, app: string): void {
  const { width, height } = context.canvas;
  context.fillStyle = INK.paper;
  context.fillRect(0, 0, width, height);
  write(context, picture.title, { x: EDGE, y: 92, room: INNER, size: 48, strong: true });
  write(context, picture.subtitle, { x: EDGE, y: 140, room: INNER, size: 30, quiet: true });
  paintSums(context, picture);
  paintRows(context, picture, HEAD + sumsHeight(picture));
  write(context, app, { x: EDGE, y: height - 28, room: INNER, size: 24, quiet: true });
}

function paintSums(context: Context, { sums }: DayPicture): void {
  const width = (INNER - GAP) / 2;
  sums.forEach(({ measure, text, share }, at) => {
    const x = EDGE + (at % 2) * (width + GAP);
    const y = HEAD + Math.floor(at / 2) * SUM;
    write(context, measure, { x, y: y + 34, room: width * 0.45, size: 28, quiet: true });
    const number = { size: 34, strong: true, right: true };
    write(context, text, { x: x + width, y: y + 36, room: width * 0.55, ...number });
    drawBar(context, { x, y: y + 56, width }, { share });
  });
}

function paintRows(context: Context, { rows, measures, more }: DayPicture, top: number): void {
  if (rows.length === 0) return;
  const width = (INNER - NAME) / Math.max(1, measures.length);
  const title = { y: top + 36, room: width - 16, size: 24, quiet: true, right: true };
  measures.forEach((measure, at) => write(context, measure, { x: EDGE + NAME + (at + 1) * width, ...title }));
  rows.forEach((row, at) => paintRow(context, row, top + TITLES + at * ROW, width));
  const end = top + TITLES + rows.length * ROW + 34;
  if (more) write(context, more, { x: EDGE, y: end, room: INNER, size: 26, quiet: true });
}

function paintRow(context: Context, row: PictureRow, y: number, width: number): void {
  context.fillStyle = INK.line;
  context.fillRect(EDGE, y, INNER, 1);
  write(context, row.name, { x: EDGE, y: y + 48, room: NAME - 24, size: 30 });
  const number = { size: 28, right: true };
  if (row.state) {
    write(context, row.state, { x: RIGHT, y: y + 48, room: INNER - NAME, quiet: true, ...number });
    return;
  }
  row.cells.forEach((text, at) =>
    write(context, text, { x: EDGE + NAME + (at + 1) * width, y: y + 40, room: width - 16, ...number }),
  );
  drawBar(context, { x: EDGE + NAME + 24, y: y + 56, width: width - 24 }, row);
}
