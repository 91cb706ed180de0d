import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { CHROMIUM_ARGS } from '../tools/browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const app = Number(process.env['E2E_PORT'] ?? 4337);
const pages = app + 1;
const serve = (port: number, folder: string | undefined) => ({
  command: `npx vite preview --port ${port} --strictPort --host 127.0.0.1 --outDir ${folder ?? 'dist'}`,
  cwd: root,
  port,
  reuseExistingServer: false,
});

/** Measurements on builds that test/tools/speed.mjs has made; nothing here fails for being slow. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 240_000,
  reporter: [['list', { printSteps: false }]],
  use: {
    baseURL: `http://127.0.0.1:${app}/`,
    actionTimeout: 20_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: CHROMIUM_ARGS,
    },
  },
  projects: [
    { name: 'app', testMatch: 'app-*.spec.ts' },
    { name: 'pages', testIgnore: 'app-*.spec.ts', use: { baseURL: `http://127.0.0.1:${pages}/` } },
  ],
  webServer: [serve(app, process.env['SPEED_APP']), serve(pages, process.env['SPEED_PAGES'])],
});
