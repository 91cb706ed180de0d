import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS } from '../tools/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Two checkouts may be tried on one machine at a time.
const app = Number(process.env['E2E_PORT'] ?? 4317);
const pages = app + 1;
/** Specs of one room on a page of its own, served from the sources. */
const PAGES = ['**/grid/**/*.spec.ts', '**/charts/**/*.spec.ts', '**/keeping/pages/**/*.spec.ts'];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 60_000,
  // On a machine that others use as well a test may fail that is right; it is named in the sum of the run.
  retries: process.env['CI'] ? 1 : 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${app}/`,
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    // Recording costs a quarter of the time of all that passes: `TRACE=1` for the one that fails.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: CHROMIUM_ARGS,
    },
  },
  projects: [
    { name: 'app', testIgnore: PAGES },
    { name: 'pages', testMatch: PAGES, use: { baseURL: `http://127.0.0.1:${pages}/` } },
  ],
  webServer: [
    {
      command: `npx vite preview --port ${app} --strictPort --host 127.0.0.1`,
      cwd: root,
      url: `http://127.0.0.1:${app}/`,
      reuseExistingServer: false,
    },
    {
      command: `npx vite --port ${pages} --strictPort --host 127.0.0.1`,
      cwd: root,
      url: `http://127.0.0.1:${pages}/`,
      reuseExistingServer: false,
    },
  ],
});
