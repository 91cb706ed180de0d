import { t } from '../../i18n/i18n.svelte.ts';
import type { HistoryAnswer } from '../../model/planning.ts';
import { columnTypes } from '../columns/index.ts';
import type { BuiltSheet, SheetContext, SheetDefinition } from '../definition.ts';
import { daysCell, isOfDays, repCell, storedCount, sumCell, sumOf } from '../history/cells.ts';
import { gridColumns, historyColumns, keptInHistory, nameColumn } from '../history/columns.ts';
import { HistoryEdits } from '../history/edits.ts';
import { Presences } from '../history/employment.ts';
import { historyReason } from '../history/reason.ts';
import { askedSpan, shownMonths } from '../history/span.ts';
import { unitRows } from '../rows.ts';
import { blankCell, type Cell } from '../sheet.ts';
import { planWords } from '../words.ts';

function builtHistory(context: SheetContext, answer: HistoryAnswer): BuiltSheet {
  const words = planWords(context.ofKind('measure'));
  const months = shownMonths(askedSpan(context), answer.extent);
  const columns = historyColumns(keptInHistory(words, context.ofKind('other')), answer, months);
  const rows = unitRows(context, { adder: true });
  const presences = new Presences(context, months);
  const cell = (row: number, column: number): Cell => {
    const unit = rows.unit(row);
    const about = columns[column - 1];
    if (!unit) {
      const text = column === 0 ? t().history.adder : '';
      return { ...blankCell, text, input: true, draft: '' };
    }
    if (!about) return { text: unit.name, value: unit.name, input: false };
    if (unit.kind !== 'rep') return sumCell(context, answer.units, unit, about);
    return isOfDays(answer.units, unit.key, about)
      ? daysCell(context, answer.units, unit, about)
      : repCell(context, presences, unit, about);
  };
  const value = (row: number, column: number): Cell['value'] => {
    const unit = rows.unit(row);
    const about = columns[column - 1];
    if (!unit || !about) return unit?.name ?? null;
    const isTyped = unit.kind === 'rep' && !isOfDays(answer.units, unit.key, about);
    const stored = isTyped ? storedCount(context, unit.key, about) : sumOf(answer.units, unit.key, about);
    return columnTypes[about.type].value(stored, context);
  };
  return {
    model: {
      id: 'history',
      label: t().history.label,
      columns: [nameColumn(context), ...gridColumns(columns, months, words, answer, context)],
      rowCount: rows.count,
      row: (index) => rows.row(index),
      cell,
      value,
    },
    edit: (edits, reason) => new HistoryEdits(context, rows, columns, answer.units).run(edits, reason),
    refuse(row, column) {
      const sentences = t().history;
      const isRep = rows.unit(row)?.kind === 'rep';
      const text = isRep ? sentences.daysRefused : sentences.sumRefused;
      return { kind: 'sentence', text: column === 0 ? sentences.nameElsewhere : text };
    },
    reason(row, column) {
      const unit = rows.unit(row);
      const about = columns[column - 1];
      if (unit && about) return historyReason(context, words, answer.units, unit, about, cell(row, column));
      return { name: unit?.name ?? '', formula: null, input: '', note: '', why: null };
    },
    unitAt: (row) => rows.unit(row)?.key ?? null,
  };
}

/** 历史: what each rep did in each month, a group of columns for each measure of the chain, and for what comes in beside it. */
export const history: SheetDefinition = {
  id: 'history',
  queries: (context) => [{ kind: 'history', span: askedSpan(context) }],
  build(context, [answer]) {
    if (answer?.kind !== 'history') throw new Error('the History sheet is built from a history');
    return builtHistory(context, answer);
  },
};
