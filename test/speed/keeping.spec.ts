import { expect, test } from '@playwright/test';
import type { Bench } from './keeping.ts';

declare const bench: Bench;

/** Figures in ms, to be read and compared: `longest` is the longest task that held the page, 0 = none over 50 ms. */
test('a plan of 100,000 records is imported, undone, opened and typed into', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/test/speed/keeping.html');
  await page.waitForFunction(() => 'bench' in globalThis);
  await page.evaluate(() => bench(1000));
  const figures = await page.evaluate(() => bench(100_000));
  console.log(JSON.stringify(figures));
  expect(figures).toMatchObject({ saved: 'saved', left: 0, live: 100_000 });
});
