import { t } from '../../i18n/i18n.svelte.ts';
import { formatMonth } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import type { HistoryAnswer } from '../../model/planning.ts';
import { addMonths, type Month } from '../../model/time.ts';
import { countCell, emptyInput, moneyCell } from '../cells.ts';
import { parseCount, parseMoney } from '../columns/parse.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import { isMoney, measureName } from '../names.ts';
import { nameField, treeSheet, type Field } from '../tree-sheet.ts';

/** How many months back the sheet reaches. */
const MONTHS = 24;

function monthField(context: SheetContext, answer: HistoryAnswer, measure: number, month: number): Field {
  const key = answer.measures[measure] ?? '';
  const when: Month = answer.months[month] ?? '';
  const rows = new Map(answer.units.map((unit, index) => [unit, index]));
  const money = isMoney(context, key);
  const write = money ? moneyCell : countCell;
  return {
    column: {
      key: `${key} ${when}`,
      type: money ? 'money' : 'count',
      title: formatMonth(when, context.language),
      group: measureName(context, key),
      width: money ? 96 : 84,
      rule: month === 0,
    },
    cell(unit) {
      if (unit.kind !== 'rep')
        return write(answer.values[measure]?.[month]?.[rows.get(unit.key) ?? -1] ?? NaN, context.language);
      const record = context.get(recordId.history(unit.key, when));
      const value = record?.[key];
      if (typeof value === 'number')
        return write(value, context.language, { input: true, draft: String(money ? value / 100 : value) });
      // A hole in a month that is otherwise entered is said; a month nobody entered is just blank.
      return record ? emptyInput(t().sheets.gap, ['gap']) : emptyInput();
    },
    edit: (unit, edit, outcome) => {
      outcome.take(edit, (money ? parseMoney : parseCount)(edit.text), (value) => {
        outcome.set(recordId.history(unit.key, when), key, value);
      });
    },
  };
}

/** 历史: what each rep did in each month, one group of columns for each measure. */
export const history: SheetDefinition = {
  id: 'history',
  queries: ({ month }) => [{ kind: 'history', span: { from: addMonths(month, 1 - MONTHS), to: month } }],
  build(context, [answer]) {
    if (answer?.kind !== 'history') throw new Error('the History sheet is built from a history');
    const first = Math.max(0, answer.months.indexOf(answer.extent?.from ?? context.month));
    const fields = answer.measures.flatMap((_, measure) =>
      answer.months
        .slice(first)
        .map((_month, offset) => monthField(context, answer, measure, first + offset)),
    );
    return treeSheet(context, {
      id: 'history',
      label: t().sheets.name.history,
      fields: [nameField(), ...fields],
    });
  },
};
