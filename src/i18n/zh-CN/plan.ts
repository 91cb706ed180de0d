/** What an open plan says: its sheets, the grid and the reasons of its numbers. */
export { charts } from './charts.ts';
export { desk } from './desk.ts';
export { grid } from './grid.ts';
export { load } from './load.ts';
export { odds } from './odds.ts';
export { reasons } from './reasons.ts';
export { sheets } from './sheets.ts';
