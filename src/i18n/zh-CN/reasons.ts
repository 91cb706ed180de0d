export const reasons = {
  computed: '计算值',
  input: '可改',
  own: (share: string) => `本人 ${share}`,
  tooLittle: '记录太少，用团队的',
  assumed: '假设',
  override: '手动',
  children: (count: number) => `${String(count)} 名成员之和`,
  notBelowZero: '（不足 0 记 0）',
  problem: {
    tooUncertain: '已知的太少：按这个把握，多少工作量都不敢说够',
    tooLate: '现在才开始的，本月都来不及成交：整条链要的时间比剩下的长',
    zeroRatio: '有一步的比率是 0，推不下去',
    noWorkingDays: '这个月没有工作日',
    noDaysLeft: '这个月没有剩余工作日',
    broken: '链条在这里断开，推不到下一步',
    notEmployed: '这个月不在岗',
  },
  break: {
    exceeds: (from: string, to: string) => `${to}比${from}还多，不能从${to}推到${from}`,
    unset: (from: string, to: string) => `${from}到${to}没有设定关系`,
    noData: (from: string, to: string) => `${from}到${to}没有数据`,
  },
};
