import type { odds as zh } from '../zh-CN/odds.ts';

export const odds: typeof zh = {
  dial: 'Confidence',
  expected: 'Expected',
  whose: 'Whose confidence',
  of: { rep: 'Each rep', company: 'Company' },
  cases: (enough, outOf) => `${enough} of ${outOf} cases`,
  meansExpected: 'Expected: goal ÷ ratios, usually enough about 4 times in 10',
  meansExpectedHere: (cases) => `Expected: goal ÷ ratios, in this plan enough in ${cases}`,
  about: (cases) => `about ${cases}`,
  seldom: (outOf) => `less than 1 of ${outOf} cases`,
  mostly: (outOf) => `more than 9 of ${outOf} cases`,
  means: {
    rep: (cases) => `Each rep’s quota is enough in ${cases}`,
    company: (cases) => `All quotas together are enough in ${cases}`,
  },
  shortExpected: 'expected',
  shortExpectedHere: (cases) => `expected: enough in ${cases}`,
  short: {
    rep: (cases) => `each enough in ${cases}`,
    company: (cases) => `together enough in ${cases}`,
  },
  aimLine: (cases) => `to be enough in ${cases}`,
  aimSentence: {
    rep: (target, cases, aim) => `To reach ${target} in ${cases}, aim at ${aim} on average`,
    reps: (target, cases, aim) =>
      `For each rep to reach their part of ${target} in ${cases}, aim at ${aim} in all on average`,
    company: (target, cases, aim) =>
      `For the company to make it in ${cases}, aim at ${aim} on average for these ${target}`,
  },
  title: 'Is it enough',
  from: (money, days) => `From today: ${money} to go, ${days} working days left`,
  lessOther: (money) => ` (less ${money} of other revenue expected)`,
  chances: (measure, points) => `${measure} a day ${points.join(', ')}`,
  point: (perDay, chance) => `${perDay}: ${chance}`,
  unreachable: (chance) => `no amount makes ${chance} sure`,
  pace: 'At the usual pace',
  taken: (reps) =>
    `${String(reps)} of them without a record of their work are taken at the median pace of their team`,
  quota: 'If the to-go quota is done',
  best: { rep: 'Own proven best', team: 'Sum of the proven bests' },
  chanceAtPace: 'chance at the usual pace',
  perDay: (perDay) => `${perDay} a day`,
  kept: (chance, said, came) => `In past months: of ${said} chances of ${chance} or more, ${came} came true`,
  keptHint:
    'Looked back from each month’s earlier record and the work really done, not from promises of the time.',
  updating: 'Being worked out again',
  reached: 'The goal is reached',
  nothing: 'Nothing can be said of the chance here',
  axis: (measure) => `${measure} a day`,
};
