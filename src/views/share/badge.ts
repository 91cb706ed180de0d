import { withMessages } from '../../i18n/i18n.svelte.ts';

export const badge = () => withMessages('share', import('./Badge.svelte'));
