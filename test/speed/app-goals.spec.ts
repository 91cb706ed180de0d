import { test, type CDPSession, type Page } from '@playwright/test';
import { statSync } from 'node:fs';
import type { RecordEntry } from '../../src/model/diff.ts';
import { crossingLocks, cubeRecords, nestedLocks, planFile, threeWayLocks } from './goals-plan.ts';
import { longTasks, median, watchTasks } from './support.ts';

const ROUNDS = 9;
const FIRST = `${new Date().getFullYear()}-01`;

/** Resolves with the time (ms) from a key to the frame that shows the first of these, or that has lost it. */
const watchKeys = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const frame = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        }),
      );
    const shownAfter = (selector: string, there: boolean): Promise<number> =>
      new Promise((resolve) => {
        let begun = NaN;
        const onkey = ({ key, timeStamp }: KeyboardEvent) => {
          if (key === 'Enter' && Number.isNaN(begun)) begun = timeStamp;
        };
        addEventListener('keydown', onkey, true);
        const observer = new MutationObserver(() => {
          if (Number.isNaN(begun) || (document.querySelector(selector) !== null) !== there) return;
          observer.disconnect();
          removeEventListener('keydown', onkey, true);
          void frame().then((time) => resolve(time - begun));
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      });
    Object.assign(globalThis, { shownAfter });
  });

async function enter(page: Page, selector: string, there: boolean): Promise<number> {
  const shown = page.evaluate(
    ([sought, is]) =>
      (globalThis as unknown as { shownAfter(of: string, is: boolean): Promise<number> }).shownAfter(
        sought,
        is,
      ),
    [selector, there] as const,
  );
  await page.waitForTimeout(30);
  await page.keyboard.press('Enter');
  return shown;
}

async function openGoals(page: Page, locks: readonly RecordEntry[]): Promise<number> {
  const file = await planFile([...cubeRecords(FIRST), ...locks]);
  await page.goto('#/new');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '打开已有文件' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('dialog').locator('.btn.go').click();
  await page.waitForURL(/backcast$/);
  await page.goto(page.url().replace(/backcast$/, 'goals'));
  await page.getByRole('button', { name: '年', exact: true }).click();
  await page.locator('.row').nth(4).waitFor();
  // The sheet opens at the month on the desk.
  await page
    .locator('.scroller')
    .first()
    .evaluate((scroller) => scroller.scrollTo(0, 0));
  await page.waitForTimeout(2500);
  return statSync(file).size;
}

const cellAt = (page: Page, row: string, title: RegExp) => {
  const header = page.getByRole('columnheader', { name: title }).first();
  return {
    async click() {
      const column = await header.getAttribute('aria-colindex');
      const named = page.getByRole('row', { name: new RegExp(`^\\d+ (收起 |展开 )?${row}( |$)`) });
      await named.locator(`[aria-colindex="${column}"]`).click();
    },
  };
};

const PREVIEW = '.backcast-grid .cell.m-pending';
const told = (times: readonly number[]): string =>
  `least ${Math.round(Math.min(...times))}, median ${median(times)}`;

/** Types a total again and again: what it takes to see what it would change, and once more to take it. */
async function typeTotals(page: Page, name: string, row: string, title: RegExp, by: number): Promise<void> {
  const shown: number[] = [];
  const taken: number[] = [];
  await longTasks(page);
  for (let round = 0; round < ROUNDS; round++) {
    await cellAt(page, row, title).click();
    await page.keyboard.type(String(Math.round(by * (1 + round / 10))));
    shown.push(await enter(page, PREVIEW, true));
    await page.waitForTimeout(700);
    taken.push(await enter(page, PREVIEW, false));
    await page.waitForTimeout(1500);
  }
  console.log(name, {
    'from Enter to what would change (ms)': told(shown),
    'from Enter to the goals as taken (ms)': told(taken),
    tasks: (await longTasks(page)).join(' '),
  });
}

interface HeapUsage {
  readonly usedSize: number;
  /** Typed arrays: not part of the other. */
  readonly backingStorageSize?: number;
}
const MB = 2 ** 20;
const inMB = ({ usedSize, backingStorageSize = 0 }: HeapUsage): string =>
  `${(usedSize / MB).toFixed(1)} + ${(backingStorageSize / MB).toFixed(1)} MB`;

/** Asks a worker of the page; the protocol's messages to it are passed on. */
async function askWorker<T>(cdp: CDPSession, sessionId: string, method: string): Promise<T> {
  const id = Math.floor(Math.random() * 1e9);
  const told = new Promise<T>((resolve) => {
    cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = JSON.parse(message) as { id?: number; result: T };
      if (answer.id === id) resolve(answer.result);
    });
  });
  const message = JSON.stringify({ id, method });
  await cdp.send('Target.sendMessageToTarget', { sessionId, message });
  return told;
}

/** What the planner and the page hold: objects, and typed arrays beside them; garbage taken away. */
async function heaps(page: Page): Promise<{ page: string; planner: string }> {
  const cdp = await page.context().newCDPSession(page);
  const workers: { sessionId: string; url: string }[] = [];
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo: { url } }) => workers.push({ sessionId, url }));
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await page.waitForTimeout(500);
  const planner = workers.find(({ url }) => url.includes('planner.worker'))!;
  await askWorker(cdp, planner.sessionId, 'HeapProfiler.collectGarbage');
  const inWorker = await askWorker<HeapUsage>(cdp, planner.sessionId, 'Runtime.getHeapUsage');
  await cdp.send('HeapProfiler.collectGarbage');
  const inPage = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return { page: inMB(inPage), planner: inMB(inWorker) };
}

test.beforeEach(async ({ page }) => {
  await watchTasks(page);
  await watchKeys(page);
});

test('the top of 51,840 goals, no lock', async ({ page }) => {
  console.log('file:', Math.round((await openGoals(page, [])) / 1024), 'KB');
  console.log('heaps as opened:', await heaps(page));
  await typeTotals(page, 'no lock', 'all', /^20\d\d 年 合计/, 5_000_000);
  console.log('heaps after changes:', await heaps(page));
});

test('the top of 51,840 goals, 1,980 nested locks', async ({ page }) => {
  await openGoals(page, nestedLocks(FIRST));
  await typeTotals(page, 'nested', 'all', /^20\d\d 年 合计/, 5_000_000);
  console.log('heaps after changes:', await heaps(page));
});

test('a month of a team, 1,810 locks across two dimensions', async ({ page }) => {
  await openGoals(page, crossingLocks(FIRST));
  await typeTotals(page, 'two dimensions', 't0', /2月/, 20_000);
});

test('a month of a team, 485 locks across three dimensions', async ({ page }) => {
  await openGoals(page, threeWayLocks(FIRST));
  await typeTotals(page, 'three dimensions', 't0', /2月/, 20_000);
});
