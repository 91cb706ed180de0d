import { t } from '../../i18n/i18n.svelte.ts';
import type { Query } from '../../model/planning.ts';
import { PIPELINE } from '../../model/records/measure.ts';
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
import type { SheetDefinition } from '../definition.ts';
import { nameField, unitSheet } from '../unit-sheet.ts';

const NAME_WIDTH = 144;

/** What shows the plan beside a what-if. */
type Beside = Pick<typeof import('../backcast/beside-fields.ts'), 'besideFields' | 'besideOf'>;

/** `beside` null: there is nothing to compare with. */
export function backcastSheet(id: string, beside: Beside | null): SheetDefinition {
  /** The plan itself is asked beside the what-if. */
  const withPlan = (query: Query): Query[] => (beside ? [query, { ...query, scenario: null }] : [query]);
  return {
    id,
    queries: (context) => withPlan({ kind: 'backcast', month: context.month, mode: context.mode }),
    later: (context) => [
      ...withPlan({ kind: 'odds', month: context.month }),
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
      const compared = beside?.besideOf(answers, late) ?? null;
      const fields = [
        ...[nameField(context, NAME_WIDTH), evidenceField(plan)],
        ...(beside && compared
          ? beside.besideFields(plan, { goal, chance, perDay: perDay[0] }, compared)
          : [goal]),
        ...[wonField(plan), ...(answer.other ? [otherField(plan)] : []), toGoField(plan)],
        ...(isStock ? [inHandField(plan)] : []),
        ...answer.measures.map((measure, at) => requirementField(plan, measure, at)),
        ...(compared ? perDay.slice(1) : [...perDay, chance]),
        daysField(plan),
      ];
      return unitSheet(context, {
        id: 'backcast',
        label: t().sheets.name.backcast,
        fields,
        adder: t().sheets.adder,
      });
    },
  };
}

/** 倒推: from each goal back to what it takes of every measure, and of the work a day. */
export const backcast = backcastSheet('backcast', null);
