import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { longTasks, median, quantile, watchTasks } from './support.ts';

declare const painted: number[];

/** From each key to the frame that shows what it did, in ms. */
const watchKeys = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const painted: number[] = [];
    const { port1, port2 } = new MessageChannel();
    const begun: number[] = [];
    port1.onmessage = () => painted.push(performance.now() - (begun.shift() ?? NaN));
    const onkey = ({ key, timeStamp }: KeyboardEvent) => {
      if (key === 'Control' || key === 'Shift') return;
      begun.push(timeStamp);
      requestAnimationFrame(() => port2.postMessage(null));
    };
    addEventListener('keydown', onkey, true);
    Object.assign(globalThis, { painted });
  });

const looked = (page: Page): Promise<number[]> => page.evaluate(() => painted.splice(0));

const sessions = new Map<Page, CDPSession>();
/** What the page's thread has worked, in ms: other programs on the machine do not count. */
async function worked(page: Page): Promise<number> {
  const known = sessions.get(page);
  const devtools = known ?? (await page.context().newCDPSession(page));
  if (!known) await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  sessions.set(page, devtools);
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}
let before = 0;

async function print(page: Page, name: string): Promise<void> {
  const work = (await worked(page)) - before;
  const tasks = await longTasks(page);
  const times = await looked(page);
  console.log(name, {
    presses: times.length,
    'work of a press': Math.round(work / times.length),
    'painted, median': median(times),
    'painted, p95': quantile(times, 0.95),
    'tasks over 50 ms': tasks.join(' ') || 'none',
  });
  before = await worked(page);
}

async function pressed(page: Page, name: string, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
  await print(page, name);
}

/** As a key that is held sends it: without waiting for what it does. */
async function held(page: Page, name: string, key: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await page.keyboard.down(key);
    await page.waitForTimeout(33);
  }
  await page.keyboard.up(key);
  await page.waitForTimeout(200);
  await print(page, name);
}

for (const [kind, query] of [
  ['flat', 'rows=100000'],
  ['a tree', 'rows=100000&tree'],
] as const)
  test(`a sheet of 100,000 rows is jumped through (${kind})`, async ({ page }) => {
    await watchTasks(page);
    await watchKeys(page);
    const begun = performance.now();
    await page.goto(`/test/pages/grid.html?${query}`);
    await page.locator('.row').first().waitFor();
    console.log('opened', Math.round(performance.now() - begun), (await longTasks(page)).join(' ') || 'none');
    await page.locator('[data-row="2"][data-column="2"]').click();
    await longTasks(page);
    await looked(page);
    before = await worked(page);
    await pressed(
      page,
      'Ctrl+End and Ctrl+Home',
      ...Array<string[]>(5).fill(['Control+End', 'Control+Home']).flat(),
    );
    await pressed(
      page,
      'Ctrl+Down and Ctrl+Up',
      ...Array<string[]>(5).fill(['Control+ArrowDown', 'Control+ArrowUp']).flat(),
    );
    await held(page, 'PageDown held', 'PageDown', 20);
    await held(page, 'PageUp held', 'PageUp', 20);
    await held(page, 'Down held', 'ArrowDown', 40);
    await pressed(page, 'Ctrl+Shift+End and back', 'Control+Shift+End', 'Control+Home');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('成员9999');
    await expect(page.getByRole('search').locator('.count')).not.toHaveText(/…|^$/, { timeout: 20_000 });
    await print(page, 'Find while it is typed');
    await pressed(page, 'Find’s jumps', ...Array<string>(8).fill('Enter'));
  });
