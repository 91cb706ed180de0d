import { MediaQuery } from 'svelte/reactivity';

/** True on phones: below 700 px the layout is a list of reps with tabs at the bottom. */
export const narrow = new MediaQuery('max-width: 699px');
