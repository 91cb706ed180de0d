/**
 * The declared formula of a derived number. The core returns it with the number; the formula bar, the why panel and an
 * XLSX export read it. Names are keys that i18n turns into words; numbers are carried unrounded.
 */
export type Quantity =
  | {
      readonly name:
        | 'goal'
        | 'won'
        | 'other'
        | 'otherIn'
        | 'otherMean'
        | 'daysShare'
        | 'toGo'
        | 'underWay'
        | 'landing'
        | 'aim'
        | 'inHand'
        | 'perDay'
        | 'workingDays'
        | 'daysLeft'
        | 'total';
    }
  | { readonly name: 'measure'; readonly measure: string }
  | { readonly name: 'ratio'; readonly measure: string };

/** How a number is written: count, money (minor units), ratio (a share), days. */
export type WrittenAs = 'count' | 'money' | 'ratio' | 'days';

export type Expression =
  | {
      readonly op: 'value';
      readonly of: Quantity;
      readonly value: number;
      readonly as: WrittenAs;
      /** A person can change it (drawn blue). */
      readonly input: boolean;
    }
  | { readonly op: 'divide' | 'multiply' | 'subtract'; readonly left: Expression; readonly right: Expression }
  /** left ÷ right; of nothing it takes nothing, whatever it is divided by. */
  | { readonly op: 'spread'; readonly left: Expression; readonly right: Expression }
  /** max(0, of): what is still to do is never below nothing. */
  | { readonly op: 'floor0'; readonly of: Expression }
  | { readonly op: 'sum'; readonly of: readonly Expression[] }
  /** The sum over the children of a unit, not listed. */
  | {
      readonly op: 'children';
      readonly count: number;
      readonly value: number;
      readonly as: 'count' | 'money';
    };

export const spread = (left: number, right: number): number => (left <= 0 ? 0 : left / right);

/** The number that an expression says. */
export function evaluate(expression: Expression): number {
  switch (expression.op) {
    case 'value':
    case 'children':
      return expression.value;
    case 'divide':
      return evaluate(expression.left) / evaluate(expression.right);
    case 'multiply':
      return evaluate(expression.left) * evaluate(expression.right);
    case 'subtract':
      return evaluate(expression.left) - evaluate(expression.right);
    case 'spread':
      return spread(evaluate(expression.left), evaluate(expression.right));
    case 'floor0':
      return Math.max(0, evaluate(expression.of));
    case 'sum':
      return expression.of.reduce((total, part) => total + evaluate(part), 0);
  }
}
