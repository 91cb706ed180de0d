// Prints how fast the built app and the grid are in a browser. Never a test: machines differ.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { findChromium } from './browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'backcast-speed-'));
const app = join(folder, 'app');
const pages = join(folder, 'pages');
const outDir = (path) => ({ outDir: path, emptyOutDir: true, reportCompressedSize: false });

await build({ logLevel: 'error', build: outDir(app) });
await build({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [svelte({ compilerOptions: { runes: true } })],
  worker: { format: 'es' },
  build: {
    ...outDir(pages),
    target: 'es2022',
    rollupOptions: { input: ['test/pages/grid.html', 'test/speed/keeping.html'] },
  },
});

const load = () =>
  console.log(
    `load average: ${loadavg()
      .map((value) => value.toFixed(1))
      .join(' ')}`,
  );
load();
const { status } = spawnSync(
  'npx',
  ['playwright', 'test', '--config', 'test/speed/playwright.config.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: await findChromium(), SPEED_APP: app, SPEED_PAGES: pages },
  },
);
load();
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
