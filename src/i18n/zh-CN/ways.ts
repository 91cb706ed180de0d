/** The panel in which a plan is given away, its right half: everything without a plan file. */
export const ways = {
  title: '不用文件',
  workbook: 'Excel 工作簿',
  workbookText: '倒推表，公式可算',
  download: '下载',
};
