import { t } from '../../i18n/i18n.svelte.ts';
import { planName } from './plan-menu.ts';
import type { Workspace } from './workspace.svelte.ts';

/** What a tab of the browser, its history and a printed page call the screen. */
export function pageTitle(work: Workspace): string {
  const { app } = t();
  const { route } = work;
  if (route.at === 'plans' || route.at === 'settings') return `${app.nav[route.at]} · ${app.shortName}`;
  if (route.at !== 'plan' || !work.session) return app.name;
  return `${app.nav[route.screen]} · ${planName(work)} · ${app.shortName}`;
}
