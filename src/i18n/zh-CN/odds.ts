/** How likely quotas and goals are to be enough. */
export const odds = {
  dial: '把握',
  expected: '期望',
  whose: '谁的把握',
  of: { rep: '各人', company: '全公司' },
  cases: (enough: string, outOf: string) => `${outOf} 次里 ${enough} 次`,
  meansExpected: '期望：目标 ÷ 比率，约 10 次里 4 次够',
  means: {
    rep: (cases: string) => `每个人的配额，${cases}够`,
    company: (cases: string) => `全公司的配额合起来，${cases}够`,
  },
  shortExpected: '期望，约 10 次里 4 次够',
  short: {
    rep: (cases: string) => `每个人 ${cases}够`,
    company: (cases: string) => `全公司 ${cases}够`,
  },
  aimLine: (cases: string) => `要 ${cases}够`,
  aimSentence: {
    rep: (target: string, cases: string, aim: string) => `要 ${cases}做到 ${target}，平均要冲到 ${aim}`,
    reps: (target: string, cases: string, aim: string) =>
      `要每个人都 ${cases}做到自己的一份（合计 ${target}），平均合计要冲到 ${aim}`,
    company: (target: string, cases: string, aim: string) =>
      `要全公司 ${cases}做到，这里的 ${target} 平均要冲到 ${aim}`,
  },
  title: '够不够',
  from: (money: string, days: string) => `从今天起：还差 ${money}，剩 ${days} 个工作日`,
  chances: (measure: string, points: readonly string[]) => `每天${measure} ${points.join('，')}`,
  point: (perDay: string, chance: string) => `${perDay}：${chance}`,
  unreachable: (chance: string) => `再多也到不了 ${chance}`,
  pace: '照现在的步子',
  quota: '按配额做',
  best: { rep: '本人最好的日子', team: '各人最好的日子之和' },
  chanceAtPace: '达成概率 · 照现在的步子',
  perDay: (perDay: string) => `每天 ${perDay}`,
  updating: '正在重算',
  reached: '目标已经达成',
  nothing: '这里推不出达成概率',
  axis: (measure: string) => `每天${measure}`,
};
