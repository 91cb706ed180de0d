import { t } from '../../i18n/i18n.svelte.ts';
import { formatDay } from '../../i18n/numbers.ts';
import type { TeamAnswer } from '../../model/planning.ts';
import type { Measure } from '../../model/records/measure.ts';
import { workPatterns } from '../../model/records/settings.ts';
import { unitKinds } from '../../model/records/unit.ts';
import { levelsOf } from '../../model/tier-table.ts';
import { minutesColumns } from './minutes.ts';
import type { SheetContext } from '../definition.ts';
import { nameWidth } from '../name-width.ts';
import type { Column } from '../sheet.ts';

/** A column of the unit's own record, the minutes of a measure there, or the working days of a month of the answer. */
export type TeamColumn =
  | {
      readonly field:
        | 'name'
        | 'kind'
        | 'start'
        | 'end'
        | 'level'
        | 'pattern'
        | 'leave'
        | 'workMinutes'
        | 'adminMinutes'
        | 'potential'
        | 'note';
      readonly column: Column;
    }
  | { readonly field: 'minutes'; readonly measure: Measure; readonly column: Column }
  | { readonly field: null; readonly month: number; readonly column: Column };

type Words = ReturnType<typeof t>['team'];

const kinds = () => unitKinds.map((value) => ({ value, label: t().chain.unitKind[value] }));
const patterns = (words: Words) => [
  { value: '', label: words.inherit },
  ...workPatterns.map((value) => ({ value, label: words.patterns[value] })),
];

/** The job level, where the plan has any. */
function levelColumn(words: Words, context: SheetContext): TeamColumn[] {
  const levels = levelsOf(context.ofKind('level'));
  if (levels.length === 0) return [];
  const choices = [
    { value: '', label: words.noLevel },
    ...levels.map(({ key, name }) => ({ value: key, label: name })),
  ];
  const column: Column = { key: 'level', type: 'choice', title: words.level, width: 88, choices, rule: true };
  return [{ field: 'level', column }];
}

function ownColumns(words: Words, context: SheetContext): TeamColumn[] {
  const { units } = context;
  const { name, kind, employed, start, end, date, pattern, capacity, leave, leaveHint } = words;
  const day = { type: 'date', group: employed, subtitle: date, width: 100 } as const;
  const minutes = { type: 'count', group: capacity, subtitle: words.minutesADay, width: 80 } as const;
  return [
    {
      field: 'name',
      column: { key: 'name', type: 'text', title: name, width: nameWidth(units, 168), frozen: true },
    },
    {
      field: 'kind',
      column: { key: 'kind', type: 'choice', title: kind, width: 84, choices: kinds(), rule: true },
    },
    { field: 'start', column: { key: 'start', title: start, ...day, rule: true } },
    { field: 'end', column: { key: 'end', title: end, ...day } },
    ...levelColumn(words, context),
    {
      field: 'pattern',
      column: {
        key: 'pattern',
        type: 'choice',
        title: pattern,
        group: capacity,
        width: 88,
        choices: patterns(words),
        rule: true,
      },
    },
    {
      field: 'leave',
      column: {
        key: 'leave',
        type: 'leave',
        title: leave,
        subtitle: leaveHint,
        group: capacity,
        width: 168,
      },
    },
    { field: 'workMinutes', column: { key: 'workMinutes', title: words.workMinutes, ...minutes } },
    { field: 'adminMinutes', column: { key: 'adminMinutes', title: words.adminMinutes, ...minutes } },
  ];
}

export function teamColumns(answer: TeamAnswer, context: SheetContext): TeamColumn[] {
  const { language } = context;
  const words = t().team;
  const provisional = answer.calendar.provisional;
  const days = answer.months.map((month, at): TeamColumn => ({
    field: null,
    month: at,
    column: {
      key: `days ${month}`,
      type: 'days',
      title: formatDay(`${month}-01`, language, { month: 'short' }),
      subtitle: provisional ? words.provisional : words.days,
      group: t().sheets.workingDays,
      width: 80,
      rule: at === 0,
    },
  }));
  const note: Column = {
    key: 'note',
    type: 'text',
    title: words.note,
    subtitle: words.noteHint,
    width: 176,
    rule: true,
  };
  const potential: Column = {
    key: 'potential',
    type: 'count',
    title: words.potential,
    subtitle: words.potentialHint,
    width: 88,
    rule: true,
  };
  return [
    ...ownColumns(words, context),
    ...minutesColumns(context),
    ...days,
    { field: 'potential', column: potential },
    { field: 'note', column: note },
  ];
}
