import type { Lever, LeverEffect, LeversAnswer, LeversQuery } from '../../../model/planning.ts';
import { raised } from '../../levers/raised.ts';
import { blendedRatios } from '../beliefs.ts';
import { monthChain, type MonthChain } from '../month-chain.ts';
import { chanceOf, monthOdds, paceWork, type MonthOdds } from '../odds-of-month.ts';
import { repsUnder } from '../org.ts';
import type { PlanState } from '../plan-state.ts';
import type { Trial } from '../used-ratios.ts';
import { workADay } from '../work-a-day.ts';

const MOST = 3;

/**
 * The changes with the largest effect on a unit's work a day, or else on its chance: each ratio raised by one of its own
 * standard deviations between reps, at all reps of the unit, and the whole chain worked out again.
 */
export function leversAnswer(state: PlanState, query: LeversQuery): LeversAnswer {
  const { unit, month } = query;
  const at = state.org.index.get(unit) ?? -1;
  const reps = at < 0 ? [] : repsUnder(state.orgOf(month), at);
  const given = viewOf(state, query);
  const works = worksOf(given.odds, at);
  const now = effectOf(state, given, at, works.of);
  const levers = given.chain.steps.flatMap((_, step) => {
    const lever = leverOf(state, query, { given, at, reps, step, work: works.of });
    return lever && helps(now, lever) ? [lever] : [];
  });
  const best = levers.sort((a, b) => saved(now, b) - saved(now, a) || gained(now, b) - gained(now, a));
  const work = given.chain.steps.at(-1)?.step.from ?? null;
  return {
    ...{ kind: 'levers', unit, month, work, chanceAt: works.chanceAt, now },
    levers: best.slice(0, MOST),
  };
}

/** A month's requirement and its odds, with or without a change. */
interface View {
  readonly chain: MonthChain;
  readonly odds: MonthOdds;
}

function viewOf(state: PlanState, { month, mode }: LeversQuery, trial?: Trial): View {
  const odds = monthOdds(state, month, trial);
  return { odds, chain: mode === 'toGo' ? odds.chain : monthChain(state, month, mode, trial) };
}

/** The work that the chances are of: it stays the same under every change. */
function worksOf(odds: MonthOdds, unit: number): Pick<LeversAnswer, 'chanceAt'> & { of: WorkOf } {
  const usual = paceWork(odds, unit);
  if (!Number.isNaN(chanceOf(odds, unit, usual))) return { chanceAt: 'pace', of: usual };
  const quota = odds.chain.columns.requirement.at(-1);
  return { chanceAt: 'quota', of: (rep) => quota?.[rep] ?? NaN };
}
type WorkOf = (rep: number) => number;

const effectOf = (state: PlanState, { chain, odds }: View, unit: number, work: WorkOf): LeverEffect => ({
  perDay: workADay(state, chain, unit),
  chance: chanceOf(odds, unit, work),
});

interface Pulled {
  readonly given: View;
  readonly at: number;
  readonly reps: readonly number[];
  readonly step: number;
  readonly work: WorkOf;
}

function leverOf(state: PlanState, query: LeversQuery, pulled: Pulled): Lever | null {
  const { given, at, reps, step: index, work } = pulled;
  const { step, fit } = given.chain.steps[index]!;
  const used = given.chain.used[index];
  const ratios = reps.flatMap((rep) => {
    const ratio = fit && raised(used?.[rep] ?? NaN, fit);
    return ratio === null ? [] : [{ unit: state.org.repKeys[rep]!, ratio }];
  });
  if (ratios.length === 0) return null;
  const { measure, from } = step;
  const trial = { measure, ratios: new Map(ratios.map(({ unit, ratio }) => [unit, ratio])), reps };
  const changed = viewOf(state, query, trial);
  return {
    ...{ measure, from, step: step.kind, ratios },
    ratioNow: ratioOf(state, given.chain, index, at),
    ratioThen: ratioOf(state, changed.chain, index, at),
    ...effectOf(state, changed, at, work),
  };
}

const ratioOf = (state: PlanState, chain: MonthChain, step: number, unit: number): number =>
  blendedRatios(state.orgOf(chain.month.days.month), chain, step)[unit] ?? NaN;

/** A promise that becomes possible saves the most. */
function saved(now: LeverEffect, then: LeverEffect): number {
  if (Number.isNaN(then.perDay)) return 0;
  return Number.isNaN(now.perDay) ? Number.MAX_VALUE : now.perDay - then.perDay;
}

const gained = (now: LeverEffect, then: LeverEffect): number =>
  Number.isNaN(then.chance) || Number.isNaN(now.chance) ? 0 : then.chance - now.chance;

const helps = (now: LeverEffect, then: LeverEffect): boolean => saved(now, then) > 0 || gained(now, then) > 0;
