import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_ARGS } from '../../tools/browser.mjs';

/** How often a browser is killed; `npm run soak` sets more. */
export const KILLS = Number(process.env['KILLS'] ?? 5);

export interface Killable {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

/** A browser of our own on a profile that outlives it, so that it can be killed with all its processes. */
export async function launch(profile: string): Promise<Killable> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const own = spawn(
    process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    [
      ...CHROMIUM_ARGS,
      '--headless=new',
      '--accept-lang=zh-CN',
      '--window-size=1440,900',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  await expect
    .poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n'), { timeout: 20_000 })
    .toBe(true);
  const [port = ''] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]!.pages()[0]!;
  return { process: own, browser, page };
}

/** The browser has no moment left to write anything. */
export async function kill({ process: own, browser }: Killable): Promise<void> {
  const ended = new Promise((resolve) => own.once('exit', resolve));
  process.kill(-own.pid!, 'SIGKILL');
  await ended;
  await browser.close().catch(() => undefined);
}
