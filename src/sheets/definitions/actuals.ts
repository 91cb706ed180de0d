import { t } from '../../i18n/i18n.svelte.ts';
import { recordId } from '../../model/ids.ts';
import { withLeaveDay } from '../../model/leave.ts';
import type { Query } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import { contradiction, sourceWords } from '../actuals/cells.ts';
import { dayFields } from '../actuals/columns.ts';
import { ActualsEdits } from '../actuals/edits.ts';
import { paceFields } from '../actuals/pace-fields.ts';
import { actualsPlan, saidOf, shownMeasure, stateOf, type ActualsPlan } from '../actuals/plan.ts';
import type { SheetAct, SheetContext, SheetDefinition } from '../definition.ts';
import type { CellReason } from '../sheet.ts';
import { nameField, unitSheet } from '../unit-sheet.ts';

const NAME_WIDTH = 118;

const later = ({ month, scope, units }: SheetContext): Query[] => {
  const unit = scope ?? units[0]?.key;
  return unit === undefined ? [] : [{ kind: 'catchUp', month, unit }];
};

/** Where the number of a day is from, and what it contradicts. */
function noteOf(plan: ActualsPlan, unit: Unit, at: number): string {
  const { day = '' } = plan.answer.days[at] ?? {};
  const said = saidOf(plan.context, unit.key, day, plan.measure);
  if (said.counts === null) return '';
  const wrong = contradiction(plan, unit, day, said.counts);
  return [wrong, sourceWords(plan, said)].filter(Boolean).join(t().actuals.sheet.comma);
}

/** What may be said of a day beside its number: it was taken off, or nothing was done on it. */
function actsOf(plan: ActualsPlan, unit: Unit, at: number, blank: boolean): SheetAct[] {
  const words = t().actuals.acts;
  const { day = '' } = plan.answer.days[at] ?? {};
  const isLeave = stateOf(plan, unit, at) === 'leave';
  const leave = unit.leave.filter(({ from, to }) => !(from === day && to === day));
  const own = isLeave && leave.length < unit.leave.length;
  const change = (value: Unit['leave']) => [{ id: recordId.unit(unit.key), field: 'leave', value }] as const;
  const id = recordId.actual(unit.key, day);
  const zero = plan.context.get(id)
    ? { id, field: plan.measure.key, value: 0 }
    : { create: id, values: { [plan.measure.key]: 0 } };
  return [
    ...(own ? [{ label: words.work, changes: change(leave) }] : []),
    ...(stateOf(plan, unit, at) === 'work'
      ? [{ label: words.leave, changes: change(withLeaveDay(unit.leave, day)) }]
      : []),
    ...(blank && day <= plan.context.asOf ? [{ label: words.zero, changes: [zero] }] : []),
  ];
}

/** 实绩: what each rep did on each day of a month, one measure at a time, and where that leaves them. */
export const actuals: SheetDefinition = {
  id: 'actuals',
  queries: (context) => [
    { kind: 'actuals', month: context.month, measure: shownMeasure(context) },
    { kind: 'pace', month: context.month },
  ],
  later,
  build(context, [answer, pace], late) {
    if (answer?.kind !== 'actuals' || pace?.kind !== 'pace')
      throw new Error('the Actuals sheet is built from days');
    const plan = actualsPlan(context, answer, pace);
    const catchUp = late?.find((each) => each.kind === 'catchUp') ?? null;
    const fields = [nameField(context, NAME_WIDTH), ...dayFields(plan), ...paceFields(plan, catchUp)];
    const built = unitSheet(context, { id: 'actuals', label: t().actuals.sheet.label, fields });
    const unitOf = (row: number): Unit | null => {
      const key = built.unitAt(row);
      return context.units.find((unit) => unit.key === key) ?? null;
    };
    const dayAt = (column: number): number | undefined => plan.shown[column - 1];
    return {
      ...built,
      edit: (edits, reason) => new ActualsEdits(plan, unitOf).run(edits, reason),
      reason(row, column): CellReason {
        const [unit, at] = [unitOf(row), dayAt(column)];
        const own = built.reason(row, column);
        if (!unit || at === undefined) return own;
        const { fullTitle = '' } = built.model.columns[column] ?? {};
        const name = [unit.name, fullTitle, plan.words.measure(plan.measure.key)].join(' · ');
        const said = unit.kind === 'rep' ? noteOf(plan, unit, at) : '';
        return { ...own, name, note: said || (built.model.cell(row, column).hint ?? '') };
      },
      acts(row, column) {
        const [unit, at] = [unitOf(row), dayAt(column)];
        if (unit?.kind !== 'rep' || at === undefined) return [];
        return actsOf(plan, unit, at, built.model.cell(row, column).value === null);
      },
    };
  },
};
