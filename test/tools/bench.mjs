// Prints figures, each beside another implementation in the same run. Never a test: machines differ.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  'npx',
  ['vitest', 'bench', '--run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
