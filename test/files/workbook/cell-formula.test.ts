import { describe, expect, it } from 'vitest';
import { cellFormula } from '../../../src/files/workbook/cell-formula.ts';
import { cellName, columnName } from '../../../src/files/workbook/cells.ts';
import { sheetName, sheetRef } from '../../../src/files/workbook/sheet-name.ts';
import type { Expression, Quantity } from '../../../src/model/formula.ts';

const CELLS: Partial<Record<Quantity['name'], string>> = {
  goal: 'C5',
  won: 'D5',
  toGo: 'E5',
  underWay: 'F5',
  landing: 'G5',
};
const cellOf = (of: Quantity): string =>
  of.name === 'ratio' ? `'Ratios'!${of.measure}5` : (CELLS[of.name] ?? '?');
const value = (of: Quantity): Expression => ({ op: 'value', of, value: 1, as: 'money', input: false });
const goal = value({ name: 'goal' });
const won = value({ name: 'won' });
const ratio = value({ name: 'ratio', measure: 'B' });
const pair = (op: 'divide' | 'multiply' | 'subtract' | 'spread', left: Expression, right: Expression) =>
  ({ op, left, right }) as const;
const formula = (expression: Expression): string => cellFormula(expression, cellOf);

describe('a declared formula in cells', () => {
  it('names the cells of its quantities', () => {
    expect(formula(pair('divide', goal, ratio))).toBe("C5/'Ratios'!B5");
    expect(formula({ op: 'floor0', of: pair('subtract', goal, won) })).toBe('MAX(0,C5-D5)');
    expect(formula({ op: 'floor0', of: goal })).toBe('IF(C5<0,0,C5)');
  });

  it('keeps brackets where the order of the signs would change the number', () => {
    const less = pair('subtract', goal, won);
    expect(formula(pair('divide', less, ratio))).toBe("(C5-D5)/'Ratios'!B5");
    expect(formula(pair('divide', goal, pair('multiply', won, ratio)))).toBe("C5/(D5*'Ratios'!B5)");
    expect(formula(pair('divide', pair('divide', goal, won), ratio))).toBe("C5/D5/'Ratios'!B5");
    expect(formula(pair('subtract', goal, less))).toBe('C5-(C5-D5)');
    expect(formula(pair('subtract', goal, pair('divide', won, ratio)))).toBe("C5-D5/'Ratios'!B5");
    expect(formula(pair('multiply', { op: 'sum', of: [goal, won] }, ratio))).toBe("(C5+D5)*'Ratios'!B5");
  });

  it('divides nothing by nothing without an error where nothing is left to do', () => {
    const left: Expression = {
      op: 'floor0',
      of: pair('subtract', value({ name: 'toGo' }), value({ name: 'underWay' })),
    };
    expect(formula(pair('spread', left, value({ name: 'landing' })))).toBe(
      'IF(MAX(0,E5-F5)<=0,0,MAX(0,E5-F5)/G5)',
    );
  });
});

describe('places in a workbook', () => {
  it('are named as spreadsheets name them', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
    expect(cellName(2, 0)).toBe('C5');
  });

  it('are on sheets with names that Excel takes', () => {
    expect(sheetName('倒推')).toBe('倒推');
    expect(sheetName("'a/b[c]:*?\\'")).toBe('a b c');
    expect(sheetName('x'.repeat(40))).toHaveLength(31);
    expect(sheetName('Notes', ['notes'])).toBe('Notes 2');
    expect(sheetName('x'.repeat(40), ['x'.repeat(31)])).toBe(`${'x'.repeat(29)} 2`);
    expect(sheetName('History')).toBe('History 2');
    expect(sheetName('')).toBe('Sheet');
    expect(sheetRef("Reps' ratios")).toBe("'Reps'' ratios'!");
  });
});
