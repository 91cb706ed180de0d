/** What every screen may say. */
export { app } from './app.ts';
export { chain } from './chain.ts';
export { failures } from './failures.ts';
