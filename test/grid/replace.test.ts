import { describe, expect, it } from 'vitest';
import { planReplace, replacedText, type Replacing } from '../../src/grid/find/replace.ts';
import type { Cell } from '../../src/sheets/sheet.ts';
import { after, sheet } from './picture.ts';

const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ text, value: text, input: true, ...more });
const wanted = (text: string, by: string, whole = false): Replacing => ({ text, by, whole });

describe('the text of a cell', () => {
  it('is replaced wherever it stands, whatever the case, and taken literally', () => {
    expect(replacedText(cell('Lin lin'), 'text', wanted('LIN', 'Li'))).toBe('Li Li');
    expect(replacedText(cell('a.b (1)'), 'text', wanted('. ', '-'))).toBeNull();
    expect(replacedText(cell('a.b'), 'text', wanted('.', '$&'))).toBe('a$&b');
  });

  it('is that of the whole cell where that is asked', () => {
    expect(replacedText(cell('12'), 'text', wanted('1', '9', true))).toBeNull();
    expect(replacedText(cell('Ben'), 'text', wanted('ben', 'Bo', true))).toBe('Bo');
  });

  it('keeps the digits that are not shown, and finds those shown with separators', () => {
    const money = cell('30,941', { value: 30941.37, draft: '30941.37' });
    expect(replacedText(money, 'money', wanted('941', '500'))).toBe('30500.37');
    expect(replacedText(money, 'money', wanted('30,9', '40,9'))).toBe('40,941');
  });

  it('is the share as shown, not as stored', () => {
    const ratio = cell('29.1%', { value: 0.29137, draft: '29.137%' });
    expect(replacedText(ratio, 'ratio', wanted('29.1', '30'))).toBe('30%');
  });
});

describe('replacing what was found', () => {
  const model = sheet(
    `
    name|a
    Lin|12
    Lin|=12
    Chen|.
    +|12`,
    { name: 'text' },
  );
  const everywhere = [0, 1, 2, 3].flatMap((row) => [0, 1].map((column) => ({ row, column })));

  it('leaves computed cells, blanks and the adder row alone and counts the computed', () => {
    const plan = planReplace(
      model,
      everywhere.filter(({ column }) => column === 1),
      wanted('1', '3'),
    );
    expect(after(model, plan.edits).map(([, value]) => value)).toEqual(['32', '12', '.', '12']);
    expect(plan.left).toBe(1);
  });
});
