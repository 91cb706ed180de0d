import type { reports as zh } from '../zh-CN/reports.ts';

export const reports: typeof zh = { title: 'Reports' };
