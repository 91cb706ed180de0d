import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { differences } from '../../files/workbook/compare.ts';
import { hasLibreOffice, NO_LIBREOFFICE, recalculated } from '../../tools/libreoffice.ts';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

const WORKBOOK = '倒推表（Excel，含公式）';

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()));
}

async function exported(app: AppPage): Promise<Uint8Array> {
  const downloading = app.page.waitForEvent('download');
  await app.planMenu(WORKBOOK);
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/ 倒推 2026-11\.xlsx$/);
  return bytesOf(download);
}

test('the Backcast leaves as a workbook that says what the sheet says', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  const shown = await (await app.cell('倒推', '林晓', '倒推：要做到目标，全月需要.* 每日')).textContent();
  const [backcast, ratios, notes] = (await readXlsx(await exported(app))).sheets;
  expect([backcast?.name, ratios?.name, notes?.name]).toEqual(['倒推', '比率', '说明']);
  const row = backcast?.rows.find(([name]) => name === '林晓');
  const at = backcast?.rows[3]?.indexOf('每日外呼') ?? -1;
  expect(Math.round(Number(row?.[at]))).toBe(Number(shown));
});

test('an open what-if goes into the workbook beside the plan', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.button('新建试算').click();
  await app.type(await app.cell('倒推', '林晓', '目标 ¥ 试算'), '6万');
  const { sheets } = await readXlsx(await exported(app));
  expect(sheets.map(({ name }) => name)).toEqual(['倒推', '比率', '说明', '试算']);
  const goals = sheets[3]?.rows.find(([name]) => name === '林晓')?.slice(2, 5);
  expect(goals?.map(Number)).toEqual([30_000, 60_000, 30_000]);
  // The Backcast's own sheet stays the plan's.
  expect(sheets[0]?.rows.find(([name]) => name === '林晓')).toContain(30_000);
});

test('the command palette makes the same workbook, of what is still to go', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await page.getByRole('radio', { name: '从还差推' }).or(app.button('从还差推')).first().click();
  await expect(await app.cell('倒推', '林晓', '倒推：补上还差的，剩余的日子需要.* 每日')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Excel');
  const downloading = page.waitForEvent('download');
  await page.getByRole('option', { name: WORKBOOK }).click();
  const { sheets } = await readXlsx(await bytesOf(await downloading));
  expect(sheets[0]?.rows[3]).toContain('剩余工作日');
});

test('LibreOffice calculates the workbook to the same numbers', async ({ page }) => {
  const missing = !hasLibreOffice();
  if (missing) console.warn(NO_LIBREOFFICE);
  test.skip(missing, NO_LIBREOFFICE);
  const app = await AppPage.open(page);
  await app.startWithSample();
  const written = await exported(app);
  const [calculated] = recalculated([written]);
  const { cells, differing } = await differences(written, calculated!);
  expect(differing).toEqual([]);
  expect(cells).toBeGreaterThan(300);
});
