import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kill, KILLS, launch, type Killable } from '../killable.ts';
import type { Keeping } from './page.ts';

declare const keeping: Keeping;

const UNITS = 50;

async function launchPage(profile: string, baseURL = ''): Promise<Killable> {
  const own = await launch(profile);
  await own.page.goto(`${baseURL}test/e2e/keeping/pages/page.html`);
  await own.page.waitForFunction(() => 'keeping' in globalThis);
  return own;
}

test(`nothing that was called saved is missing after the browser is killed ${KILLS} times`, async ({
  baseURL,
}) => {
  test.setTimeout(30_000 + KILLS * 20_000);
  const profile = mkdtempSync(join(tmpdir(), 'backcast-kill-'));
  let next = 1;
  for (let round = 0; round < KILLS; round++) {
    const running = await launchPage(profile, baseURL);
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

    const again = await launchPage(profile, baseURL);
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
