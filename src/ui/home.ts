import { narrow } from './narrow.svelte.ts';
import { planRoute } from './route.ts';

/** Where a plan opens: on a phone with today's numbers, else with its Backcast. */
export const planHome = (plan: string): string => planRoute(plan, narrow.current ? 'today' : 'backcast');
