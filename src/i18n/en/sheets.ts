import type { sheets as zh } from '../zh-CN/sheets.ts';

export const sheets: typeof zh = {};
