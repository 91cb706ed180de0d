import { app } from './app.ts';
import { chain } from './chain.ts';
import { desk } from './desk.ts';
import { failures } from './failures.ts';
import { grid } from './grid.ts';
import { imports } from './imports.ts';
import { quickstart } from './quickstart.ts';
import { reasons } from './reasons.ts';
import { sheets } from './sheets.ts';

export const messages = { app, chain, desk, failures, grid, imports, quickstart, reasons, sheets };
export type Messages = typeof messages;
