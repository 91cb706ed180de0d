import type { Expression, Quantity, WrittenAs } from '../formula.ts';
import type { Month } from '../time.ts';
import type { BackcastMode } from './backcast.ts';

/** The Backcast sheet with the formula of every column: for a workbook that goes on calculating. */
export interface FormulasQuery {
  readonly kind: 'formulas';
  readonly month: Month;
  readonly mode: BackcastMode;
}

/** By unit in tree order; a formula's inputs come before it. */
export interface FormulasAnswer {
  readonly kind: 'formulas';
  readonly month: Month;
  readonly mode: BackcastMode;
  readonly units: readonly string[];
  /** Index of the unit that each one's numbers are summed into; -1 at the top. */
  readonly sumsInto: Int32Array;
  readonly columns: readonly FormulaColumn[];
}

export interface FormulaColumn {
  readonly of: Quantity;
  readonly as: WrittenAs;
  /** Of every rep; its values are some rep's. null = an input. Ratios are no columns: they are asked for as such. */
  readonly formula: Expression | null;
  readonly above: Above;
  /** Reps: carried unrounded. Above: as `above` says. NaN = no number. */
  readonly values: Float64Array;
  /** 1: there is no number here whatever the formula says (nobody employed). */
  readonly cut: Uint8Array;
}

/** What stands above the reps: the sum of theirs, or of theirs as they are shown; the mean of theirs; nothing. */
export type Above = 'sum' | 'sumOfShown' | 'sumOfShownPerDay' | 'mean' | 'nothing';
