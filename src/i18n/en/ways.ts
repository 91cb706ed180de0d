import type { ways as zh } from '../zh-CN/ways.ts';

export const ways: typeof zh = {
  title: 'Without a plan file',
  workbook: 'Excel workbook',
  workbookText: 'The Backcast, with formulas that go on calculating',
  download: 'Download',
};
