import type { history as zh } from '../zh-CN/history.ts';

export const history: typeof zh = {
  label: 'History',
  name: 'Member',
  adder: '＋ Paste here to add members',
  gap: 'gap',
  gapHint: 'Gap: no entry, not zero, left out of every ratio',
  from: (day: string) => `Starts ${day}`,
  until: (day: string) => `Left ${day}`,
  notEmployed: '—',
  typed: 'Typed',
  typedZero: 'A typed 0 counts as evidence',
  running: 'This month is not over',
  sum: 'Sum of the members below',
  sumRefused: 'This is a sum: change the numbers of the members below',
  ofDays: 'Sum of its days',
  ofDaysNot: (row) =>
    `Sum of its days; the month itself was entered as ${row}, which is kept but does not count`,
  ofDaysAnd: (row) => `The ${row} entered for the month, and the days that came after`,
  daysRefused: 'This month is the sum of its days: change the day in Actuals',
  nameElsewhere: 'Change names in the Team sheet',
};
