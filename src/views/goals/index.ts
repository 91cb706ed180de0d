/** What stands around the Goals sheet; one download. */
export { default as Around } from './Around.svelte';
export { default as Panel } from './Panel.svelte';
export { default as Tools } from './Tools.svelte';
export { default as Status } from './Status.svelte';
