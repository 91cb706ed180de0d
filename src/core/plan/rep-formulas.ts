import type { Expression, Quantity, WrittenAs } from '../../model/formula.ts';
import type { BackcastMode } from '../../model/planning.ts';
import {
  expressions,
  newWorkFormula,
  ofChainFormula,
  otherFormula,
  perDayFormula,
  requirementFormula,
  toGoFormula,
} from '../chain/formulas.ts';
import type { MonthChain } from './month-chain.ts';
import type { PlanState } from './plan-state.ts';

/** A number of the plan with the formula that it comes from: for an input the value itself. */
export interface Declared {
  readonly of: Quantity;
  readonly as: WrittenAs;
  readonly value: number;
  readonly formula: Expression;
}

export interface RepFormulas {
  readonly goal: Declared;
  /** null: the plan keeps no other revenue. */
  readonly other: Declared | null;
  readonly toGo: Declared;
  /** Money that new work is to bring on average; null = what the goal or what is to go asks for. */
  readonly aim: Declared | null;
  /** What is needed of each measure, from the result back to the work. */
  readonly links: readonly Declared[];
  readonly perDay: Declared | null;
}

/** The whole chain of one rep, each number with its formula. All reps of a month have the same formulas. */
export function repFormulas(
  state: PlanState,
  chain: MonthChain,
  rep: number,
  mode: BackcastMode,
): RepFormulas {
  const { columns, steps } = chain;
  const at = (column: Float64Array | undefined): number => column?.[rep] ?? NaN;
  const goal = given({ name: 'goal' }, at(chain.goal), 'money', true);
  const won = valueOf(given({ name: 'won' }, at(chain.won), 'money', true));
  const other = otherOf(chain, rep);
  const off = other && valueOf(other);
  const toGo: Declared = {
    ...given({ name: 'toGo' }, at(columns.toGo), 'money'),
    formula: toGoFormula(expressions, goal.formula, won, off),
  };
  const aim = aimOf(chain, rep, toGo);
  const links: Declared[] = [];
  // A negative goal, as after refunds, asks for nothing.
  const asked = mode === 'goal' ? ofChainFormula(expressions, goal.formula, off) : valueOf(toGo);
  let next = aim ? valueOf(aim) : asked;
  steps.forEach(({ step }, index) => {
    const overridden = chain.overrides[index]?.[state.org.reps[rep] ?? -1] != null;
    const as = step.kind === 'value' ? 'money' : 'ratio';
    const ratio = given({ name: 'ratio', measure: step.measure }, at(chain.used[index]), as, overridden);
    const inHand = given({ name: 'inHand' }, at(chain.inHand), 'money', true);
    const stock = index === chain.stockStep ? inHand.formula : null;
    const link: Declared = {
      ...given(
        { name: 'measure', measure: step.from },
        at(columns.requirement[index]),
        state.unitOf(step.from),
      ),
      formula: requirementFormula(expressions, next, ratio.formula, stock),
    };
    links.push(link);
    next = valueOf(link);
  });
  return { goal, other, toGo, aim, links, perDay: perDayOf(chain, rep, mode, links.at(-1)) };
}

const given = (of: Quantity, value: number, as: WrittenAs, input = false): Declared => ({
  ...{ of, as, value },
  formula: expressions.value(of, value, as, input),
});

/** A number as a part of another's formula: an input as such, else by its name. */
const valueOf = ({ of, as, value, formula }: Declared): Expression =>
  formula.op === 'value' ? formula : expressions.value(of, value, as, false);

/** Told where new work has to bring other money than what is to be won. */
export const hasAim = ({ columns, expected, lag, moved }: MonthChain): boolean =>
  columns !== expected || lag !== null || moved !== null;

function otherOf({ other }: MonthChain, rep: number): Declared | null {
  if (!other) return null;
  const part = (
    name: 'otherIn' | 'otherMean' | 'daysShare',
    column: Float64Array,
    as: WrittenAs,
  ): Expression => given({ name }, column[rep] ?? NaN, as, name === 'otherIn').formula;
  return {
    ...given({ name: 'other' }, other.total[rep] ?? NaN, 'money'),
    formula: otherFormula(
      expressions,
      part('otherIn', other.come, 'money'),
      part('otherMean', other.mean, 'money'),
      part('daysShare', other.left, 'ratio'),
    ),
  };
}

/** With a lag alone the aim is a formula; with a confidence, or moved goals, no short one leads there. */
function aimOf(chain: MonthChain, rep: number, toGo: Declared): Declared | null {
  if (!hasAim(chain)) return null;
  const { lag, moved, columns, expected } = chain;
  const aim = given({ name: 'aim' }, columns.start[rep] ?? NaN, 'money');
  if (!lag || moved || columns !== expected) return aim;
  const underWay = given({ name: 'underWay' }, lag.underWay[rep] ?? NaN, 'money');
  const landing = given({ name: 'landing' }, lag.landing[rep] ?? NaN, 'ratio');
  const parts = [valueOf(toGo), underWay.formula, landing.formula] as const;
  return { ...aim, formula: newWorkFormula(expressions, ...parts) };
}

function perDayOf(
  chain: MonthChain,
  rep: number,
  mode: BackcastMode,
  work: Declared | undefined,
): Declared | null {
  if (!work) return null;
  const { columns, month, daysLeft } = chain;
  const days =
    mode === 'goal'
      ? given({ name: 'workingDays' }, month.workingDays[rep] ?? NaN, 'days')
      : given({ name: 'daysLeft' }, daysLeft[rep] ?? NaN, 'days');
  return {
    ...given({ name: 'perDay' }, columns.perDay.at(-1)?.[rep] ?? NaN, work.as),
    formula: perDayFormula(expressions, valueOf(work), days.formula),
  };
}
