import { t } from '../../i18n/i18n.svelte.ts';
import type { BackcastAnswer, ChainBreak } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { BackcastPlan } from './plan.ts';

/** The break that the chain does not get past on its way to a measure. */
function firstBreak({ breaks, measures }: BackcastAnswer, at: number): ChainBreak | undefined {
  return breaks
    .filter(({ from }) => measures.indexOf(from) <= at)
    .sort((a, b) => measures.indexOf(a.from) - measures.indexOf(b.from))[0];
}

/** Why a measure has no number, in words. `at`: its place in the answer's measures. */
export function noNumberHint({ answer, words }: BackcastPlan, unit: Unit, at: number): string {
  const { reasons, sheets } = t();
  const problem = answer.problems[unit.key];
  const cut = firstBreak(answer, at);
  if (cut && (!problem || problem.reason === 'broken'))
    return reasons.break[cut.reason](words.measure(cut.from), words.measure(cut.to));
  if (!problem) return unit.kind === 'rep' ? sheets.backcast.noGoal : sheets.backcast.nobodyBelow;
  const name = problem.measure === undefined ? '' : `${words.ratio(problem.measure)} · `;
  return `${name}${reasons.problem[problem.reason]}`;
}
