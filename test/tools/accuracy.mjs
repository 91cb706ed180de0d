// Measures how well the numbers hold, each figure beside its target; fails when one is out of range.
// --quick draws less, for the checks of every change; closed, plans, luck, alerts, team or speed measures that part alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const folder = mkdtempSync(join(tmpdir(), 'backcast-accuracy-'));
await build({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: {
    outDir: folder,
    ssr: 'test/accuracy/main.ts',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'main.mjs' } },
  },
  ssr: { noExternal: true },
});
const { measure } = await import(pathToFileURL(join(folder, 'main.mjs')).href);
rmSync(folder, { recursive: true, force: true });

const quick = process.argv.includes('--quick');
const started = process.cpuUsage();
const only = process.argv.slice(2).find((name) => !name.startsWith('--'));
const missed = measure(quick, only);
const { user, system } = process.cpuUsage(started);
console.log(`\n${missed} figures out of range; ${((user + system) / 1e6).toFixed(1)} s of CPU`);
process.exit(missed > 0 ? 1 : 0);
