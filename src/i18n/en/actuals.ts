import type { Messages } from '../zh-CN/index.ts';

const plural = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

export const actuals: Messages['actuals'] = {
  sheet: {
    label: 'Actuals',
    comma: '; ',
    measures: 'Measure',
    paste: 'Paste yesterday',
    legend: { typed: 'actual, can be changed', quota: 'quota to come', gap: 'not entered, not 0' },
    week: (number) => `Week ${String(number)}`,
    leave: 'leave',
    leaveHint: 'On leave, no quota',
    off: 'A day off, no quota',
    notEmployed: 'Not employed on this day',
    notYet: (day) => `${day} is still to come: enter it on that day`,
    quota: (count) => `Quota ${count}, nothing entered yet`,
    gap: 'blank',
    gapHint: 'Not entered, not 0',
    source: { system: 'from a system', person: 'entered by hand' },
    counts: { system: "the system's counts", person: "the rep's counts" },
    differ: (system, person, counts) => `system ${system}, rep ${person}: ${counts}`,
    overWhole: (whole, count) => `more than ${whole} of the same day, ${count}`,
    underPart: (part, count, own) => `${part} of the same day is ${count}, more than ${own}`,
    beside: (count) =>
      `${plural(count, 'cell')} already from a system: that counts, what was typed is kept to compare`,
  },
  pace: {
    title: 'Pace',
    done: 'Done',
    days: (days) => `${days} days`,
    due: 'Due',
    byDays: 'by days',
    gap: 'Gap',
    left: 'To go',
    leftDays: (days) => `${days} days left`,
    perDay: 'Per day',
    over: { none: 'no make-up', week: 'this week', month: 'this month', quarter: 'quarter' },
    various: 'reps differ',
    behind: 'Under 95% of what is due',
    overBest: (count) => `Over: ${count} a day is more than their own best`,
    note: {
      done: 'Entered for the days before today',
      due: 'What of the target was due by yesterday, by working days',
      gap: 'Done − due',
      left: 'Target − done, today included',
      perDay: 'To go, over the working days left',
    },
  },
  acts: { leave: 'Mark as leave', work: 'Not on leave', zero: 'It is really 0' },
};
