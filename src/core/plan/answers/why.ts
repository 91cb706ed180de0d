import { evaluate, type Expression, type Quantity } from '../../../model/formula.ts';
import type { ChainLink, WhyAnswer, WhyQuery } from '../../../model/planning.ts';
import { shownAmount, shownPerDay } from '../../../model/shown.ts';
import { expressions, perDayFormula, requirementFormula, toGoFormula } from '../../chain/formulas.ts';
import { blendedRatios } from '../beliefs.ts';
import { ratioEvidence } from '../evidence-of.ts';
import { lagNote } from './lag-note.ts';
import { monthChain, type MonthChain } from '../month-chain.ts';
import { byUnitAsShown, repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { breaksOf } from './backcast.ts';

/** The chain of one unit with the formula and the evidence of every number. */
export function whyAnswer(state: PlanState, query: WhyQuery): WhyAnswer {
  const unit = state.org.index.get(query.unit) ?? -1;
  const chain = monthChain(state, query.month, query.mode);
  const rep = state.org.repOf[unit] ?? -1;
  const breaks = breaksOf(chain.steps);
  const formulas = rep >= 0 ? repFormulas(state, chain, rep, query) : teamFormulas(state, chain, unit, query);
  const firstBreak = breaks[0];
  const problem =
    rep >= 0
      ? (chain.columns.problems[rep] ?? null)
      : firstBreak
        ? ({ reason: 'broken', measure: firstBreak.to } as const)
        : null;
  const { unit: key, month, mode } = query;
  const reps = unit < 0 ? [] : repsUnder(state.org, unit);
  const lag = lagNote(state, chain, month, reps, mode);
  return { kind: 'why', unit: key, month, mode, ...formulas, lag, problem, breaks };
}

type Formulas = Pick<WhyAnswer, 'goal' | 'won' | 'toGo' | 'aim' | 'links' | 'perDay'>;

/** The aim is shown where new work has to bring other money than what is to be won. */
const aimAt = (chain: MonthChain, value: number): number | null =>
  chain.columns === chain.expected && !chain.lag && !chain.moved ? null : value;
type WrittenAs = 'count' | 'money' | 'ratio' | 'days';

const written = (of: Quantity, value: number, as: WrittenAs, input = false): Expression =>
  expressions.value(of, value, as, input);

function repFormulas(state: PlanState, chain: MonthChain, rep: number, { mode }: WhyQuery): Formulas {
  const { columns, steps } = chain;
  const at = (column: Float64Array | undefined): number => column?.[rep] ?? NaN;
  const goal = written({ name: 'goal' }, at(chain.goal), 'money', true);
  const won = written({ name: 'won' }, at(chain.won), 'money', true);
  const asked = at(chain.goal) < 0 ? expressions.floor0(goal) : goal;
  const target = mode === 'goal' ? asked : written({ name: 'toGo' }, at(columns.toGo), 'money');
  const aim = aimAt(chain, at(columns.start));
  let next = aim === null ? target : written({ name: 'aim' }, aim, 'money');
  const links = steps.map(({ step }, index): ChainLink => {
    const value = at(columns.requirement[index]);
    const overridden = chain.overrides[index]?.[state.org.reps[rep] ?? -1] != null;
    const as = step.kind === 'value' ? 'money' : 'ratio';
    const ratio = written({ name: 'ratio', measure: step.measure }, at(chain.used[index]), as, overridden);
    const inHand =
      index === chain.stockStep ? written({ name: 'inHand' }, at(chain.inHand), 'money', true) : null;
    const formula = requirementFormula(expressions, next, ratio, inHand);
    next = written({ name: 'measure', measure: step.from }, value, state.unitOf(step.from));
    const unit = state.org.reps[rep] ?? -1;
    return {
      measure: step.from,
      value,
      formula,
      ratio: ratioEvidence(state, chain, index, unit, at(chain.used[index])),
    };
  });
  const work = steps.at(-1)?.step.from;
  const days = at(mode === 'goal' ? chain.month.workingDays : chain.daysLeft);
  const daysName = mode === 'goal' ? 'workingDays' : 'daysLeft';
  return {
    goal: { value: at(chain.goal), formula: goal },
    won: at(chain.won),
    toGo: { value: at(columns.toGo), formula: toGoFormula(expressions, goal, won) },
    aim: aimAt(chain, at(columns.start)),
    links,
    perDay:
      work === undefined
        ? null
        : {
            measure: work,
            value: at(columns.perDay.at(-1)),
            formula: perDayFormula(expressions, next, written({ name: daysName }, days, 'days')),
            days,
          },
  };
}

/** A team's numbers are the sums of its reps', as they are shown. */
function teamFormulas(state: PlanState, chain: MonthChain, unit: number, { mode }: WhyQuery): Formulas {
  const { org } = state;
  const reps = unit < 0 ? [] : repsUnder(org, unit);
  const sum = (
    column: Float64Array,
    as: 'count' | 'money',
    shown: typeof shownAmount = (value) => value,
  ): { value: number; formula: Expression } => {
    const value = byUnitAsShown(org, column, (each) => shown(each, as))[unit] ?? NaN;
    const count = reps.filter((rep) => !Number.isNaN(column[rep])).length;
    const formula: Expression = { op: 'children', count, value, as };
    return { value: evaluate(formula), formula };
  };
  const nothing = new Float64Array(org.reps.length).fill(NaN);
  const links = chain.steps.map(({ step }, at): ChainLink => {
    const used = blendedRatios(org, chain, at)[unit] ?? NaN;
    const needed = sum(chain.columns.requirement[at] ?? nothing, state.unitOf(step.from), shownAmount);
    return { measure: step.from, ...needed, ratio: ratioEvidence(state, chain, at, unit, used) };
  });
  const work = chain.steps.at(-1)?.step.from;
  const days = mode === 'goal' ? chain.month.workingDays : chain.daysLeft;
  const employed = reps.filter((rep) => chain.month.employed[rep]);
  const meanDays =
    employed.reduce((total, rep) => total + (days[rep] ?? 0), 0) / Math.max(1, employed.length);
  return {
    goal: sum(chain.goal, 'money'),
    won: sum(chain.won, 'money').value,
    toGo: sum(chain.columns.toGo, 'money'),
    aim: aimAt(chain, sum(chain.columns.start, 'money').value),
    links,
    perDay:
      work === undefined
        ? null
        : {
            measure: work,
            ...sum(chain.columns.perDay.at(-1) ?? nothing, state.unitOf(work), shownPerDay),
            days: meanDays,
          },
  };
}
