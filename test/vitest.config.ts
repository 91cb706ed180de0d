import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { leanDexie } from '../vite.config.ts';

process.env.TZ = process.env['TEST_TZ'] ?? 'Asia/Shanghai';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [leanDexie, svelte({ compilerOptions: { runes: true } })],
  // The same Dexie as in the built app.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  test: {
    environment: 'node',
    server: { deps: { inline: ['dexie'] } },
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // A property over many cases may take long on a busy machine; what hangs still ends.
    testTimeout: 60_000,
    setupFiles: ['fake-indexeddb/auto'],
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
