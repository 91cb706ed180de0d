import { t } from '../../i18n/i18n.svelte.ts';
import type { Change } from '../../model/diff.ts';
import type { GoalEdit, GoalEditAnswer } from '../../model/planning/goals.ts';
import { monthsOf } from '../../model/time.ts';
import { repsBelow } from '../apply-written.ts';
import type { SheetContext } from '../definition.ts';
import { goalMoney } from './lock-words.ts';

/** A goal made blank is still a record: written again it is an edit, not a creation. */
export const asStored = (
  { context }: { readonly context: Pick<SheetContext, 'get'> },
  changes: readonly Change[],
): readonly Change[] => {
  const isMade = (change: Change) => 'create' in change && context.get(change.create) !== undefined;
  // There may be tens of thousands, and edits only as a rule.
  if (!changes.some(isMade)) return changes;
  return changes.flatMap((change): Change[] => {
    if (!('create' in change) || !isMade(change)) return [change];
    const { create: id, values } = change;
    return Object.entries(values).map(([field, value]) => ({ id, field, value }));
  });
};

/** Why typed goals can't be had, in a sentence. */
export function impossible(
  { context }: { readonly context: Pick<SheetContext, 'language' | 'settings'> },
  answer: Extract<GoalEditAnswer, { possible: false }>,
): string {
  const words = t().goals.impossible;
  switch (answer.why) {
    case 'nobody':
      return words.nobody;
    case 'locks':
      return words.locks(answer.locks.length, goalMoney(answer.by, context));
    case 'fractions':
      return words.fractions(goalMoney(answer.by, context));
    case 'tooHard':
      return words.tooHard;
    case 'left':
      return words.left;
  }
}

/** Over whom and how many months a typed total was shared out. */
export function sharedText(
  context: Pick<SheetContext, 'language' | 'settings' | 'units'>,
  { unit, span, amount }: Pick<GoalEdit, 'unit' | 'span' | 'amount'>,
): string {
  const money = goalMoney(amount ?? 0, context);
  return t().goals.shared.one(money, monthsOf(span).length, repsBelow(context.units, unit).length);
}
