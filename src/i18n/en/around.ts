/** What is said around a plan: by its settings, the palette and the help. */
export { help } from './help.ts';
export { odds } from './odds.ts';
export { palette } from './palette.ts';
export { places } from './places.ts';
export { reorg } from './reorg.ts';
export { settings } from './settings.ts';
export { load } from './load.ts';
export { whatIf } from './what-if.ts';
export { tiers } from './tiers.ts';
