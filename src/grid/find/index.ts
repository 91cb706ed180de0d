export { default as FindBar } from './FindBar.svelte';
export { Finder } from './finder.svelte.ts';
