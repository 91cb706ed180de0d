import type { quickstart as zh } from '../zh-CN/quickstart.ts';

export const quickstart: typeof zh = {};
