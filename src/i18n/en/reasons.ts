import type { reasons as zh } from '../zh-CN/reasons.ts';

export const reasons: typeof zh = {
  computed: 'Computed',
  input: 'Input',
  own: (share) => `own ${share}`,
  tooLittle: 'too little data, the team’s is used',
  assumed: 'assumed',
  override: 'set by hand',
  children: (count) => `sum of ${String(count)} reps`,
  notBelowZero: '(0 where below)',
  problem: {
    tooUncertain: 'Too little is known: no amount of work can be promised to be enough at this confidence',
    tooLate: 'Nothing begun from now on lands within the month: the chain takes longer than what is left',
    zeroRatio: 'The ratio of a step is 0: the chain can’t go on',
    noWorkingDays: 'No working days in this month',
    noDaysLeft: 'No working days left in this month',
    broken: 'The chain is broken here',
    notEmployed: 'Not employed in this month',
  },
  break: {
    exceeds: (from, to) => `${to} exceed ${from}: the chain breaks here`,
    unset: (from, to) => `No step is set from ${from} to ${to}`,
    noData: (from, to) => `No data from ${from} to ${to}`,
  },
};
