import { t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import type { Unit } from '../../model/records/unit.ts';
import { newStep, stepsOf, type AgreementState } from '../../model/proposals.ts';
import { columnWidth, largestOf } from '../column-width.ts';
import { cellOf } from '../columns/index.ts';
import { noNumber } from '../figure-cells.ts';
import { blankCell, type Cell, type CellMark } from '../sheet.ts';
import { sentence, type Field } from '../unit-sheet.ts';
import { readMoney, type Written } from '../written.ts';
import { figure, ofAgreement, signed, stateOf, waiting, type Checks } from './checks.ts';

const MARKS: { readonly [S in AgreementState]: readonly CellMark[] } = {
  unanswered: ['muted'],
  committed: [],
  accepted: [],
  proposed: ['note'],
  again: ['note', 'muted'],
  kept: ['note', 'muted'],
};

/** What the reps stand by, and by how much that is more or less than is assigned. */
export const consensusFields = (checks: Checks): Field[] => [saidField(checks), differenceField(checks)];

function saidField(checks: Checks): Field {
  const { context, agreement, month } = checks;
  const words = t().agree.consensus;
  const largest = figure(largestOf(agreement?.of[0]?.said), context);
  return {
    column: {
      ...{ key: 'said', type: 'money', title: words.said, subtitle: words.own },
      ...{ group: words.group(month), rule: true },
      width: Math.max(columnWidth(words.said, words.own, largest), columnWidth(words.proposed('26,500'), '')),
    },
    cell: (unit) => {
      if (!agreement) return waiting(t().agree.updating);
      return unit.kind === 'rep' ? ownCell(checks, unit) : sumCell(checks, unit);
    },
    write: (unit, text) => readMoney(text, context, (amount) => noted(checks, unit, amount)),
    refuse: () => sentence(words.sumNote),
    note: (unit) => (unit.kind === 'rep' ? words.note : words.sumNote),
  };
}

/** What a rep said in the room is noted down as a step of its own. */
function noted(checks: Checks, unit: Unit, amount: number | null): Written {
  const assigned = ofAgreement(checks, 'assigned', unit);
  const { context } = checks;
  const steps = stepsOf(context.ofKind('proposal'), unit.key, context.month);
  const talk = { rep: unit.key, month: context.month, steps };
  const { create: id, values } = newStep(talk, {
    step: amount === null ? 'withdraw' : 'commit',
    ...{ amount, assigned: Number.isNaN(assigned) ? null : assigned },
    ...{ reason: '', by: unit.name, notedBy: '', at: Date.now() },
  });
  return { kind: 'record', id, values };
}

function ownCell(checks: Checks, unit: Unit): Cell {
  const { context } = checks;
  const words = t().agree.consensus;
  const amount = ofAgreement(checks, 'said', unit);
  const state = stateOf(checks, unit);
  const nobody = Number.isNaN(ofAgreement(checks, 'people', unit));
  if (state === null || nobody) return cellOf('money', null, context, { input: true });
  const hint = words.states[state];
  if (Number.isNaN(amount))
    return { text: words.unanswered, value: null, input: true, draft: '', marks: ['muted'], hint };
  const own = cellOf('money', amount, context, { input: true, marks: MARKS[state], hint });
  return state === 'proposed' ? { ...own, text: words.proposed(own.text) } : own;
}

function sumCell(checks: Checks, unit: Unit): Cell {
  const amount = ofAgreement(checks, 'said', unit);
  const hint = sumHint(checks, unit);
  return Number.isNaN(amount) ? blankCell : cellOf('money', amount, checks.context, { hint });
}

function differenceField(checks: Checks): Field {
  const { context, agreement, month, isSupposed } = checks;
  const words = t().agree.consensus;
  const subtitle = isSupposed ? words.ofSupposed : words.ofGoal;
  const largest = `−${figure(largestOf(agreement?.of[0]?.difference), context)}`;
  return {
    column: {
      ...{ key: 'difference', type: 'money', title: words.difference, subtitle, group: words.group(month) },
      width: Math.max(
        columnWidth(words.difference, subtitle, largest),
        columnWidth(words.people('99', '99'), ''),
      ),
    },
    cell: (unit) => {
      if (!agreement) return waiting(t().agree.updating);
      return unit.kind === 'rep' ? ownDifference(checks, unit) : peopleCell(checks, unit);
    },
    refuse: () => sentence(words.computed),
    note: () => words.computed,
  };
}

function ownDifference(checks: Checks, unit: Unit): Cell {
  const words = t().agree.consensus;
  const difference = ofAgreement(checks, 'difference', unit);
  const state = stateOf(checks, unit);
  if (Number.isNaN(difference))
    return Number.isNaN(ofAgreement(checks, 'people', unit)) ? blankCell : noNumber(words.states.unanswered);
  const hint = state === null ? '' : words.states[state];
  const cell = cellOf('money', difference, checks.context, { hint });
  return {
    ...cell,
    text: signed(difference, checks.context),
    ...(difference === 0 && { marks: ['muted'] as const }),
  };
}

/** Up the tree it is how many have answered that counts; by how much they differ is in the hint. */
function peopleCell(checks: Checks, unit: Unit): Cell {
  const words = t().agree.consensus;
  const [answered, people] = [ofAgreement(checks, 'answered', unit), ofAgreement(checks, 'people', unit)];
  if (Number.isNaN(people)) return blankCell;
  const text = words.people(count(checks, answered), count(checks, people));
  return { text, value: text, input: false, marks: ['muted'], hint: sumHint(checks, unit) };
}

function sumHint(checks: Checks, unit: Unit): string {
  const words = t().agree.consensus;
  const of = (name: 'answered' | 'people' | 'proposed' | 'again' | 'difference'): number =>
    ofAgreement(checks, name, unit);
  return words.sumHint([
    words.answered(count(checks, of('answered')), count(checks, of('people'))),
    ...(of('proposed') > 0 ? [words.proposals(count(checks, of('proposed')))] : []),
    ...(of('again') > 0 ? [words.againCount(count(checks, of('again')))] : []),
    ...(Number.isNaN(of('difference')) ? [] : [words.differenceIs(signed(of('difference'), checks.context))]),
  ]);
}

const count = ({ context }: Checks, value: number): string =>
  formatNumber(Number.isNaN(value) ? 0 : value, context.language);
