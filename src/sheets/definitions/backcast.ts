import { t } from '../../i18n/i18n.svelte.ts';
import { PIPELINE } from '../../model/records/measure.ts';
import { daysField, perDayFields, requirementField } from '../backcast/needed-fields.ts';
import { backcastPlan } from '../backcast/plan.ts';
import { chanceField } from '../backcast/chance-field.ts';
import { evidenceField, goalField, inHandField, toGoField, wonField } from '../backcast/result-fields.ts';
import type { SheetDefinition } from '../definition.ts';
import { nameField, unitSheet } from '../unit-sheet.ts';

const NAME_WIDTH = 144;

/** 倒推: from each goal back to what it takes of every measure, and of the work a day. */
export const backcast: SheetDefinition = {
  id: 'backcast',
  queries: ({ month, mode }) => [{ kind: 'backcast', month, mode }],
  later: ({ month, mode }) => [
    { kind: 'odds', month },
    { kind: 'load', month, mode },
  ],
  build(context, [answer], late) {
    if (answer?.kind !== 'backcast') throw new Error('the Backcast sheet is built from a backcast');
    const odds = late?.find((each) => each.kind === 'odds') ?? null;
    const loads = late?.find((each) => each.kind === 'load') ?? null;
    const plan = backcastPlan(context, answer);
    const isStock = context.settings.pipelineKind === 'stock' && answer.measures.includes(PIPELINE);
    const fields = [
      ...[nameField(NAME_WIDTH), evidenceField(plan), goalField(plan), wonField(plan), toGoField(plan)],
      ...(isStock ? [inHandField(plan)] : []),
      ...answer.measures.map((measure, at) => requirementField(plan, measure, at)),
      ...perDayFields(plan, loads),
      chanceField(plan, odds),
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
