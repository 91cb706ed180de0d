import type { Month } from '../time.ts';

/** What a month brought beside goal and pace: customers, ticket size, shares and margin, where the plan has them. */
export interface FiguresQuery {
  readonly kind: 'figures';
  readonly month: Month;
  /** null = everybody. */
  readonly unit: string | null;
}

export interface FiguresAnswer {
  readonly kind: 'figures';
  readonly month: Month;
  readonly unit: string | null;
  readonly figures: readonly Figure[];
}

/**
 * `newCustomers`: as they are entered, else the deals that the chain won, which regular customers are no part of. `wins`:
 * deals won. `ticket`: money of the chain a deal. `share`: of all revenue what one kind beside the chain brought.
 * `margin`: of all revenue what is left of it, as entered.
 */
export type FigureName = 'newCustomers' | 'wins' | 'ticket' | 'share' | 'margin';

/** Counts, or minor units of money; NaN = nothing is entered. */
export interface FigureNumbers {
  readonly amount: number;
  /** What `amount` is of: deals of a ticket, all revenue of a share or a margin, of those who have both; NaN = a count. */
  readonly of: number;
  /** The figure itself: a count, minor units a deal, or a share. */
  readonly value: number;
}

export interface Figure extends FigureNumbers {
  readonly name: FigureName;
  /** What it is read from: a measure of the chain, or a key beside it. */
  readonly measure: string;
  /** The reps of the unit who have a number, in their order. */
  readonly reps: readonly (FigureNumbers & { readonly unit: string })[];
}
