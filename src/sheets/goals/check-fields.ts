import type { Answer, Query } from '../../model/planning.ts';
import type { SheetContext } from '../definition.ts';
import { checksOf } from './checks.ts';
import { consensusFields } from './consensus-fields.ts';
import type { GoalField } from './goal-field.ts';
import { stretchFields } from './stretch-fields.ts';
import { trialChanges } from './trial-changes.ts';
import { taskFields } from './task-fields.ts';

/** They say nothing of one segment alone. */
const areShown = ({ goals }: SheetContext): boolean =>
  goals?.checks === true && typeof goals.segments === 'string';

/** What the columns are made from follows the goals, so that these show at once. */
export function checkLater(context: SheetContext): Query[] {
  if (!areShown(context)) return [];
  const span = { from: context.month, to: context.month };
  const changes = trialChanges(context, span);
  return [
    { kind: 'stretch', span, changes },
    { kind: 'agreement', span, changes },
  ];
}

/** What the goals of the month on the desk are held against: the record, what the reps stand by, the task from above. */
export function checkFields(context: SheetContext, late: readonly Answer[] | null | undefined): GoalField[] {
  if (!areShown(context)) return [];
  const checks = checksOf(context, late, context.goals?.trial != null);
  const span = { from: context.month, to: context.month };
  const fields = [...stretchFields(checks), ...consensusFields(checks), ...taskFields(checks)];
  return fields.map((field) => ({
    ...field,
    about: ({ key }) => ({ unit: key, span, segment: null }),
  }));
}
