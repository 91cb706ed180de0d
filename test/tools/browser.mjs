import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = { stdio: 'ignore' };

const fromEnvironment = () => process.env.CHROMIUM_PATH;
const fromSystem = () => SYSTEM.find(existsSync);
const fromPlaywright = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined);

function fromApt() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], quiet).status !== 0) return undefined;
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
    ...quiet,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return fromSystem();
}

function fromPlaywrightDownload() {
  spawnSync('npx', ['playwright', 'install', 'chromium'], quiet);
  return fromPlaywright();
}

async function fromPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'backcast-chromium-'));
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '@sparticuz/chromium'], quiet);
  const shipped = createRequire(join(folder, 'package.json'))('@sparticuz/chromium');
  return (shipped.default ?? shipped).executablePath();
}

/** The path of a Chromium to test with: found, or else installed. Says which it took. */
export async function findChromium() {
  for (const look of [
    fromEnvironment,
    fromSystem,
    fromPlaywright,
    fromApt,
    fromPlaywrightDownload,
    fromPackage,
  ]) {
    const path = await look();
    if (path) {
      console.log(`browser: ${path} (${look.name})`);
      return path;
    }
  }
  throw new Error('No Chromium was found or could be installed. Install one and set CHROMIUM_PATH.');
}
