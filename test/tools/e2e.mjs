import { spawnSync } from 'node:child_process';
import { findChromium } from './browser.mjs';

const soak = process.argv.includes('--soak');
const rest = process.argv.slice(2).filter((argument) => argument !== '--soak');
const result = spawnSync(
  'npx',
  ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts', ...rest],
  {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: await findChromium(), ...(soak && { KILLS: '50' }) },
  },
);
process.exit(result.status ?? 1);
