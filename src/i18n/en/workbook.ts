import type { workbook as zh } from '../zh-CN/workbook.ts';

export const workbook: typeof zh = {
  sheets: { backcast: 'Backcast', ratios: 'Ratios', notes: 'Notes' },
  title: (plan, month, mode) => `${plan} · ${month} · ${mode}`,
  legend: 'Blue cells are inputs and can be typed over; black cells are formulas',
  name: 'Member',
  kind: 'Kind',
  reason: 'Why there is no number',
  used: 'Used',
  raw: 'Raw',
  own: 'Own',
  team: 'Team',
  low: '80% from',
  high: '80% to',
  basis: 'Basis',
  basisOf: {
    own: 'Own record',
    tooLittle: 'Too little data, the team’s is used',
    assumed: 'Assumed',
    override: 'By hand',
  },
  noRatio: 'No ratio',
  fileName: (plan, month) => `${plan} Backcast ${month}`,
  beside: {
    sheet: 'What-if',
    title: (name, plan) => `What-if: ${name} · ${plan}`,
    legend: 'Plan and what-if are as they were when this was exported; the difference is a formula',
    plan: 'Plan',
    supposed: 'What-if',
    difference: 'Difference',
    atPace: 'Chance at the usual pace',
    atQuota: 'Chance if the quota is done',
  },
  notes: {
    plan: 'Plan',
    month: 'Month',
    mode: 'Start from',
    asOf: 'Data as of',
    currency: 'Currency',
    confidence: 'Confidence',
    percent: (chance, whose) => `${chance}, ${whose}`,
    ofRep: 'each rep alone',
    ofCompany: 'the whole company together',
    reading: 'How to read it',
    readingText:
      'Each rep has a row on the Backcast sheet: from the goal or the money to go, divided step by step by “Used” in the same row of the Ratios sheet. Change any blue number and what follows is calculated again.',
    rounding: 'Rounding',
    roundingText:
      'A rep’s numbers are not rounded, only shown whole; the next step uses the unrounded number. A total adds up what is shown below it.',
    days: 'Working days',
    daysText:
      'Working days are inputs: holidays, leave and working patterns were counted in the app. A total is the mean of the reps employed.',
    ratios: 'Ratios',
    ratiosText:
      '“Used” is what the formulas divide by, with three significant digits; where it was set by hand, “Basis” says why. “Own” and “Team” are the weights of the two records. 80% from and to: next month’s ratio lies between them 8 times in 10. The ratios of totals are for comparison only; nothing is calculated from them.',
    aim: 'Aim on average',
    aimConfidence:
      'What has to be won on average for the chosen confidence. The app’s probability model computes it; here it is an input and does not follow a changed goal.',
    aimMoved:
      'The chain takes long, so part of this month’s work is for the goals of later months. The app computes the amount; here it is an input and does not follow a changed goal.',
    aimLag:
      'Money to go less what lands from work under way, divided by the share of new work that lands in time. The app computes the last two from the lags; here they are inputs.',
    other:
      'Money that does not come by the chain: what is in so far, plus each rep’s monthly mean for the share of working days left. It is taken off the goal first. The app computes the three from the history; here they are inputs.',
    none: '—',
    noneText:
      'No number: the goal is blank, a ratio or the working days are 0, or the rep is not employed. Fill in the blue number and the formula calculates; rows of reps who are not employed have no formula.',
  },
};
