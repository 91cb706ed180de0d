/** The words of the product: measures, steps, units of the org tree. */
export const chain = {
  measure: {
    dials: '外呼',
    connects: '接通',
    conversations: '深沟',
    intents: '意向客户',
    pipeline: '储备金额',
    revenue: '成交金额',
  } as Record<string, string>,
  /** The ratio of the step that leads to a measure, in the default chain. */
  ratio: {
    connects: '接通率',
    conversations: '接通转深沟',
    intents: '深沟转意向',
    pipeline: '单均储备',
    revenue: '金额转化率',
  } as Record<string, string>,
  /** Any other step. */
  ratioOf: (to: string, from: string) => `${from}转${to}`,
  valueOf: (to: string, from: string) => `每${from}${to}`,
  unitKind: { company: '公司', region: '大区', team: '团队', rep: '成员' },
  goal: '目标',
  won: '已成交',
  toGo: '还差',
  inHand: '在手储备',
  perDay: (measure: string) => `每日${measure}`,
  workingDays: '工作日',
  aim: '平均要冲到',
  daysLeft: '剩余工作日',
  total: '合计',
};
