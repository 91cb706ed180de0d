import { logGamma } from '../../stats/log-gamma.ts';

/** A rep's entered days, the oldest first: true = something was won. */
export type SaleDays = readonly boolean[];

/** Chance of a sale on a day: Beta(alpha, beta), the own record drawn to everybody's by so many days. */
export interface SaleRate {
  readonly alpha: number;
  readonly beta: number;
}

const PRIOR_DAYS = 20;
/** Months differ in work and in what comes of it: however long the record, it says no more than so many sales would. */
const MOST_SALES = 8;

export const saleRate = (days: SaleDays, everybody: number): SaleRate => {
  const sales = days.filter(Boolean).length;
  const alpha = sales + PRIOR_DAYS * everybody;
  const beta = days.length - sales + PRIOR_DAYS * (1 - everybody);
  const known = Math.min(1, MOST_SALES / alpha);
  return { alpha: alpha * known, beta: beta * known };
};

/** Days at the end of a record without a sale. */
export const dryDays = (days: SaleDays): number => days.length - 1 - days.lastIndexOf(true);

/** E[(1 − q)^k]: so many days in a row without a sale. */
export function chanceOfRun({ alpha, beta }: SaleRate, run: number): number {
  const ln = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);
  return Math.exp(ln(alpha, beta + run) - ln(alpha, beta));
}

/**
 * How many such runs a month of so many working days has on average, without any change: a run may begin after each
 * sale of the month. Under this a run is rare, however often one looks.
 */
export const runsInMonth = (rate: SaleRate, run: number, days: number): number =>
  Math.max(1, (days * rate.alpha) / (rate.alpha + rate.beta)) * chanceOfRun(rate, run);

const MOST_DAYS = 250;

/** Nine in ten runs are shorter than this. */
export function usualRun(rate: SaleRate): number {
  let run = 1;
  while (run < MOST_DAYS && chanceOfRun(rate, run) > 0.1) run++;
  return run;
}
