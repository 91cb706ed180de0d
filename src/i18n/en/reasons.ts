import type { reasons as zh } from '../zh-CN/reasons.ts';

export const reasons: typeof zh = {};
