import { spawnSync } from 'node:child_process';
import { findChromium } from './browser.mjs';

const soak = process.argv.includes('--soak');
const asked = process.argv.slice(2).filter((argument) => argument !== '--soak');
// The soak is about killed browsers only.
const rest = soak && asked.length === 0 ? ['keeping/.*kill'] : asked;
const result = spawnSync(
  'npx',
  ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts', ...rest],
  {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: await findChromium(), ...(soak && { KILLS: '50' }) },
  },
);
process.exit(result.status ?? 1);
