import { t } from '../../i18n/i18n.svelte.ts';
import { SETTINGS_ID } from '../../model/ids.ts';
import type { MenuEntry } from '../../ui/menu.ts';
import { duplicatePlan, exportPlan, exportWorkbook, openPlanFiles, removePlan } from './plan-actions.ts';
import { planHome } from '../../ui/home.ts';
import type { Workspace } from './workspace.svelte.ts';
import { follow, textOr } from './follow.ts';

const SWITCHABLE = 6;

/** The open plan's name as its settings say, so that renaming in another tab shows at once. */
export function planName(work: Workspace): string {
  follow(work.session?.revision);
  const listed = work.shelf.plans.find((plan) => plan.id === work.session?.planId);
  return textOr(work.session?.get(SETTINGS_ID)?.name, listed?.name ?? '');
}

const switchItems = (work: Workspace): MenuEntry[] =>
  work.shelf.plans.slice(0, SWITCHABLE).map((plan) => ({
    label: plan.name,
    ...(plan.sample && { hint: t().app.plans.sample }),
    checked: plan.id === work.session?.planId,
    run: () => (location.hash = planHome(plan.id)),
  }));

/** The ways out that need no panel. */
function exportMenu(work: Workspace): MenuEntry[] {
  const words = t().app.planMenu;
  return [
    { label: words.export, run: () => void exportPlan(work, work.session?.planId ?? '') },
    { label: words.workbook, run: () => void exportWorkbook(work) },
  ];
}

export function planMenu(work: Workspace): MenuEntry[] {
  const words = t().app.planMenu;
  const id = work.session?.planId ?? '';
  const name = planName(work);
  return [
    ...switchItems(work),
    { label: words.all, run: () => (location.hash = '#/plans') },
    null,
    { label: words.new, run: () => (location.hash = '#/new') },
    { label: words.open, run: () => void openPlanFiles(work) },
    { label: words.import, run: () => work.goTo('import') },
    null,
    { label: words.rename, run: () => (work.renaming = { id, name }) },
    { label: words.duplicate, run: () => void duplicatePlan(work, id, name) },
    { label: words.share, run: () => (work.sharing = true) },
    ...exportMenu(work),
    { label: words.remove, run: () => void removePlan(work, id, name) },
    null,
    { label: t().app.nav.versions, run: () => work.goTo('versions') },
    { label: words.settings, run: () => work.goTo('settings') },
  ];
}
