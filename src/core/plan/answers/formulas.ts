import type { Expression, Quantity, WrittenAs } from '../../../model/formula.ts';
import { evaluate } from '../../../model/formula.ts';
import type { Above, FormulaColumn, FormulasAnswer, FormulasQuery } from '../../../model/planning.ts';
import { shownAmount, shownPerDay } from '../../../model/shown.ts';
import { monthChain } from '../month-chain.ts';
import { byUnit, byUnitAsShown, type Org } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { repFormulas, type Declared, type RepFormulas } from '../rep-formulas.ts';

/** One column, by rep. */
interface Numbers {
  readonly of: Quantity;
  readonly as: WrittenAs;
  readonly formula: Expression | null;
  readonly values: Float64Array;
  readonly cut: Uint8Array;
}

/** Every number of the Backcast sheet with the formula that leads to it. */
export function formulasAnswer(state: PlanState, { month, mode }: FormulasQuery): FormulasAnswer {
  const org = state.orgOf(month);
  const chain = monthChain(state, month, mode);
  const columns = new Map<string, Numbers>();
  org.repKeys.forEach((_, rep) =>
    inOrder(repFormulas(state, chain, rep, mode)).forEach((number) => keep(columns, number, rep, org)),
  );
  // Somebody who is not there has no days: they are in no mean.
  const days = columns.get('workingDays') ?? columns.get('daysLeft');
  days?.values.forEach((_, rep) => {
    if (!chain.month.employed[rep]) days.values[rep] = NaN;
  });
  return {
    ...{ kind: 'formulas', month, mode, sumsInto: org.sumsInto },
    units: org.units.map(({ key }) => key),
    columns: [...columns.values()].map((numbers) => columnOf(org, numbers)),
  };
}

const inOrder = ({ goal, other, toGo, aim, links, perDay }: RepFormulas): Declared[] => [
  ...[goal, ...(other ? [other] : []), toGo, ...(aim ? [aim] : []), ...links],
  ...(perDay ? [perDay] : []),
];

const keyOf = (of: Quantity): string => ('measure' in of ? `${of.name} ${of.measure}` : of.name);

/** A rep's number into its column, the inputs of its formula into theirs. */
function keep(
  columns: Map<string, Numbers>,
  { of, as, value, formula }: Declared,
  rep: number,
  org: Org,
): void {
  const isInput = formula.op === 'value';
  if (!isInput)
    for (const leaf of leavesOf(formula))
      if (leaf.of.name !== 'ratio' && !columns.get(keyOf(leaf.of))?.formula)
        put(columns, { of: leaf.of, as: leaf.as, value: leaf.value, formula: null }, rep, org);
  const column = put(columns, { of, as, value, formula: isInput ? null : formula }, rep, org);
  if (!isInput && Number.isNaN(value) && Number.isFinite(evaluate(formula))) column.cut[rep] = 1;
}

function put(
  columns: Map<string, Numbers>,
  { value, ...about }: Pick<Numbers, 'of' | 'as' | 'formula'> & { readonly value: number },
  rep: number,
  { repKeys }: Org,
): Numbers {
  const key = keyOf(about.of);
  const known = columns.get(key);
  const column = known ?? {
    ...about,
    values: new Float64Array(repKeys.length).fill(NaN),
    cut: new Uint8Array(repKeys.length),
  };
  if (!known) columns.set(key, column);
  column.values[rep] = value;
  return column;
}

type Leaf = Extract<Expression, { op: 'value' }>;

function leavesOf(expression: Expression): readonly Leaf[] {
  switch (expression.op) {
    case 'value':
      return [expression];
    case 'children':
      return [];
    case 'floor0':
      return leavesOf(expression.of);
    case 'sum':
      return expression.of.flatMap(leavesOf);
    default:
      return [...leavesOf(expression.left), ...leavesOf(expression.right)];
  }
}

function aboveOf({ name }: Quantity): Above {
  if (name === 'measure') return 'sumOfShown';
  if (name === 'perDay') return 'sumOfShownPerDay';
  if (name === 'workingDays' || name === 'daysLeft') return 'mean';
  return name === 'landing' || name === 'daysShare' ? 'nothing' : 'sum';
}

function columnOf(org: Org, { of, as, formula, values, cut }: Numbers): FormulaColumn {
  const above = aboveOf(of);
  const ofUnits = new Uint8Array(org.units.length);
  org.reps.forEach((unit, rep) => (ofUnits[unit] = cut[rep] ?? 0));
  return { of, as, formula, above, values: totalled(org, values, above, as), cut: ofUnits };
}

function totalled(org: Org, values: Float64Array, above: Above, as: WrittenAs): Float64Array {
  const unit = as === 'money' ? 'money' : 'count';
  switch (above) {
    case 'sum':
      return byUnit(org, values);
    case 'sumOfShown':
      return byUnitAsShown(org, values, (value) => shownAmount(value, unit));
    case 'sumOfShownPerDay':
      return byUnitAsShown(org, values, (value) => shownPerDay(value, unit));
    case 'mean': {
      const counts = byUnit(
        org,
        values.map((value) => (Number.isNaN(value) ? NaN : 1)),
      );
      return byUnit(org, values).map((sum, at) => sum / counts[at]!);
    }
    case 'nothing':
      return byUnit(org, values).map((value, at) => ((org.repOf[at] ?? -1) >= 0 ? value : NaN));
  }
}
