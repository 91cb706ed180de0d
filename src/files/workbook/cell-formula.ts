import type { Expression, Quantity } from '../../model/formula.ts';

/** The cell that holds a quantity, as a formula names it: F5, 'Ratios'!D5. */
export type CellOf = (of: Quantity) => string;

const SIGNS = { divide: '/', multiply: '*', subtract: '-' } as const;
const LOOSE = ['subtract', 'sum'];
const TIGHT = ['divide', 'multiply', ...LOOSE];

/** A declared formula as a spreadsheet writes it, without the leading `=`. */
export function cellFormula(expression: Expression, cellOf: CellOf): string {
  const written = (part: Expression): string => cellFormula(part, cellOf);
  const bracketed = (part: Expression, looser: readonly string[]): string =>
    looser.includes(part.op) ? `(${written(part)})` : written(part);
  switch (expression.op) {
    case 'value':
      return cellOf(expression.of);
    case 'children':
      throw new Error('a total is written from the rows below it');
    case 'divide':
    case 'multiply':
    case 'subtract': {
      const { op, left, right } = expression;
      const isSum = op === 'subtract';
      return `${bracketed(left, isSum ? [] : LOOSE)}${SIGNS[op]}${bracketed(right, isSum ? LOOSE : TIGHT)}`;
    }
    case 'spread': {
      const left = written(expression.left);
      return `IF(${left}<=0,0,${bracketed(expression.left, LOOSE)}/${bracketed(expression.right, TIGHT)})`;
    }
    case 'floor0': {
      const inner = written(expression.of);
      // MAX passes over a cell without a number, and would make it 0.
      return expression.of.op === 'value' ? `IF(${inner}<0,0,${inner})` : `MAX(0,${inner})`;
    }
    case 'sum':
      return expression.of.map(written).join('+');
  }
}
