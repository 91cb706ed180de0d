/** How likely quotas and goals are to be enough. */
export const odds = {
  dial: '把握',
  expected: '期望',
  whose: '谁的把握',
  of: { rep: '各人', company: '全公司' },
  cases: (enough: string, outOf: string) => `${outOf} 次里 ${enough} 次`,
  meansExpected: '期望：目标 ÷ 比率，通常约 10 次里 4 次够',
  meansExpectedHere: (cases: string) => `期望：目标 ÷ 比率，按这个计划算约 ${cases}够`,
  seldom: (outOf: string) => `${outOf} 次里不到 1 次`,
  mostly: (outOf: string) => `${outOf} 次里 9 次以上`,
  means: {
    rep: (cases: string) => `每个人的配额，${cases}够`,
    company: (cases: string) => `全公司的配额合起来，${cases}够`,
  },
  shortExpected: '期望',
  shortExpectedHere: (cases: string) => `期望，约 ${cases}够`,
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
  lessOther: (money: string) => `（已减去预计的其他收入 ${money}）`,
  chances: (measure: string, points: readonly string[]) => `每天${measure} ${points.join('，')}`,
  point: (perDay: string, chance: string) => `${perDay}：${chance}`,
  unreachable: (chance: string) => `再多也到不了 ${chance}`,
  pace: '照现在的步子',
  taken: (reps: number) => `其中 ${String(reps)} 人还没有工作量记录，按组里别人步子的中位数算`,
  quota: '按还差的配额做',
  best: { rep: '本人最好的日子', team: '各人最好的日子之和' },
  chanceAtPace: '达成概率 · 照现在的步子',
  perDay: (perDay: string) => `每天 ${perDay}`,
  kept: (chance: string, said: string, came: string) =>
    `已过的月份里：达成概率 ${chance} 以上的有 ${said} 次，成了 ${came} 次`,
  keptHint: '按当月之前的记录和当月真做的量回头算，不是当时的承诺。',
  updating: '正在重算',
  reached: '目标已经达成',
  nothing: '这里推不出达成概率',
  axis: (measure: string) => `每天${measure}`,
};
