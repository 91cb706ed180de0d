import { t } from '../../i18n/i18n.svelte.ts';
import { isSamePlace } from '../../model/goal-place.ts';
import type { GoalEdit, GoalEditAnswer } from '../../model/planning/goals.ts';
import { yearOf } from '../../model/time.ts';
import type { GoalsConflict, GoalsTrial, SaidWithGoal } from '../../state/goals-desk.ts';
import type { Ask, SheetContext } from '../definition.ts';
import { asStored } from './goal-answer.ts';
import { goalsPlan, trialOf, type GoalsPlan } from './goals-plan.ts';
import { keepPast } from './keep-past.ts';
import { solving } from './solving.svelte.ts';
import { changedBefore, runningMonth } from './trial-changes.ts';
import { trialCounts } from './trial-counts.ts';

type Possible = Extract<GoalEditAnswer, { possible: true }>;

/** What typed goals come to, to be looked at, with what was said before; null = the plan has changed meanwhile. */
export async function supposedTrial(
  plan: GoalsPlan,
  edits: readonly GoalEdit[],
  answer: Possible,
  ask: Ask,
  saidNow: readonly SaidWithGoal[] = [],
): Promise<GoalsTrial | null> {
  const saidBefore = (trialOf(plan)?.says ?? []).filter(
    ({ edit: old }) => !saidNow.some(({ edit }) => isSamePlace(old, edit)),
  );
  const says = [...saidBefore, ...saidNow].filter(({ edit }) => isAmong(edits, edit));
  const changes = asStored(plan, answer.changes);
  const span = yearOf(plan.context.month, plan.context.settings.firstMonth);
  const supposed = answer.supposed ?? (await ask({ kind: 'goalsSupposed', span, changes }))?.goals;
  if (!supposed) return null;
  const counts = trialCounts(plan, supposed, edits);
  const { reps, segments, totals } = counts;
  const done = t().goals.trial.applied(edits.length, reps + segments + totals);
  const { cells, held } = answer;
  const past = changedBefore(changes, runningMonth(plan.context));
  const keepingPast = past > 0 ? keepPast(plan, edits) : null;
  const shown = { held, supposed, counts, past, keepingPast, done };
  return { edits, says, changes, cells, ...shown };
}

/** Another number typed over an accepted one accepts nothing any more. */
const isAmong = (edits: readonly GoalEdit[], { amount, ...place }: GoalEdit): boolean =>
  edits.some((edit) => edit.amount === amount && isSamePlace(edit, place));

/** The same goals typed anew: by another method, or after the plan has changed; nothing of them where that was left. */
export async function tryGoals(
  context: SheetContext,
  edits: readonly GoalEdit[],
  ask: Ask,
  saidNow: readonly SaidWithGoal[] = [],
): Promise<{ readonly trial?: GoalsTrial; readonly conflict?: GoalsConflict } | null> {
  const span = yearOf(context.month, context.settings.firstMonth);
  const present = await ask({ kind: 'goals', span });
  const answer = await solving.ask(ask, { kind: 'goalEdit', edits, suppose: { span, above: 0 } });
  if (!present || !answer) return null;
  if (!answer.possible) return answer.why === 'left' ? {} : { conflict: { edits, answer } };
  const trial = await supposedTrial(goalsPlan(context, present), edits, answer, ask, saidNow);
  return trial && { trial };
}
