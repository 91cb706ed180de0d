import type { imports as zh } from '../zh-CN/imports.ts';

export const imports: typeof zh = {};
