/** The words of the workbook that is exported for Excel. */
export const workbook = {
  sheets: { backcast: '倒推', ratios: '比率', notes: '说明' },
  title: (plan: string, month: string, mode: string) => `${plan} · ${month} · ${mode}`,
  legend: '蓝色是输入，可以直接改；黑色由公式算出',
  name: '成员',
  kind: '类型',
  reason: '为什么没有数',
  used: '采用',
  raw: '原始',
  own: '本人',
  team: '团队',
  low: '八成下限',
  high: '八成上限',
  basis: '依据',
  basisOf: { own: '本人记录', tooLittle: '数据太少，用团队的', assumed: '假设', override: '手动' },
  noRatio: '没有比率',
  fileName: (plan: string, month: string) => `${plan} 倒推 ${month}`,
  notes: {
    plan: '计划',
    month: '月份',
    mode: '从哪里推',
    asOf: '数据截至',
    currency: '币种',
    confidence: '把握',
    expected: '期望：目标 ÷ 比率，大约十次做到四次',
    percent: (chance: string, whose: string) => `${chance}，${whose}`,
    ofRep: '每个人各自',
    ofCompany: '全公司一起',
    reading: '怎么读',
    readingText:
      '“倒推”里每个成员一行：从目标或还差的金额出发，一步一步除以“比率”里同一行的“采用”。改任何蓝色的数，后面都会重算。',
    rounding: '取整',
    roundingText: '成员的数不取整，只按整数显示，下一步用的是没取整的数。合计把下面显示出来的数加起来。',
    days: '工作日',
    daysText: '工作日是输入：假期、请假和工作制在应用里算好。合计是在岗成员的平均。',
    ratios: '比率',
    ratiosText:
      '“采用”是公式所除的数，三位有效数字；手动改过的，原因写在“依据”里。“本人”和“团队”是两边记录的权重。八成上下限：下个月的比率八成落在中间。合计行的比率只供对照，不参与计算。',
    aim: '平均要冲到',
    aimConfidence:
      '按所选的把握，平均要做到这么多才够稳。它由应用的概率模型算出，在这里是输入：改了目标不会跟着变。',
    aimMoved:
      '整条链要的时间长，这个月的工作有一部分是为后面月份的目标。金额由应用算出，在这里是输入：改了目标不会跟着变。',
    aimLag: '还差的金额减去在途本月能成交的，再除以来得及成交的份额。后两项由应用按时滞算出，在这里是输入。',
    other:
      '链外来的钱：本月已到的，加上各人月均乘剩余工作日占比，先从目标里减掉。这三项由应用从历史算出，在这里是输入。',
    none: '—',
    noneText:
      '没有数：目标空着，比率或工作日是 0，或不在岗。补上蓝色的数，公式就会算出来；不在岗的行没有公式。',
  },
};
