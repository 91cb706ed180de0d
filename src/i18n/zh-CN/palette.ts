/** Search and commands. */
export const palette = {
  title: '搜索和命令',
  placeholder: '找人、月份、表格或命令',
  none: '没有找到',
  noneHint: '试试姓名、“2026-12”或“导出”。',
  people: '成员和团队',
  sheets: '表格',
  months: '月份',
  commands: '命令',
  results: (count: number) => `${count} 项`,
  move: '移动',
  choose: '打开',
  closes: '关闭',
};
