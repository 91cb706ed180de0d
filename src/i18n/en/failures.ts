import type { failures as zh } from '../zh-CN/failures.ts';

export const failures: typeof zh = {};
