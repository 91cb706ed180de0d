import { spread, type Expression, type Quantity, type WrittenAs } from '../../model/formula.ts';

/** What the plan's arithmetic is written in: once with numbers for columns, once with expressions for reasons. */
export interface Algebra<T> {
  value(of: Quantity, value: number, as: WrittenAs, input: boolean): T;
  divide(left: T, right: T): T;
  /** left ÷ right; of nothing it takes nothing, whatever it is divided by. */
  spread(left: T, right: T): T;
  subtract(left: T, right: T): T;
  multiply(left: T, right: T): T;
  add(left: T, right: T): T;
  floor0(of: T): T;
}

export const numbers: Algebra<number> = {
  value: (_of, value) => value,
  divide: (left, right) => left / right,
  spread,
  subtract: (left, right) => left - right,
  multiply: (left, right) => left * right,
  add: (left, right) => left + right,
  floor0: (of) => Math.max(0, of),
};

export const expressions: Algebra<Expression> = {
  value: (of, value, as, input) => ({ op: 'value', of, value, as, input }),
  divide: (left, right) => ({ op: 'divide', left, right }),
  spread: (left, right) => ({ op: 'spread', left, right }),
  subtract: (left, right) => ({ op: 'subtract', left, right }),
  multiply: (left, right) => ({ op: 'multiply', left, right }),
  add: (left, right) => ({ op: 'sum', of: [left, right] }),
  floor0: (of) => ({ op: 'floor0', of }),
};

/**
 * What the chain still has to win: goal − won − other revenue, never below nothing (METHODS 2, without lag). `other` null:
 * the plan keeps none.
 */
export const toGoFormula = <T>(algebra: Algebra<T>, goal: T, won: T, other: T | null): T =>
  ofChainFormula(algebra, algebra.subtract(goal, won), other);

/** What other revenue leaves for the chain, of a whole goal or of what is still to win. */
export const ofChainFormula = <T>(algebra: Algebra<T>, amount: T, other: T | null): T =>
  algebra.floor0(other === null ? amount : algebra.subtract(amount, other));

/** Other revenue of a month: what has come in, and the monthly mean for the working days that are left (METHODS 1). */
export const otherFormula = <T>(algebra: Algebra<T>, come: T, mean: T, daysShare: T): T =>
  algebra.add(come, algebra.multiply(mean, daysShare));

/**
 * What the next measure needs of this one: next ÷ ratio. Where this measure is a stock, what is in hand is taken off
 * and the rest is what must be built new, never below nothing.
 */
export function requirementFormula<T>(algebra: Algebra<T>, next: T, ratio: T, inHand: T | null): T {
  const whole = algebra.divide(next, ratio);
  return inHand === null ? whole : algebra.floor0(algebra.subtract(whole, inHand));
}

/** A requirement a working day. */
export const perDayFormula = <T>(algebra: Algebra<T>, requirement: T, days: T): T =>
  algebra.divide(requirement, days);

/**
 * The money that new work must bring (METHODS 2, with lag): what is still to win less what lands of the work under way,
 * over the share of new work that lands in time. Where the work under way is enough, nothing new has to land.
 */
export const newWorkFormula = <T>(algebra: Algebra<T>, toWin: T, underWay: T, landing: T): T =>
  algebra.spread(algebra.floor0(algebra.subtract(toWin, underWay)), landing);
