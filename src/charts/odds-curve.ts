import type { OddsCurveAnswer, OddsPoint } from '../model/planning.ts';

export const MARKS = ['pace', 'quota', 'best'] as const;
export type MarkName = (typeof MARKS)[number];

export interface DrawnMark {
  readonly name: MarkName;
  readonly x: number;
  readonly y: number;
}

/** A curve of chances in its box: 0 % at the foot, 100 % at the top, no work at the left. */
export interface OddsPicture {
  /** For `points`; '' = nothing to draw. */
  readonly line: string;
  readonly marks: readonly DrawnMark[];
  /** Levels that the eye looks for. */
  readonly levels: readonly { readonly chance: number; readonly y: number }[];
  /** Work a day at the right end. */
  readonly end: number;
}

type Curve = Pick<OddsCurveAnswer, 'curve' | MarkName>;

const LEVELS = [0.5, 0.8];
/** Room for the stroke and the marks at the ends. */
const EDGE = 5;

const tenth = (value: number): number => Math.round(value * 10) / 10;

export function oddsPicture(answer: Curve, width: number, height: number): OddsPicture {
  const end = answer.curve.at(-1)?.perDay ?? 0;
  const y = (chance: number): number => tenth(height - EDGE - chance * (height - 2 * EDGE));
  const place = ({ perDay, chance }: OddsPoint) => ({
    x: tenth(EDGE + (end > 0 ? perDay / end : 0) * (width - 2 * EDGE)),
    y: y(chance),
  });
  const marks = MARKS.flatMap((name): DrawnMark[] => {
    const point = answer[name];
    return point && end > 0 ? [{ name, ...place(point) }] : [];
  });
  return {
    line: answer.curve.map((point) => Object.values(place(point)).join()).join(' '),
    marks,
    levels: LEVELS.map((chance) => ({ chance, y: y(chance) })),
    end,
  };
}
