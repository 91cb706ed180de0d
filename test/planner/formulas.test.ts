import { describe, expect, it } from 'vitest';
import { evaluate, type Expression, type Quantity } from '../../src/model/formula.ts';
import { recordId } from '../../src/model/ids.ts';
import type { FormulaColumn } from '../../src/model/planning.ts';
import { otherValues } from '../../src/model/records/other.ts';
import { company, goal, history, settings, unit } from './plan.ts';
import { planners } from './planners.ts';

const MONTH = '2026-11';
const records = [
  ...company({ reps: 12, teams: 3, months: 8, last: '2026-10', goals: 2 }),
  settings({ pipelineKind: 'stock' }),
  unit('gone', 'rep', 't0', { end: '2026-10-01' }),
  goal('gone', MONTH, 500_000),
  unit('new', 'rep', 't1'),
  [recordId.inHand('r0004', MONTH), { amount: 1_000_000 }] as const,
  [recordId.other('repeatRevenue'), otherValues('repeatRevenue')] as const,
  history('r0004', MONTH, { repeatRevenue: 70_000 }),
];

/** The same formula with the numbers of another row. */
function filled(expression: Expression, value: (of: Quantity) => number): Expression {
  if (expression.op === 'value') return { ...expression, value: value(expression.of) };
  if (expression.op === 'children') return expression;
  if (expression.op === 'floor0') return { ...expression, of: filled(expression.of, value) };
  if (expression.op === 'sum') return { ...expression, of: expression.of.map((part) => filled(part, value)) };
  return { ...expression, left: filled(expression.left, value), right: filled(expression.right, value) };
}

describe.each(planners)('formulas of columns $name', ({ create }) => {
  const planner = create();
  void planner.load(records, '2026-11-20');

  it.each(['goal', 'toGo'] as const)('hold for every rep, in mode %s', (mode) => {
    const { units, columns } = planner.read({ kind: 'formulas', month: MONTH, mode });
    const ratios = planner.read({ kind: 'ratios', month: MONTH });
    const backcast = planner.read({ kind: 'backcast', month: MONTH, mode });
    const column = (of: Quantity): FormulaColumn | undefined =>
      columns.find((each) => JSON.stringify(each.of) === JSON.stringify(of));
    const valueAt = (row: number) => (of: Quantity) =>
      of.name === 'ratio'
        ? (ratios.steps.find(({ measure }) => measure === of.measure)?.used[row] ?? NaN)
        : (column(of)?.values[row] ?? NaN);
    let checked = 0;
    units.forEach((key, row) => {
      if (!/^r\d|gone|new/.test(key)) return;
      for (const { formula, values, cut } of columns) {
        if (!formula) continue;
        const said = evaluate(filled(formula, valueAt(row)));
        if (cut[row]) expect(values[row]).toBeNaN();
        else expect(said).toBe(values[row]);
        checked++;
      }
    });
    expect(checked).toBe(14 * 8);
    backcast.measures.forEach((measure, at) =>
      expect(column({ name: 'measure', measure })?.values).toEqual(backcast.requirement[at]),
    );
    expect(column({ name: 'perDay' })?.values).toEqual(backcast.perDay.at(-1));
    for (const name of ['goal', 'won', 'toGo', 'inHand'] as const)
      expect(column({ name })?.values).toEqual(backcast[name]);
  });

  it('have no number for somebody who is not there, though a formula would have one', () => {
    const { units, columns } = planner.read({ kind: 'formulas', month: MONTH, mode: 'goal' });
    const gone = units.indexOf('gone');
    expect(columns.find(({ of }) => of.name === 'measure')?.cut[gone]).toBe(1);
    expect(columns.find(({ of }) => of.name === 'workingDays')?.values[gone]).toBeNaN();
    expect(columns.find(({ of }) => of.name === 'goal')?.values[gone]).toBe(500_000);
  });
});
