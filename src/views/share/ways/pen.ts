export type Context = CanvasRenderingContext2D;

/** Light in both themes: so that it reads in any chat. */
export const INK = {
  paper: '#ffffff',
  text: '#1c1e22',
  quiet: '#62656b',
  line: '#deded9',
  bar: '#2f3e5c',
  track: '#efefec',
};
const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

interface Line {
  readonly x: number;
  readonly y: number;
  /** What is longer is cut with an ellipsis: squeezed letters read worse. */
  readonly room: number;
  readonly size: number;
  readonly strong?: boolean;
  readonly quiet?: boolean;
  /** Ends at `x`. */
  readonly right?: boolean;
}

export function write(context: Context, text: string, line: Line): void {
  context.font = `${line.strong ? '600 ' : ''}${line.size}px ${FONT}`;
  context.fillStyle = line.quiet ? INK.quiet : INK.text;
  context.textAlign = line.right ? 'right' : 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(shortened(context, text, line.room), line.x, line.y);
}

function shortened(context: Context, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > room)
    letters = letters.slice(0, -1);
  return `${letters.join('')}…`;
}

/** What is done of a whole, with a mark at what is due; NaN = none. */
export function drawBar(
  context: Context,
  at: { readonly x: number; readonly y: number; readonly width: number },
  { share, due = NaN }: { readonly share: number; readonly due?: number },
): void {
  if (Number.isNaN(share)) return;
  context.fillStyle = INK.track;
  context.fillRect(at.x, at.y, at.width, 10);
  context.fillStyle = INK.bar;
  context.fillRect(at.x, at.y, at.width * share, 10);
  if (Number.isNaN(due)) return;
  context.fillStyle = INK.text;
  context.fillRect(at.x + at.width * due - 1, at.y - 6, 3, 22);
}
