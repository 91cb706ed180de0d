import { t } from '../../i18n/i18n.svelte.ts';
import type { Query } from '../../model/planning.ts';
import { PIPELINE } from '../../model/records/measure.ts';
import { besideFields, besideOf } from '../backcast/beside-fields.ts';
import { daysField, perDayFields, requirementField } from '../backcast/needed-fields.ts';
import { backcastPlan } from '../backcast/plan.ts';
import { chanceField } from '../backcast/chance-field.ts';
import {
  evidenceField,
  goalField,
  inHandField,
  otherField,
  toGoField,
  wonField,
} from '../backcast/result-fields.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import { nameField, unitSheet } from '../unit-sheet.ts';

const NAME_WIDTH = 144;

/** While a what-if is open, the plan itself is asked beside it. */
const withPlan = ({ supposing }: SheetContext, query: Query): Query[] =>
  supposing ? [query, { ...query, scenario: null }] : [query];

/** 倒推: from each goal back to what it takes of every measure, and of the work a day. */
export const backcast: SheetDefinition = {
  id: 'backcast',
  queries: (context) => withPlan(context, { kind: 'backcast', month: context.month, mode: context.mode }),
  later: (context) => [
    ...withPlan(context, { kind: 'odds', month: context.month }),
    { kind: 'load', month: context.month, mode: context.mode },
  ],
  build(context, answers, late) {
    const [answer] = answers;
    if (answer?.kind !== 'backcast') throw new Error('the Backcast sheet is built from a backcast');
    const odds = late?.find((each) => each.kind === 'odds') ?? null;
    const loads = late?.find((each) => each.kind === 'load') ?? null;
    const plan = backcastPlan(context, answer, odds);
    const isStock = context.settings.pipelineKind === 'stock' && answer.measures.includes(PIPELINE);
    const [goal, chance, perDay] = [goalField(plan), chanceField(plan, odds), perDayFields(plan, loads)];
    const beside = context.supposing ? besideOf(answers, late) : null;
    const fields = [
      ...[nameField(context, NAME_WIDTH), evidenceField(plan)],
      ...(beside ? besideFields(plan, { goal, chance, perDay: perDay[0] }, beside) : [goal]),
      ...[wonField(plan), ...(answer.other ? [otherField(plan)] : []), toGoField(plan)],
      ...(isStock ? [inHandField(plan)] : []),
      ...answer.measures.map((measure, at) => requirementField(plan, measure, at)),
      ...(beside ? perDay.slice(1) : [...perDay, chance]),
      daysField(plan),
    ];
    return unitSheet(context, {
      id: 'backcast',
      label: t().sheets.name.backcast,
      fields,
      adder: t().sheets.team.adder,
    });
  },
};
