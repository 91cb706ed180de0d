import { evaluate, type Expression } from '../../../model/formula.ts';
import type { ChainLink, WhyAnswer, WhyQuery } from '../../../model/planning.ts';
import { shownAmount, shownPerDay } from '../../../model/shown.ts';
import { blendedRatios } from '../beliefs.ts';
import { ratioEvidence } from '../evidence-of.ts';
import { lagNote } from './lag-note.ts';
import { otherNote } from './other-note.ts';
import { monthChain, type MonthChain } from '../month-chain.ts';
import { byUnitAsShown, repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import { hasAim, repFormulas } from '../rep-formulas.ts';
import { breaksOf } from './backcast.ts';

/** The chain of one unit with the formula and the evidence of every number. */
export function whyAnswer(state: PlanState, query: WhyQuery): WhyAnswer {
  const unit = state.org.index.get(query.unit) ?? -1;
  const chain = monthChain(state, query.month, query.mode);
  const rep = state.org.repOf[unit] ?? -1;
  const breaks = breaksOf(chain.steps);
  const formulas =
    rep >= 0 ? formulasOfRep(state, chain, rep, query) : teamFormulas(state, chain, unit, query);
  const firstBreak = breaks[0];
  const problem =
    rep >= 0
      ? (chain.columns.problems[rep] ?? null)
      : firstBreak
        ? ({ reason: 'broken', measure: firstBreak.to } as const)
        : null;
  const { unit: key, month, mode } = query;
  const reps = unit < 0 ? [] : repsUnder(state.orgOf(month), unit);
  const lag = lagNote(state, chain, month, reps, mode);
  return { kind: 'why', unit: key, month, mode, ...formulas, lag, problem, breaks };
}

type Formulas = Pick<WhyAnswer, 'goal' | 'won' | 'other' | 'toGo' | 'aim' | 'links' | 'perDay'>;

function formulasOfRep(
  state: PlanState,
  chain: MonthChain,
  rep: number,
  { mode, month }: WhyQuery,
): Formulas {
  const { goal, other, toGo, aim, links, perDay } = repFormulas(state, chain, rep, mode);
  const unit = state.org.reps[rep] ?? -1;
  const days = mode === 'goal' ? chain.month.workingDays : chain.daysLeft;
  return {
    goal: { value: goal.value, formula: goal.formula },
    toGo: { value: toGo.value, formula: toGo.formula },
    ...{ won: chain.won[rep] ?? NaN, aim: aim?.value ?? null },
    other: other && otherNote(state, chain, month, [rep], other),
    links: links.map(({ value, formula }, at): ChainLink => {
      const { step } = chain.steps[at]!;
      const ratio = ratioEvidence(state, chain, at, unit, chain.used[at]?.[rep] ?? NaN);
      return { measure: step.from, value, formula, ratio };
    }),
    perDay: perDay && {
      measure: chain.steps.at(-1)!.step.from,
      ...{ value: perDay.value, formula: perDay.formula, days: days[rep] ?? NaN },
    },
  };
}

/** A team's numbers are the sums of its reps', as they are shown. */
function teamFormulas(
  state: PlanState,
  chain: MonthChain,
  unit: number,
  { mode, month }: WhyQuery,
): Formulas {
  const org = state.orgOf(month);
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
    other: chain.other && otherNote(state, chain, month, reps, sum(chain.other.total, 'money')),
    toGo: sum(chain.columns.toGo, 'money'),
    aim: hasAim(chain) ? sum(chain.columns.start, 'money').value : null,
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
