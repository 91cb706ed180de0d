import { t } from '../../i18n/i18n.svelte.ts';
import { formatMonth } from '../../i18n/numbers.ts';
import type { TeamAnswer } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { SheetContext } from '../definition.ts';
import type { Cell, CellReason } from '../sheet.ts';
import type { TeamColumn } from './columns.ts';

function typedAs(type: TeamColumn['column']['type']): string {
  const words = t().team.typedAs;
  if (type === 'date' || type === 'leave' || type === 'choice') return words[type];
  return type === 'count' ? words.minutes : words.text;
}

/** What the formula bar says of a cell of the team: what is stored, and how it may be written. */
export function teamReason(
  unit: Unit,
  about: TeamColumn,
  cell: Cell,
  answer: TeamAnswer,
  { language }: SheetContext,
): CellReason {
  const words = t().team;
  const { column } = about;
  if (about.field !== null) {
    const name = about.field === 'name' ? unit.name : `${unit.name} · ${column.title}`;
    const note = cell.hint ?? typedAs(column.type);
    return { name, formula: null, input: cell.draft ?? cell.text, note, why: null };
  }
  const month = formatMonth(answer.months[about.month] ?? '1970-01', language);
  const name = `${words.workingDaysOf(unit.name)} · ${month}`;
  return { name, formula: null, input: '', note: cell.hint ?? words.computed, why: null };
}
