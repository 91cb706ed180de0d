import type { chain as zh } from '../zh-CN/chain.ts';

export const chain: typeof zh = {
  measure: {
    dials: 'Dials',
    connects: 'Connects',
    conversations: 'Conversations',
    intents: 'Intents',
    pipeline: 'Pipeline',
    revenue: 'Revenue',
  },
  ratio: {
    connects: 'Connect rate',
    conversations: 'Conversation rate',
    intents: 'Intent rate',
    pipeline: 'Value per intent',
    revenue: 'Amount conversion',
  },
  ratioOf: (to, from) => `${to} per ${from.toLowerCase()}`,
  valueOf: (to, from) => `${to} per ${from.toLowerCase()}`,
  unitKind: { company: 'Company', region: 'Region', team: 'Team', rep: 'Rep' },
  goal: 'Goal',
  won: 'Won',
  toGo: 'To go',
  inHand: 'Pipeline in hand',
  perDay: (measure) => `${measure} a day`,
  workingDays: 'working days',
  aim: 'Aim on average',
  daysLeft: 'working days left',
  total: 'Total',
};
