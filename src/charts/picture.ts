/** A colour of the theme, by its token. */
export type Ink = 'ink' | 'ink-2' | 'ink-3' | 'line-3' | 'amber' | 'd-1' | 'd-2' | 'd-3' | 'd-4';
/** What tells areas apart where colours do not. Hatched always means luck or another one's record. */
export const TEXTURES = ['solid', 'stripes', 'levels', 'dots', 'hatch', 'hollow'] as const;
export type Texture = (typeof TEXTURES)[number];

export interface Fill {
  readonly ink: Ink;
  readonly texture: Texture;
}

/** A bar between two values, with what is written at its end. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly fill: Fill;
  readonly text: string;
  /** A second, quieter line under the text; '' = none. */
  readonly note: string;
  readonly side: 'above' | 'below';
  /** Stands on the axis, so that an axis cut off below breaks it. */
  readonly total: boolean;
}

export interface Line {
  readonly values: readonly (number | null)[];
  readonly ink: Ink;
  readonly dash: 'solid' | 'dashed' | 'dotted';
  readonly dots: boolean;
}

export interface TextPart {
  readonly text: string;
  readonly ink: Ink;
  readonly strong: boolean;
}

/** A point of a line that is named where it stands. */
export interface Callout {
  readonly at: number;
  readonly value: number;
  readonly parts: readonly TextPart[];
  /** Over and before the point, or under and behind it. */
  readonly side: 'before' | 'behind';
}

/** What a chart shows, in values and words; the canvas gives it pixels and colours. */
export interface Picture {
  /** One per place along the foot. */
  readonly labels: readonly string[];
  /** Places whose label is written; null = all that have room. */
  readonly written: readonly number[] | null;
  readonly axis: {
    readonly min: number;
    readonly max: number;
    readonly ticks: readonly { readonly value: number; readonly text: string }[];
    /** Does not start at 0 though bars stand on it. */
    readonly broken: boolean;
  };
  /** One per place; null = none there. */
  readonly bars: readonly (Bar | null)[];
  readonly lines: readonly Line[];
  /** A flat band between two lines; null = none, or none there. */
  readonly band: readonly ({ readonly low: number; readonly high: number } | null)[] | null;
  /** A line across at one place. */
  readonly rule: { readonly at: number; readonly text: string } | null;
  /** Names several neighbours together under their labels. */
  readonly bracket: { readonly from: number; readonly to: number; readonly text: string } | null;
  readonly callouts: readonly Callout[];
  /** Names of the lines' ends, moved apart so that they never overlap. */
  readonly ends: readonly (TextPart & { readonly value: number })[];
  /** What is said of each place, as the keys walk over them. */
  readonly says: readonly string[];
  readonly table: ChartTable;
}

/** The same numbers as a table, for who reads rather than looks. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
