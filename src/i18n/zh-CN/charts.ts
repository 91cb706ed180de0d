/** What stands around every chart. */
export const charts = {
  table: '看成表格',
  copy: '复制成图片',
  copied: '图片已复制',
  saved: '浏览器不让写剪贴板，图片已存成文件',
  hint: '左右方向键逐个看',
};
