/** What every screen may say. */
export { app } from './app.ts';
export { chain } from './chain.ts';
