import { mount } from 'svelte';
import App from './App.svelte';
import { fetchMessages, preferredLanguage, setLanguage, type Language } from './i18n/i18n.svelte.ts';
import { createWorkerPlanner } from './planner/client.ts';
import { today } from './state/device.ts';
import { Shelf, type ShelfParts } from './state/shelf.svelte.ts';
import './ui/theme.css';
import './ui/base.css';
import './ui/forced-colors.css';
import './views/quickstart/hero.css';
import { readPreference } from './ui/preferences.ts';
import { parseRoute } from './ui/route.ts';
import { followSystemTheme } from './ui/theme.svelte.ts';
import { updater } from './views/shell/update.svelte.ts';
import { takeLink } from './views/shell/taken-link.ts';
import { LAST_PLAN, Workspace } from './views/shell/workspace.svelte.ts';

/** Before anything looks at the address. */
const link = takeLink();

const isLanguage = (text: string | null): text is Language => text === 'zh-CN' || text === 'en';
const chosen = readPreference('language');
const language = isLanguage(chosen) ? chosen : preferredLanguage(navigator.languages);

/** Loaded after the first screen: it is needed only once that stands. */
async function registerWorker(waits: () => void): Promise<() => Promise<void>> {
  const { registerSW } = await import('virtual:pwa-register');
  const apply = registerSW({ onNeedRefresh: waits });
  return () => apply(true);
}

const parts: ShelfParts = {
  codec: async () => (await import('./files/plan-file/codec.ts')).planCodec,
  planner: createWorkerPlanner,
  signature: () => readPreference('signature'),
  unkept: (failure) => void import('./views/versions/unkept.ts').then(({ sayUnkept }) => sayUnkept(failure)),
};

/** If it fails, the screen says so in its place. */
const fetchFirstRun = () => import('./views/quickstart/View.svelte').catch(() => undefined);

const idle = () =>
  new Promise<unknown>((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: 1000 });
    else setTimeout(resolve, 200);
  });

/** The words that index.html shows until the code is here give way to the app. */
function show(work: Workspace): void {
  const target = document.getElementById('app');
  target?.replaceChildren();
  if (target) mount(App, { target, props: { work } });
  work.takeLink(link);
  fetchMessages('failures').catch(() => undefined);
  if (readPreference('homes'))
    void idle().then(async () => (await import('./views/homes/start.svelte.ts')).followHomes(work));
}

/** The first run needs no database: it is opened once the page stands. Plans that nothing pointed at are then shown. */
async function startNew(): Promise<void> {
  let stands = (): void => undefined;
  const after = new Promise<void>((resolve) => (stands = resolve));
  const shelf = new Shelf({ ...parts, after });
  const work = new Workspace(shelf, today(), createWorkerPlanner);
  const { at } = parseRoute(location.hash);
  await Promise.all([fetchFirstRun(), setLanguage(language, ['common', 'quickstart'])]);
  show(work);
  await idle();
  stands();
  await shelf.firstWord;
  if (at === 'home' && shelf.plans.length > 0 && work.route.at === 'new') work.goHome();
}

async function startKnown(): Promise<void> {
  const shelf = new Shelf(parts);
  await Promise.all([shelf.firstWord, setLanguage(language, ['common'])]);
  show(new Workspace(shelf, today(), createWorkerPlanner));
}

async function start(): Promise<void> {
  followSystemTheme();
  const { at } = parseRoute(location.hash);
  const isNew = readPreference(LAST_PLAN) === null && (at === 'home' || at === 'new');
  await (isNew ? startNew() : startKnown());
  if ('serviceWorker' in navigator && !import.meta.env.DEV) void updater.start(registerWorker);
}

void start();
