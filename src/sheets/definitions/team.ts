import { t } from '../../i18n/i18n.svelte.ts';
import { formatMonth, formatNumber } from '../../i18n/numbers.ts';
import { randomKey, recordId } from '../../model/ids.ts';
import { fail, ok } from '../../model/failure.ts';
import type { TeamAnswer } from '../../model/planning.ts';
import { workPatterns } from '../../model/records/settings.ts';
import { unitKinds, type Unit } from '../../model/records/unit.ts';
import { addMonths } from '../../model/time.ts';
import type { Outcome } from '../built.ts';
import { textCell } from '../cells.ts';
import { parseLeave, writeLeave } from '../columns/leave.ts';
import { parseDate } from '../columns/parse.ts';
import type { SheetContext, SheetDefinition } from '../definition.ts';
import type { Column } from '../sheet.ts';
import { withBelow } from '../tree.ts';
import { nameField, treeSheet, type Field } from '../tree-sheet.ts';

const choice = (text: string, choices: NonNullable<Column['choices']>) => {
  const found = choices.find(({ value, label }) => value === text.trim() || label === text.trim());
  return found ? ok(found.value) : fail('notChoice', { text });
};

function unitName(): Field {
  return {
    ...nameField(),
    cell: (unit) => textCell(unit.name, { input: true }),
    edit(unit, edit, outcome) {
      if (edit.text.trim() === '') outcome.refuse(edit, t().sheets.nameNeeded);
      else outcome.set(recordId.unit(unit.key), 'name', edit.text.trim());
    },
  };
}

function choiceField(key: 'kind' | 'pattern', title: string, choices: NonNullable<Column['choices']>): Field {
  return {
    column: { key, type: 'choice', title, choices, width: key === 'kind' ? 80 : 132 },
    cell: (unit) =>
      textCell(choices.find(({ value }) => value === (unit[key] ?? ''))?.label ?? '', { input: true }),
    edit(unit, edit, outcome) {
      const read = choice(edit.text, choices);
      if (read.ok) outcome.set(recordId.unit(unit.key), key, read.value || null);
      else outcome.refuse(edit, t().sheets.notChoice);
    },
  };
}

const dateField = (context: SheetContext, key: 'start' | 'end', title: string): Field => ({
  column: { key, type: 'date', title, width: 104 },
  cell: (unit) => textCell(unit[key] ?? '', { input: true }),
  edit: (unit, edit, outcome) => {
    outcome.take(edit, parseDate(edit.text, context.asOf), (day) => {
      outcome.set(recordId.unit(unit.key), key, day);
    });
  },
});

function leaveField(context: SheetContext): Field {
  const words = context.language === 'en' ? { to: 'to', half: 'half' } : { to: '至', half: '半天' };
  return {
    column: { key: 'leave', type: 'leave', title: t().sheets.leave, width: 168 },
    cell: (unit) => textCell(writeLeave(unit.leave, context.asOf, words), { input: unit.kind === 'rep' }),
    edit: (unit, edit, outcome) => {
      outcome.take(edit, parseLeave(edit.text, context.asOf), (leave) => {
        outcome.set(recordId.unit(unit.key), 'leave', leave);
      });
    },
  };
}

const noteField = (): Field => ({
  column: { key: 'note', type: 'text', title: t().sheets.note, width: 200, rule: true },
  cell: (unit) => textCell(unit.note ?? '', { input: true }),
  edit: (unit, edit, outcome) => {
    outcome.set(recordId.unit(unit.key), 'note', edit.text.trim() || null);
  },
});

function daysField(context: SheetContext, answer: TeamAnswer, index: number): Field {
  const rows = new Map(answer.units.map((unit, row) => [unit, row]));
  return {
    column: {
      key: `days ${String(index)}`,
      type: 'days',
      title: formatMonth(answer.months[index] ?? context.month, context.language),
      group: t().chain.workingDays,
      width: 96,
      rule: index === 0,
    },
    cell(unit) {
      const days = answer.workingDays[index]?.[rows.get(unit.key) ?? -1] ?? NaN;
      if (!Number.isFinite(days)) return textCell('—', { value: null });
      return {
        text: formatNumber(days, context.language, Number.isInteger(days) ? 0 : 1),
        value: days,
        input: false,
      };
    },
  };
}

/** A new rep stands beside the last one. */
function addRep(context: SheetContext, text: string, outcome: Outcome): void {
  const name = text.trim();
  if (name === '') return;
  const last = context.units.findLast((unit) => unit.kind === 'rep');
  const order = Math.max(0, ...context.units.map((unit) => unit.order)) + 1 + outcome.changes.length;
  const parent = last ? last.parent : (context.units[0]?.key ?? null);
  outcome.changes.push({ create: recordId.unit(randomKey()), values: { name, kind: 'rep', parent, order } });
}

const OWNED = ['history', 'goal', 'inHand', 'override'] as const;

/** Deletes units with everything below them and all that is kept of them. */
function removal(context: SheetContext, keys: readonly string[]) {
  const gone = new Set(keys.flatMap((key) => withBelow(context.units, key).map((unit) => unit.key)));
  const records = OWNED.flatMap((kind) => context.ofKind(kind)).filter(([id]) =>
    gone.has(id.split('/')[1] ?? ''),
  );
  return [...records.map(([id]) => id), ...[...gone].map(recordId.unit)].map((remove) => ({ remove }));
}

function swap(context: SheetContext, unit: Unit, step: -1 | 1) {
  const siblings = context.units.filter(({ parent }) => parent === unit.parent);
  const at = siblings.findIndex(({ key }) => key === unit.key);
  const moved = siblings.toSpliced(at, 1).toSpliced(Math.max(0, at + step), 0, unit);
  return moved.map(({ key }, order) => ({ id: recordId.unit(key), field: 'order', value: order }));
}

/** 团队: the org tree with dates, working patterns and leave. */
export const team: SheetDefinition = {
  id: 'team',
  queries: ({ month }) => [{ kind: 'team', span: { from: month, to: addMonths(month, 1) } }],
  build(context, [answer]) {
    if (answer?.kind !== 'team') throw new Error('the Team sheet is built from a team');
    const words = t().sheets;
    const kinds = unitKinds.map((value) => ({ value, label: t().chain.unitKind[value] }));
    const patterns = workPatterns.map((value) => ({ value: value as string, label: words.patterns[value] }));
    const fields = [
      unitName(),
      choiceField('kind', words.kind, kinds),
      dateField(context, 'start', words.start),
      dateField(context, 'end', words.end),
      choiceField('pattern', words.pattern, [{ value: '', label: words.inherited }, ...patterns]),
      leaveField(context),
      daysField(context, answer, 0),
      daysField(context, answer, 1),
      noteField(),
    ];
    const adder = {
      text: words.people,
      add: (text: string, outcome: Outcome) => addRep(context, text, outcome),
    };
    const sheet = treeSheet(context, { id: 'team', label: words.name.team, fields, adder });
    return {
      ...sheet,
      remove: (rows) =>
        removal(
          context,
          rows.flatMap((row) => sheet.unitAt(row) ?? []),
        ),
      move(rows, direction) {
        const unit = context.units.find(({ key }) => key === sheet.unitAt(rows[0] ?? -1));
        if (!unit || rows.length !== 1 || direction === 'in' || direction === 'out') return [];
        return swap(context, unit, direction === 'up' ? -1 : 1);
      },
    };
  },
};
