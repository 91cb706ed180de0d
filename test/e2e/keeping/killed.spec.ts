import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppPage } from '../app/app-page.ts';
import { kill, KILLS, launch, type Killable } from './killable.ts';

const REPS = ['林晓', '陈思远', '王雨桐', '赵凯'];
/** What is typed into: months that both sheets show when they open, by their place in the row. */
const COLUMNS = { 目标: [4, 5, 6], 历史: [3, 4, 5] } as const;
type Sheet = keyof typeof COLUMNS;
type Cells = Record<string, number>;

interface Typed {
  readonly sheet: Sheet;
  readonly reps: readonly string[];
  readonly columns: readonly number[];
}
const typed = (sheet: Sheet): Typed => ({ sheet, reps: REPS, columns: COLUMNS[sheet] });

/** In the page: the numbers of the cells that are typed into, as they stand there. */
function shownCells({ sheet, reps, columns }: Typed): Cells {
  const rows = [...document.querySelectorAll('[role=row].row')];
  return Object.fromEntries(
    reps.flatMap((rep) => {
      const row = rows.find((one) => one.querySelector('.fixed .t')?.textContent === rep);
      return columns.map((column) => {
        const text = row?.querySelector(`[aria-colindex="${column}"] .t`)?.textContent ?? '';
        return [`${sheet} ${rep} ${column}`, Number(text.replaceAll(',', ''))];
      });
    }),
  );
}

/** In the page: logs what stands in the cells in every frame in which the top bar calls it saved. */
function logWhatIsCalledSaved(cells: Typed): void {
  let last = '';
  const look = () => {
    const called = document.querySelector('[data-saved]')?.getAttribute('data-saved');
    const now = called === 'saved' ? JSON.stringify(shownCells(cells)) : last;
    if (now !== last) console.log(`saved ${now}`);
    last = now;
    requestAnimationFrame(look);
  };
  look();
}

async function open({ page }: Killable, baseURL = ''): Promise<AppPage> {
  await page.goto(baseURL);
  return new AppPage(page);
}

/** Types growing numbers, cell after cell, and fills every fifth one down over all reps; ends with the browser. */
async function typeOn(page: Page, sheet: Sheet, from: number): Promise<never> {
  for (let number = from; ; number++) {
    const column = COLUMNS[sheet][number % 3]!;
    const rep = number % 5 === 0 ? REPS[0]! : REPS[number % REPS.length]!;
    const cell = new AppPage(page).row(sheet, rep).locator(`[aria-colindex="${column}"]`);
    await cell.click();
    await page.keyboard.type(String(number));
    await page.keyboard.press('Enter');
    if (number % 5 > 0) continue;
    await cell.click();
    for (let down = 1; down < REPS.length; down++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('ControlOrMeta+d');
  }
}

/** Kills the browser while numbers are typed; what was called saved until then is put into `saved`. */
async function typeUntilKilled(own: Killable, round: number, saved: Cells): Promise<void> {
  const sheet: Sheet = round % 2 ? '历史' : '目标';
  const from = 1 + Math.max(10_000, ...Object.values(saved));
  let called = 0;
  own.page.on('console', (message) => {
    const json = /^saved (.*)$/.exec(message.text())?.[1];
    if (!json) return;
    Object.assign(saved, JSON.parse(json));
    called += 1;
  });
  await new AppPage(own.page).goTo(sheet);
  await own.page.evaluate(`globalThis.shownCells = ${shownCells.toString()}`);
  await own.page.evaluate(logWhatIsCalledSaved, typed(sheet));
  const typing = typeOn(own.page, sheet, from).catch(() => undefined);
  await expect.poll(() => called, { timeout: 30_000 }).toBeGreaterThan(4);
  await new Promise((resolve) => setTimeout(resolve, (round * 277) % 900));
  await kill(own);
  await typing;
  const last = Math.max(...Object.values(saved));
  console.log(`kill ${round + 1}: ${sheet}, ${last - from + 1} numbers were called saved`);
}

/** The cells whose number is older than what was called saved. */
async function missing(app: AppPage, saved: Cells): Promise<Cells> {
  const older: Cells = {};
  for (const sheet of Object.keys(COLUMNS) as Sheet[]) {
    await app.goTo(sheet);
    const cells = await app.page.evaluate(shownCells, typed(sheet));
    for (const [cell, number] of Object.entries(cells))
      if (!(number >= (saved[cell] ?? 0))) older[cell] = number;
  }
  return older;
}

test(`nothing that the top bar called saved is missing after the browser is killed ${KILLS} times`, async ({
  baseURL,
}) => {
  test.setTimeout(60_000 + KILLS * 20_000);
  const profile = mkdtempSync(join(tmpdir(), 'backcast-killed-'));
  const saved: Cells = {};
  let own = await launch(profile);
  await (await open(own, baseURL)).startWithSample();
  for (let round = 0; round < KILLS; round++) {
    await typeUntilKilled(own, round, saved);
    own = await launch(profile);
    const app = await open(own, baseURL);
    await app.expectSheet('倒推');
    await expect.poll(() => missing(app, saved), { timeout: 10_000 }).toEqual({});
    await app.expectSaved();
  }
  await kill(own);
  rmSync(profile, { recursive: true, force: true });
});
