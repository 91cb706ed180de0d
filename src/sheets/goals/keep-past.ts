import type { GoalEdit } from '../../model/planning/goals.ts';
import { addMonths, monthsOf, type Month } from '../../model/time.ts';
import { sumOver, type GoalsPlan } from './goals-plan.ts';
import { runningMonth } from './trial-changes.ts';

/**
 * Typed totals of which only the months that are not over give way: the rest of each total is typed over these alone.
 * null = none of them reaches over such a month and others, or the months that are over hold more than was typed.
 */
export function keepPast(plan: GoalsPlan, edits: readonly GoalEdit[]): readonly GoalEdit[] | null {
  const running = runningMonth(plan.context);
  const reaches = ({ span: { from, to } }: GoalEdit): boolean => from < running && to >= running;
  if (!edits.some(reaches)) return null;
  const kept = edits.flatMap((edit) => (reaches(edit) ? (restOf(plan, edit, running) ?? []) : edit));
  return kept.length === edits.length ? kept : null;
}

/** What is left of a typed total for its months from one on; null = those before hold more than all of it. */
function restOf(plan: GoalsPlan, edit: GoalEdit, first: Month): GoalEdit | null {
  const { from, to } = edit.span;
  const span = { from: first, to };
  if (edit.amount === null) return { ...edit, span };
  const unit = plan.context.units.find(({ key }) => key === edit.unit);
  const before = monthsOf({ from, to: addMonths(first, -1) });
  const past = unit ? sumOver(plan, unit, edit.segment, before, plan.answer) : NaN;
  const amount = edit.amount - (Number.isNaN(past) ? 0 : past);
  return amount < 0 ? null : { ...edit, span, amount };
}
