import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { decode } from '../../../src/files/plan-file/index.ts';
import { ONE_REP } from '../support.ts';
import { AppPage } from './app-page.ts';
import { bar, goal, number, openGoals, Q4, TEAM } from './goals-sheet.ts';
import { expect, test } from './test.ts';

/** Changes of goals are asked of the planner this much later. */
async function slowGoals(page: Page, ms: number): Promise<void> {
  await page.addInitScript((late) => {
    class LateWorker extends Worker {
      override postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
        const post = () => {
          if (Array.isArray(options)) super.postMessage(message, options);
          else super.postMessage(message, options);
        };
        if (JSON.stringify(message).includes('"goalEdit"')) setTimeout(post, late);
        else post();
      }
    }
    globalThis.Worker = LateWorker;
  }, ms);
}

test('Enter takes what was typed last, not the older change that is still shown', async ({ page }) => {
  await slowGoals(page, 1200);
  const app = await AppPage.open(page);
  await openGoals(app);
  await app.type(await goal(app, TEAM, '12月'), '200000');
  await expect(bar(app)).toBeVisible();
  await app.type(await goal(app, TEAM, '11月'), '160000');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText('算好就应用')).toBeVisible();
  await expect(page.getByText('已改 2 格')).toBeVisible();
  await expect(await goal(app, TEAM, '11月')).toHaveText('160,000');
  await expect(await goal(app, TEAM, '12月')).toHaveText('200,000');
  await page.keyboard.press('Control+z');
  await expect(await goal(app, TEAM, '11月')).toHaveText('120,000');
  await expect(await goal(app, TEAM, '12月')).toHaveText('120,000');
});

test('a file that is made while a goal is still worked out has it, and nothing is called saved before', async ({
  page,
}) => {
  await slowGoals(page, 1200);
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.type(await app.cell('倒推', '林晓', '结果 目标'), '31000');
  await expect(app.saved).toHaveAttribute('data-saved', 'saving');
  const downloading = page.waitForEvent('download');
  await app.planMenu('导出成文件');
  const file = await decode(new Uint8Array(await readFile(await (await downloading).path())));
  expect(file.ok && JSON.stringify([...file.value.facts.recs.values()])).toContain('3100000');
  await app.expectSaved();
});

test('a change that reaches into months that are over says so, and can leave them as they are', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  await expect(app.sheet('目标').getByRole('columnheader', { name: `${Q4} 10月 已结束` })).toBeVisible();
  await app.type(await goal(app, TEAM, '合计'), '420000');
  await expect(page.getByText('含已结束的月份 4 格')).toBeVisible();
  expect(await number(await goal(app, TEAM, '10月'))).toBe(140_000);
  await app.button('已结束的月份不动').click();
  await expect(page.getByText('含已结束的月份')).toBeHidden();
  await expect(await goal(app, TEAM, '10月')).toHaveText('120,000');
  await expect(await goal(app, TEAM, '12月')).toContainText('150,000');
  expect(await number(await goal(app, TEAM, '合计'))).toBe(420_000);
  await page.keyboard.press('Enter');
  await expect(await goal(app, TEAM, '合计')).toHaveText('420,000');
  await expect(await goal(app, '林晓', '10月')).toHaveText('30,000');
});

test('the status bar counts what waits to be applied and what is locked', async ({ page }) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  const status = page.getByLabel('状态栏');
  await (await goal(app, '林晓', '12月')).click();
  await page.keyboard.press('Alt+l');
  await page.getByRole('textbox', { name: '理由' }).press('Enter');
  await expect(status).toContainText('锁定 1');
  await app.type(await goal(app, TEAM, '11月'), '200000');
  await expect(bar(app)).toContainText('改 1 格，连带 11 格');
  await expect(status).toContainText('待应用 12 格');
  await page.keyboard.press('Escape');
  await expect(status).not.toContainText('待应用');
});

test('season weights of the history are looked at and taken, and say how many years are behind them', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  const months = Array.from({ length: 24 }, (_, at) => {
    const month = `${String(2024 + Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
    const won = at % 12 === 11 ? '90000' : '30000';
    return [month, '1800', '500', '130', '26', '130000', won];
  });
  await app.pasteHistory([ONE_REP[0] ?? [], ...months]);
  await app.openPlan();
  await app.goTo('目标');
  await app.button('由历史算季节权重…').click();
  await expect(app.dialog).toContainText('按 2024 到 2025 年');
  await app.dialog.getByRole('button', { name: '用这些权重' }).click();
  await expect(app.dialog).toBeHidden();
  const row = app.row('目标', /季节权重 · 2024–2025/);
  await expect(row).toBeVisible();
  const header = app.sheet('目标').getByRole('columnheader', { name: `${Q4} 12月` });
  const december = row.locator(`[aria-colindex="${(await header.getAttribute('aria-colindex')) ?? ''}"]`);
  expect(Number(await december.textContent())).toBeGreaterThan(2);
  await december.click();
  await expect(page.getByText('季节权重，可改 · 按 2024 到 2025 年共 2 年，已按工作日校正')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row).toBeHidden();
  await expect(app.row('目标', /季节权重/)).toBeVisible();
});

test('weeks show what they would be while a change is looked at', async ({ page }) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  await app.button('周').click();
  const week = await app.cell('目标', TEAM, '11月 · 目标 ¥ 11/2');
  const before = await number(week);
  await app.type(await app.cell('目标', TEAM, '11月 · 目标 ¥ 11月'), '240000');
  await expect(bar(app)).toBeVisible();
  const shown = await app.cell('目标', TEAM, '11月 · 目标 ¥ 11/2');
  await expect(shown).toHaveClass(/m-pending/);
  expect(await number(shown)).toBe(before * 2);
});

test('the history of a rep’s goal opens where it is split over segments, too', async ({ page }) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  await app.button('添加客户段').click();
  await app.dialog.getByRole('button', { name: '添加客户段' }).click();
  await app.dialog.getByRole('textbox', { name: '名称' }).last().fill('新客');
  await app.dialog.getByRole('button', { name: '完成' }).click();
  await (await goal(app, '林晓', '12月')).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '这一格的历史' }).click();
  await expect(page.getByRole('heading', { name: /林晓/ })).toBeVisible();
});
