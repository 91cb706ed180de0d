export const failures = {
  notANumber: (v: Record<string, unknown>) => `认不出的数字：${String(v['text'])}`,
  numberTooLarge: () => '数太大，最多一万亿',
  badFormula: () => '算式不完整，只认 + − × ÷ 和括号',
  divideByZero: () => '除以 0',
  notAMonth: (v: Record<string, unknown>) => `认不出的月份：${String(v['text'])}`,
  noSuchMonth: (v: Record<string, unknown>) => `没有 ${String(v['month'])} 月`,
  monthWithoutYear: () => '没写哪一年',
  yearOutOfRange: (v: Record<string, unknown>) => `${String(v['year'])} 年不在 1970 到 2100 之间`,
  notADay: (v: Record<string, unknown>) => `认不出的日期：${String(v['text'])}`,
  noSuchDay: (v: Record<string, unknown>) => `没有这一天：${String(v['text'])}`,
  ambiguousDay: (v: Record<string, unknown>) => `${String(v['text'])} 分不清月和日`,
  badLeave: (v: Record<string, unknown>) =>
    `认不出的请假：${String(v['text'])}。请写成 11-26 下午, 12-21 至 12-24`,
  nameMissing: () => '没写是谁',
  monthMissing: () => '没写是哪个月',
  dayMissing: () => '没写是哪一天',
  negativeCount: () => '次数不能是负数',
  percentInCount: () => '这里要的是数，不是百分比',
  exceeds: (v: Record<string, unknown>) => `比${String(v['other'])} ${String(v['limit'])} 还多`,
  repeatedMonth: (v: Record<string, unknown>) => `和第 ${String(v['line'])} 行是同一人同一月`,
  repeatedDay: (v: Record<string, unknown>) => `和第 ${String(v['line'])} 行是同一人同一天，已相加`,
  historyNotUnderstood: () => '没有找到月份和数字列。',
  cancelled: () => '已取消',
  fileEmpty: () => '里面没有数据',
  fileNotText: () => '这不是 CSV 或文本文件。请把表格另存为 CSV，或复制后粘贴进来',
  fileSpreadsheet: (v: Record<string, unknown>) =>
    `这是 ${String(v['program'])} 文件。请在里面另存为 CSV，或选中表格，复制后粘贴进来`,
  fileTooLarge: (v: Record<string, unknown>) => `文件超过 ${String(v['limit'])} MB`,
  fileReadingDied: () => '没读完就中断了，计划没有改动。文件可能超出这台设备的内存，请分成几份再导入',
  fileUnreadable: () => '文件读不出来，可能已被移走或没有权限',
  planNotBackcast: () => '这不是 Backcast 的计划文件',
  planNewer: () => '文件来自更新的版本，请先更新 Backcast 再打开',
  planDamaged: () => '文件不完整或已损坏，请换一份副本',
  planChecksum: () => '文件内容和校验码对不上，可能被改过，没有打开',
  planHostileKey: (v: Record<string, unknown>) => `文件里有不允许的名称 ${String(v['key'])}，没有打开`,
  planTooLarge: (v: Record<string, unknown>) => `文件展开后超过 ${String(v['limit'])} MB，没有打开`,
  planTooMany: (v: Record<string, unknown>) =>
    `文件里有 ${String(v['count'])} 条记录，最多 ${String(v['limit'])} 条`,
  planWrongShape: (v: Record<string, unknown>) => `文件内容不合格式（${String(v['where'])}），没有打开`,
  planUnknownWriter: (v: Record<string, unknown>) =>
    `文件引用了没有列出的写入者（${String(v['where'])}），没有打开`,
  planUnknownStamp: (v: Record<string, unknown>) =>
    `文件引用了没有列出的戳记（${String(v['where'])}），没有打开`,
  planWrongValue: (v: Record<string, unknown>) =>
    `记录 ${String(v['record'])} 的 ${String(v['field'])} 值不对，没有打开`,
  valueWrong: (v: Record<string, unknown>) => `这里不能填 ${JSON.stringify(v['value'])}`,
  valueMissing: () => '这里不能空着',
  storageMissing: () => '可以照常使用，但这个窗口不能保存：浏览器处于隐私模式或关闭了存储。关闭前请导出文件',
  storageBlocked: () => '已保存的都在。另一个标签页还开着旧版本，请关掉它，这里会自动继续',
  storageUpgraded: () =>
    '已保存的都在。另一个标签页已更新到新版本，这里改为只读；还没存下的输入会保留，请重新载入',
  storageNewer: () => '已保存的都在，只是来自更新的版本。请重新载入；若仍然这样，请联网后再载入一次',
  storageRemoved: () => '另一个标签页清除了这台设备上的全部数据。这里的内容只在本窗口里，需要的话请先导出',
  storageClosed: () => '已保存的都在，但浏览器断开了存储。新的输入还在本窗口里，请点“重试”',
  storageFull: () =>
    '之前保存的都在，最近的输入还在本窗口里。磁盘空间不足，请腾出空间后点“重试”，或先导出文件',
  storageDamaged: () => '没有改动任何数据，但浏览器打不开存储。请重启浏览器；若仍不行，请从导出的文件恢复',
  storedPlanDamaged: (v: Record<string, unknown>) =>
    `其他计划不受影响，也没有改动任何数据。计划“${String(v['name'])}”的一部分读不出来，请从导出的文件打开`,
  planMissing: () => '其他计划不受影响。这个计划已不在这台设备上；这里的内容需要的话请先导出',
  storageFailed: (v: Record<string, unknown>) =>
    `之前保存的都在，最近的输入还在本窗口里，但没能存下（${String(v['name'])}）。请点“重试”，或先导出文件`,
};
