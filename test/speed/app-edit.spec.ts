import { test, type Page } from '@playwright/test';
import { longTasks, median, openTeam, quantile, watchTasks } from './support.ts';

interface Edited {
  /** From the key to the frame that shows the typed cell, to that of the last number, and to the last change of any cell; ms. */
  readonly painted: number;
  /** To the last number's change, before the browser draws it. */
  readonly worked: number;
  readonly right: number;
  readonly settled: number;
}

/** Watches the sheet for what a key press changes, until nothing has changed for a while. */
const watchEdits = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const frame = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          port2.postMessage(null);
        }),
      );
    const watch = async (key: string): Promise<Edited> => {
      const table = document.querySelector('.backcast-grid .table');
      if (!table) throw new Error('no sheet');
      let begun = NaN;
      let worked = NaN;
      const onkey = (event: KeyboardEvent) => {
        if (event.key === key && Number.isNaN(begun)) begun = event.timeStamp;
      };
      addEventListener('keydown', onkey, true);
      // Chances, and marks of the load, follow the numbers.
      const columnOf = (node: Node): string | null | undefined =>
        (node instanceof Element ? node : node.parentElement)
          ?.closest('[role=gridcell]')
          ?.getAttribute('aria-colindex');
      const heads = [...document.querySelectorAll('.backcast-grid [role=columnheader]')];
      const ofChance = heads.filter((head) => head.textContent.includes('达成概率'));
      const chances = new Set(ofChance.map((head) => head.getAttribute('aria-colindex')));
      const isNumber = ({ type, target, addedNodes }: MutationRecord): boolean => {
        const column = columnOf(target);
        if (column == null || chances.has(column)) return false;
        return (
          type === 'characterData' ||
          [...addedNodes].some((node) => node instanceof Text && node.data.trim() !== '')
        );
      };
      const paints: Promise<number>[] = [];
      const ofNumbers: Promise<number>[] = [];
      const observer = new MutationObserver((records) => {
        const painted = frame();
        paints.push(painted);
        if (!records.some(isNumber)) return;
        ofNumbers.push(painted);
        worked = performance.now();
      });
      observer.observe(document.querySelector('.backcast-grid')!, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      let quiet = performance.now();
      let seen = 0;
      while (Number.isNaN(begun) || performance.now() - quiet < 600) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (paints.length !== seen) quiet = performance.now();
        seen = paints.length;
        if (Number.isNaN(begun)) ofNumbers.length = paints.length = 0;
      }
      observer.disconnect();
      removeEventListener('keydown', onkey, true);
      const since = async (frames: readonly Promise<number>[]) =>
        (await Promise.all(frames)).filter((time) => time > begun).map((time) => time - begun);
      const times = await since(paints);
      const right = (await since(ofNumbers)).at(-1) ?? times[0]!;
      return { painted: times[0]!, worked: worked - begun, right, settled: times.at(-1)! };
    };
    Object.assign(globalThis, { watch });
  });

async function measure(page: Page, key: string, act: () => Promise<void>): Promise<Edited> {
  const watched = page.evaluate(
    (name) => (globalThis as unknown as { watch(key: string): Promise<Edited> }).watch(name),
    key,
  );
  await page.waitForTimeout(30);
  await act();
  return watched;
}

const spread = (times: readonly number[]) => `median ${median(times)}, p95 ${quantile(times, 0.95)}`;

async function editCells(page: Page, column: number, from: number, name: string): Promise<void> {
  const typed: Edited[] = [];
  const entered: Edited[] = [];
  for (let i = 0; i < 12; i++) {
    await page.locator(`[data-row="${from + i}"][data-column="${column}"]`).click();
    typed.push(await measure(page, '3', () => page.keyboard.press('3')));
    await page.keyboard.type('1000');
    entered.push(await measure(page, 'Enter', () => page.keyboard.press('Enter')));
  }
  console.log(name, {
    'first digit painted': median(typed.map(({ painted }) => painted)),
    'cell painted after Enter': median(entered.map(({ painted }) => painted)),
    'all numbers worked out': spread(entered.map(({ worked }) => worked)),
    'all numbers right': spread(entered.map(({ right }) => right)),
    'chances and loads right': spread(entered.map(({ settled }) => settled)),
    tasks: (await longTasks(page)).join(' '),
  });
}

test('goals and history of 1,000 reps are edited', async ({ page }) => {
  await watchTasks(page);
  await watchEdits(page);
  console.log('made', await openTeam(page, 1000, 24), (await longTasks(page)).join(' '));
  await page.waitForTimeout(1500);
  const address = page.url();
  for (let round = 0; round < 3; round++) {
    await page.goto('about:blank');
    const begun = performance.now();
    await page.goto(address);
    await page.locator('.row').first().waitFor();
    console.log('opened', Math.round(performance.now() - begun), (await longTasks(page)).join(' '));
  }
  await page.waitForTimeout(500);
  const goal = page.locator('.row').nth(4).locator('.typed').first();
  const column = Number(await goal.getAttribute('data-column'));
  await editCells(page, column, 4, `goal in Backcast (column ${column})`);
  await page.goto(address.replace('backcast', 'history'));
  await page.locator('.row').nth(4).waitFor();
  await page.waitForTimeout(500);
  const cell = page.locator('.row').nth(4).locator('.typed').nth(2);
  const at = Number(await cell.getAttribute('data-column'));
  await editCells(page, at, 4, `history (column ${at})`);
});
