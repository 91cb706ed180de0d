/** What the screens of the day say. */
export { daily } from './daily.ts';
export { tiers } from './tiers.ts';
