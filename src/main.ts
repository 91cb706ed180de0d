import { mount } from 'svelte';
import App from './App.svelte';
import { planCodec } from './files/plan-file/codec.ts';
import { preferredLanguage, setLanguage, type Language } from './i18n/i18n.svelte.ts';
import { createWorkerPlanner } from './planner/client.ts';
import { today } from './state/device.ts';
import { openShelf } from './state/shelf.svelte.ts';
import './ui/theme.css';
import './ui/base.css';
import { readPreference } from './ui/preferences.ts';
import { followSystemTheme } from './ui/theme.svelte.ts';
import { updater } from './views/shell/update.svelte.ts';
import { LAST_PLAN, Workspace } from './views/shell/workspace.svelte.ts';

const isLanguage = (text: string | null): text is Language => text === 'zh-CN' || text === 'en';

/** Loaded after the first screen: it is needed only once that stands. */
async function registerWorker(waits: () => void): Promise<() => Promise<void>> {
  const { registerSW } = await import('virtual:pwa-register');
  const apply = registerSW({ onNeedRefresh: waits });
  return () => apply(true);
}

/** Fetches the code of the first run while the store opens; if that fails, the screen says so in its place. */
const fetchFirstRun = () => void import('./views/quickstart/View.svelte').catch(() => undefined);

async function start(): Promise<void> {
  if (readPreference(LAST_PLAN) === null) fetchFirstRun();
  followSystemTheme();
  const chosen = readPreference('language');
  const language = isLanguage(chosen) ? chosen : preferredLanguage(navigator.languages);
  const parts = { codec: planCodec, planner: createWorkerPlanner };
  const [shelf] = await Promise.all([openShelf(parts), setLanguage(language)]);
  const target = document.getElementById('app');
  if (target) mount(App, { target, props: { work: new Workspace(shelf, today(), parts.planner) } });
  if ('serviceWorker' in navigator && !import.meta.env.DEV) void updater.start(registerWorker);
}

void start();
