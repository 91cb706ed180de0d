/** Where the address points: the part behind `#`. */
export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'new' }
  | { readonly at: 'plans' }
  | { readonly at: 'settings' }
  /** `unit`: on a phone, the rep whose day or chain is open. */
  | { readonly at: 'plan'; readonly plan: string; readonly screen: PlanScreen; readonly unit: string | null };

export const PLAN_SCREENS = [
  'goals',
  'team',
  'history',
  'backcast',
  'actuals',
  'import',
  'settings',
  'today',
  'tiers',
  'people',
  'more',
  'review',
  'dashboard',
  'reports',
  'versions',
  'merge',
] as const;
export type PlanScreen = (typeof PLAN_SCREENS)[number];

const isScreen = (text: string | undefined): text is PlanScreen => PLAN_SCREENS.includes(text as PlanScreen);

/** Anything that is no address of ours leads home; a plan without a screen leads to its Backcast. */
export function parseRoute(hash: string): Route {
  const [at, plan, screen, unit] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decodePart);
  if (at === 'new' || at === 'plans' || at === 'settings') return { at };
  if (at !== 'plan' || !plan) return { at: 'home' };
  return { at, plan, screen: isScreen(screen) ? screen : 'backcast', unit: unit || null };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

export function formatRoute(route: Route): string {
  if (route.at === 'home') return '#/';
  if (route.at !== 'plan') return `#/${route.at}`;
  const parts = [route.plan, route.screen, ...(route.unit ? [route.unit] : [])];
  return `#/plan/${parts.map(encodeURIComponent).join('/')}`;
}

export const planRoute = (plan: string, screen: PlanScreen, unit: string | null = null): string =>
  formatRoute({ at: 'plan', plan, screen, unit });
