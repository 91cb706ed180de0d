import { t } from '../i18n/i18n.svelte.ts';
import type { MonthSpan } from '../model/time.ts';
import type { Outcome } from './built.ts';
import type { Ask } from './definition.ts';
import type { CellEdit } from './sheet.ts';

/** A total typed over: the planner shares it out over the reps below and the months of the span, sums exact. */
export async function spreadGoal(
  edit: CellEdit,
  unit: string,
  span: MonthSpan,
  amount: number | null,
  outcome: Outcome,
  ask: Ask,
): Promise<void> {
  const answer = await ask({ kind: 'spread', unit, span, amount: amount ?? 0, method: 'proportional' });
  if (answer) outcome.changes.push(...answer.changes);
  else outcome.refuse(edit, t().sheets.notNow);
}
