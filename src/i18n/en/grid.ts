import type { grid as zh } from '../zh-CN/grid.ts';

export const grid: typeof zh = {};
