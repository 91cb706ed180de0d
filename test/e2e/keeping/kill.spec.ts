import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_ARGS } from '../../tools/browser.mjs';
import type { Keeping } from './page.ts';

declare const keeping: Keeping;

const KILLS = Number(process.env['KILLS'] ?? 5);
const PAGE = 'http://127.0.0.1:4318/test/e2e/keeping/page.html';
const UNITS = 50;

interface Running {
  readonly process: ChildProcess;
  readonly browser: Browser;
  readonly page: Page;
}

/** A browser of our own, so that it can be killed with all its processes. */
async function launch(profile: string): Promise<Running> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const own = spawn(
    process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    [
      ...CHROMIUM_ARGS,
      '--headless=new',
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
  await page.goto(PAGE);
  await page.waitForFunction(() => 'keeping' in globalThis);
  return { process: own, browser, page };
}

async function kill({ process: own, browser }: Running): Promise<void> {
  const ended = new Promise((resolve) => own.once('exit', resolve));
  process.kill(-own.pid!, 'SIGKILL');
  await ended;
  await browser.close().catch(() => undefined);
}

test(`nothing that was called saved is missing after the browser is killed ${KILLS} times`, async () => {
  test.setTimeout(30_000 + KILLS * 20_000);
  const profile = mkdtempSync(join(tmpdir(), 'backcast-kill-'));
  let next = 1;
  for (let round = 0; round < KILLS; round++) {
    const running = await launch(profile);
    const saved = new Map<number, number>();
    let last = next;
    running.page.on('console', (message) => {
      const number = Number(/^saved (\d+)$/.exec(message.text())?.[1] ?? 0);
      if (!number) return;
      saved.set(number % UNITS, Math.max(saved.get(number % UNITS) ?? 0, number));
      last = Math.max(last, number);
    });
    void running.page.evaluate((from) => keeping.type(from), next).catch(() => undefined);
    await expect.poll(() => saved.size, { timeout: 20_000 }).toBeGreaterThan(3);
    await new Promise((resolve) => setTimeout(resolve, 50 + ((round * 277) % 900)));
    await kill(running);

    const again = await launch(profile);
    const { cells, pasted, problem } = await again.page.evaluate(() => keeping.kept());
    expect(problem).toBeNull();
    for (const [unit, number] of saved) expect(cells[unit] ?? 0).toBeGreaterThanOrEqual(number);
    // A paste is there whole or not at all.
    expect(pasted.length).toBeLessThan(2);
    console.log(`kill ${round + 1}: ${last - next + 1} commits acknowledged, all there`);
    next = Math.max(last, ...cells.map((cell) => cell ?? 0)) + 1;
    await kill(again);
  }
  rmSync(profile, { recursive: true, force: true });
});
