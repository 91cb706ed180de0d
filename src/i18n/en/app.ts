import type { app as zh } from '../zh-CN/app.ts';

export const app: typeof zh = {};
