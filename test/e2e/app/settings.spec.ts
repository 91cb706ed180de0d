import type { Locator } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

const choice = (app: AppPage, name: string): Locator => app.page.getByRole('combobox', { name });
const effect = (app: AppPage): Locator => app.page.getByRole('complementary', { name: '现在的效果' });

test('a setting shows what it comes to at once, and is taken back from its toast and by keys', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goToSettings();
  await expect(effect(app)).toContainText('工作日 21');
  await choice(app, '工作制').selectOption({ label: '周一到周六' });
  await expect(effect(app)).toContainText('工作日 25 原 21');
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(effect(app)).toContainText('工作日 21 原 25');
  await expect(choice(app, '工作制')).toHaveValue('five');

  await choice(app, '月结日').selectOption({ label: '每月 25 日' });
  await expect(page.getByText('本月 10月26日至11月25日')).toBeVisible();
  await expect(effect(app)).toContainText('工作日 23');
  // The focus is still on the choice, which has no undo of its own.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(choice(app, '月结日')).toHaveValue('0');
  await choice(app, '年度第一个月').selectOption({ label: '4月' });
  await expect(page.getByText('全年 2026年4月至2027年3月，本季度 10月至12月')).toBeVisible();
  await expect(page.getByText('2027 年的放假安排还没公布，先按周末算。')).toBeVisible();
});

test('company days go in and out as one line, and a bad date leads to its field', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goToSettings();
  await app.button('添加').click();
  await expect(page.getByLabel('日期', { exact: true })).toBeFocused();
  await expect(page.getByText('填一个日期，例如 2026-11-03')).toBeVisible();
  await page.getByLabel('日期', { exact: true }).fill('2026-11-26');
  await page.getByLabel('到（可不填）').fill('2026-11-27');
  await app.button('添加').click();
  await expect(effect(app)).toContainText('工作日 19');
  await app.button('去掉 2026年11月26日周四至11月27日周五').click();
  await expect(effect(app)).toContainText('工作日 21');
  await expect(page.getByLabel('日期', { exact: true })).toBeFocused();
});

test('pipeline in hand is taken off the stock that the goal needs', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  const pipeline = await app.cell('倒推', '我', '倒推：要做到目标，全月需要.* 储备金额');
  const number = async (cell: Locator) => Number(((await cell.textContent()) ?? '').replaceAll(',', ''));
  const needed = await number(pipeline);
  expect(needed).toBeGreaterThan(50_000);
  await app.goToSettings();
  await choice(app, '历史里的储备金额是').selectOption({ label: '当月在手' });
  await app.goTo('倒推');
  await app.type(await app.cell('倒推', '我', '结果 在手储备'), '50000');
  const left = await app.cell('倒推', '我', '倒推：要做到目标，全月需要.* 储备金额');
  await expect.poll(() => number(left)).toBe(needed - 50_000);
});
