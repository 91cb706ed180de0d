import type { SinceNote, SinceNotesAnswer, SinceNotesQuery } from '../../../model/planning.ts';
import { addMonths, monthsOf, type Month } from '../../../model/time.ts';
import type { StepRatios } from '../../chain/step-ratios.ts';
import { judge } from '../../review/luck.ts';
import { trialsOf } from '../../ratios/yield.ts';
import type { PlanState } from '../plan-state.ts';
import { stepsBefore } from '../steps-before.ts';
import { workPace } from '../review/work-pace.ts';

/** The longest that a talk is followed up. */
const MOST_MONTHS = 6;

/** What the ratios that were talked about have been since, against all that was known up to the talk. */
export function sinceNotesAnswer(state: PlanState, { notes, until }: SinceNotesQuery): SinceNotesAnswer {
  return { kind: 'sinceNotes', notes: notes.map((note) => sinceNote(state, note, until)) };
}

function sinceNote(
  state: PlanState,
  { unit, measure, month }: SinceNotesQuery['notes'][number],
  until: Month,
): SinceNote | null {
  const first = addMonths(month, 1);
  const rep = state.org.repKeys.indexOf(unit);
  if (rep < 0 || until < first) return null;
  const months = monthsOf({ from: first, to: until }).slice(0, MOST_MONTHS);
  const steps = stepsBefore(state, first);
  const step = steps.find((ratios) => ratios.step.measure === measure);
  if (step) return sinceStep(state, step, unit, rep, months);
  return steps.at(-1)?.step.from === measure ? sincePace(state, measure, rep, month, months) : null;
}

function sinceStep(
  { plan }: PlanState,
  { step, fit }: StepRatios,
  unit: string,
  rep: number,
  months: readonly Month[],
): SinceNote | null {
  const value = (measure: string, month: Month): number =>
    plan.history.column(measure, month).get(unit) ?? NaN;
  const known = months.filter((month) => value(step.measure, month) + value(step.from, month) >= 0);
  const total = (measure: string): number => known.reduce((sum, month) => sum + value(measure, month), 0);
  const [x, n] = [total(step.measure), total(step.from)];
  const belief = fit?.reps[rep];
  if (!(n > 0) || !belief) return null;
  const trials =
    step.kind === 'yield' ? trialsOf(Math.max(known.length, step.events ? total(step.events) : 0)) : NaN;
  const counted =
    fit.kind === 'rate' && step.kind === 'yield' ? { x: (trials * x) / n, n: trials } : { x, n };
  const { verdict } = judge({ kind: fit.kind, ...counted, trials, belief, rho: fit.rho });
  const { measure, from, kind } = step;
  return { measure, step: kind, from, before: belief.shrunk, after: x / n, x, n, verdict };
}

/** Work is counted: what it is, it is. */
function sincePace(
  state: PlanState,
  measure: string,
  rep: number,
  talked: Month,
  months: readonly Month[],
): SinceNote | null {
  const before = workPace(state, measure, rep, [talked]);
  const after = workPace(state, measure, rep, months);
  if (!(after.days > 0) || !(before.days > 0)) return null;
  return {
    ...{ measure, step: null, from: null, verdict: 'real' },
    ...{ before: before.done / before.days, after: after.done / after.days, x: after.done, n: after.days },
  };
}
