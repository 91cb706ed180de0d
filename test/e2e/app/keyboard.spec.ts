import type { Locator } from '@playwright/test';
import { ONE_REP, pasteText, tsv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

test('the main job is done by keyboard alone', async ({ page }) => {
  const app = await AppPage.open(page);
  const { keyboard } = page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  /** Goes on with Tab until what is looked for has the focus. */
  const tabTo = async (wanted: Locator) => {
    for (let i = 0; i < 100; i++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${wanted.toString()}`);
  };
  await expect(app.perDay).toBeVisible();
  const assumed = (await app.perDay.textContent()) ?? '';

  await tabTo(app.goal);
  await press('ControlOrMeta+a');
  await keyboard.type('12万');
  await expect(app.perDay).not.toHaveText(assumed);
  await pasteText(page, tsv(ONE_REP));
  await expect(page.getByText('识别 7 列、6 个月')).toBeVisible();
  await expect(app.goal).toHaveValue('12万');
  await tabTo(app.button('打开计划'));
  await press('Enter');
  await app.expectSheet('倒推');

  const perDay = await app.cell('倒推', '我', '倒推：要做到目标，全月需要.* 每日');
  const goal = await app.cell('倒推', '我', '结果 目标');
  await expect(goal).toHaveText('40,000');
  await tabTo(page.locator('textarea.sink'));
  await expect(app.sheet('倒推').locator('.cell.active')).toHaveText('我');
  await press('ArrowRight', 'ArrowRight');
  await expect(goal).toHaveClass(/ active/);
  const before = Number(await perDay.textContent());
  await keyboard.type('8万');
  await press('Enter');
  await expect(goal).toHaveText('80,000');
  await expect.poll(async () => Number(await perDay.textContent()) / before).toBeCloseTo(2, 1);
  await press('ControlOrMeta+z');
  await expect(goal).toHaveText('40,000');

  const why = page.getByRole('complementary', { name: '为什么是这个数' });
  if (await why.isVisible()) await press('Alt+w');
  await expect(why).toBeHidden();
  await press('End', 'Alt+w');
  await expect(why).toBeVisible();
  await expect(why).toContainText('接通率');

  await press('Alt+PageDown');
  await expect(page.getByRole('group', { name: '月份' })).toContainText('2026年12月');
  await expect(await app.cell('倒推', '我', '结果 目标')).toHaveText('40,000');
  await press('Alt+PageUp');
  await press('Alt+1');
  await app.expectSheet('目标');
  await press('Alt+4');
  await app.expectSheet('倒推');
});

test('the palette finds a sheet, a month and a command by keyboard', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  const choose = async (text: string) => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(app.dialog).toBeVisible();
    await page.keyboard.type(text);
    await expect(app.dialog.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(app.dialog).toBeHidden();
  };
  await choose('history');
  await app.expectSheet('历史');
  await choose('2026-12');
  await expect(page.getByRole('group', { name: '月份' })).toContainText('2026年12月');
  await choose('林晓');
  await app.expectSheet('倒推');
  await expect(page.getByRole('complementary')).toContainText('林晓');
});

test('help opens by ? and gives the focus back when it closes', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  const settings = page.getByRole('link', { name: '设置' });
  await settings.focus();
  await page.keyboard.press('?');
  await expect(app.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.dialog).toBeHidden();
  await expect(settings).toBeFocused();
});

test('a rep walks to the next by keys, a cell is filled and rows are folded', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goTo('历史');
  const at = (row: string) => app.cell('历史', row, '外呼 2025年11月');
  await (await at('林晓')).click();
  const value = (await (await at('林晓')).textContent()) ?? '';
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(await at('陈思远')).toHaveText(value);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(app.row('历史', '林晓')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+.');
  await expect(app.row('历史', '林晓')).toBeVisible();
});

test('the palette opens find and replace in the sheet, and the help knows their keys', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await page.locator('.row').first().waitFor();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(app.dialog).toBeVisible();
  await page.keyboard.type('替换');
  await expect(app.dialog.getByRole('option').first()).toContainText('查找和替换');
  await page.keyboard.press('Enter');
  await expect(app.dialog).toBeHidden();
  await expect(page.getByLabel('查找内容')).toBeFocused();
  await page.keyboard.type('林晓');
  await expect(page.getByLabel('替换为')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('查找内容')).toBeHidden();
  await page.getByRole('link', { name: '设置' }).focus();
  await page.keyboard.press('?');
  await expect(app.dialog).toContainText('查找和替换');
  await expect(app.dialog).toContainText('另加一块选区');
});
