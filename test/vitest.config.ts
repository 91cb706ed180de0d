import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

process.env.TZ = process.env['TEST_TZ'] ?? 'Asia/Shanghai';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [svelte({ compilerOptions: { runes: true } })],
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // A property over many cases may take long on a busy machine; what hangs still ends.
    testTimeout: 60_000,
    setupFiles: ['fake-indexeddb/auto'],
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
