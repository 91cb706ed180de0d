import type { Locator } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

const number = async (cell: Locator): Promise<number> =>
  Number(((await cell.textContent()) ?? '').replace(/[^\d.-]/g, ''));
const repeat = (app: AppPage): Locator => app.page.getByRole('checkbox', { name: '复购金额' });
const work = (app: AppPage): Promise<Locator> =>
  app.cell('倒推', '林晓', '倒推：要做到目标，全月需要.* 每日外呼');

test('other revenue is switched on, typed in, comes off the goal with its reason, and is taken back', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  const before = await number(await work(app));

  await app.goToSettings();
  await repeat(app).check();
  await expect(page.getByText('还没有数，到“历史”表里填，或导入')).toBeVisible();
  const { found, look } = checker(page);
  await look('other revenue');
  expect(found).toEqual([]);

  await app.goTo('历史');
  await app.type(await app.cell('历史', '林晓', '复购金额 2026年9月'), '8000');
  await app.type(await app.cell('历史', '林晓', '复购金额 2026年10月'), '8000');
  await app.type(await app.cell('历史', '林晓', '复购金额 2026年11月'), '2000');

  await app.goTo('倒推');
  const other = await app.cell('倒推', '林晓', '结果 其他收入');
  // 2,000 are in, and 7 of 21 working days are left.
  await expect.poll(() => number(other)).toBe(4667);
  await expect(await app.cell('倒推', '陈思远', '结果 其他收入')).toHaveText('0');
  await expect.poll(async () => number(await work(app))).toBeLessThan(before);
  await other.click();
  const panel = page.getByRole('complementary', { name: '为什么是这个数' });
  await expect(panel).toContainText('本月已到的其他收入 + 其他收入月均 × 剩余工作日占比');
  await expect(panel).toContainText('− 其他收入 ¥4,667');
  await expect(panel).toContainText('复购金额：本月已到 ¥2,000，月均 ¥8,000（2 个月，近的权重大）');
  await expect(panel).toContainText('按剩下的工作日，本月还会有 ¥2,667');

  for (let step = 0; step < 4; step++) await page.keyboard.press('ControlOrMeta+z');
  await expect(app.sheet('倒推').getByRole('columnheader', { name: /其他收入/ })).toHaveCount(0);
  await expect.poll(async () => number(await work(app))).toBe(before);
});

test('a switched off kind keeps its entries', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goToSettings();
  await repeat(app).check();
  await app.goTo('历史');
  await app.type(await app.cell('历史', '林晓', '复购金额 2026年10月'), '8000');
  await app.goToSettings();
  await repeat(app).uncheck();
  await expect(page.getByText('有 1 个月 · 1 人的数 · 数都留着，勾上就回来')).toBeVisible();
  await repeat(app).check();
  await app.goTo('历史');
  await expect(await app.cell('历史', '林晓', '复购金额 2026年10月')).toHaveText('8,000');
});

test('a column of the pasted history makes the plan keep it', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.pasteHistory([
    ['月份', '外呼', '接通', '意向客户', '成交金额', '续费金额'],
    ['2026-08', '1800', '540', '27', '31000', '6000'],
    ['2026-09', '1900', '560', '28', '28000', '6000'],
    ['2026-10', '1850', '550', '26', '26000', '6000'],
  ]);
  await app.openPlan();
  await expect.poll(async () => number(await app.cell('倒推', '我', '结果 其他收入'))).toBe(2000);
  await app.goTo('历史');
  await expect(await app.cell('历史', '我', '复购金额 2026年10月')).toHaveText('6,000');
});
