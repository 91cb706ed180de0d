import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Keeping } from './page.ts';
import { migrations } from '../../../../src/storage/migrations/index.ts';

/** As browsers count the one after this app's own. */
const NEXT_VERSION = ((migrations.at(-1)?.version ?? 0) + 1) * 10;

declare const keeping: Keeping;

const PAGE = '/test/e2e/keeping/pages/page.html';

async function tab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(PAGE);
  await page.waitForFunction(() => 'keeping' in globalThis);
  return page;
}

const state = (page: Page) => page.evaluate(() => keeping.state());
const facts = (page: Page) => page.evaluate(() => keeping.facts());

test('two tabs that type and undo at once stay equal, and a third that comes later too', async ({
  context,
}) => {
  const a = await tab(context);
  await a.evaluate(() => keeping.set(1));
  const b = await tab(context);
  const busy = (page: Page, from: number) =>
    page.evaluate(async (first) => {
      for (let i = 0; i < 40; i++) {
        void keeping.set(first + i, i % 3);
        if (i % 4 === 3) await keeping.undo();
      }
      await keeping.set(first, 9);
    }, from);
  await Promise.all([busy(a, 100), busy(b, 200)]);
  await expect.poll(async () => (await facts(a)) === (await facts(b))).toBe(true);
  const c = await tab(context);
  expect(await facts(c)).toBe(await facts(a));
});

test('a full disk is said, keeps what was typed, and a retry stores it', async ({ context, baseURL }) => {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(baseURL ?? '');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
  await page.goto(PAGE);
  await page.waitForFunction(() => 'keeping' in globalThis);
  await page.evaluate(() => keeping.set(30));
  expect(await state(page)).toMatchObject({ saved: 'saved' });
  const long = 'x'.repeat(3_000_000);
  await page.evaluate((text) => keeping.set(text), long);
  expect(await state(page)).toEqual({ dials: long, saved: 'failed', problem: 'storageFull' });
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await page.evaluate(() => keeping.retry());
  expect(await state(page)).toEqual({ dials: long, saved: 'saved', problem: null });
  await page.reload();
  await page.waitForFunction(() => 'keeping' in globalThis);
  expect(await state(page)).toMatchObject({ dials: long });
});

test('a newer version makes an old tab let go, stay readable and keep its drafts', async ({ context }) => {
  const old = await tab(context);
  await old.evaluate(() => keeping.set(30));
  const upgrader = await context.newPage();
  await upgrader.goto(PAGE);
  const upgraded = await upgrader.evaluate(
    (version) =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('kept', version);
        request.onblocked = () => resolve('blocked');
        request.onsuccess = () => resolve('upgraded');
      }),
    NEXT_VERSION,
  );
  expect(upgraded).toBe('upgraded');
  await old.evaluate(() => keeping.set(41));
  expect(await state(old)).toEqual({ dials: 41, saved: 'readOnly', problem: 'storageUpgraded' });
  const drafts = await old.evaluate(() => Object.keys(sessionStorage).join());
  expect(drafts).toMatch(/^backcast:drafts:/);
});

test('a tab that holds the database without letting go is named, and the app goes on once it is closed', async ({
  context,
}) => {
  const holder = await context.newPage();
  await holder.goto(PAGE);
  await holder.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.open('kept', 1).onsuccess = () => resolve();
      }),
  );
  const page = await context.newPage();
  await page.goto(PAGE);
  await page.waitForFunction(() => 'keeping' in globalThis);
  expect(await page.evaluate(() => keeping.blocked())).toBe('storageBlocked');
  await holder.close();
  await page.evaluate(() => keeping.set(41));
  expect(await state(page)).toEqual({ dials: 41, saved: 'saved', problem: null });
});

test('without IndexedDB a plan lives in memory, and that is said', async ({ context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  const page = await tab(context);
  await page.evaluate(() => keeping.set(41));
  expect(await state(page)).toEqual({ dials: 41, saved: 'memory', problem: 'storageMissing' });
});
