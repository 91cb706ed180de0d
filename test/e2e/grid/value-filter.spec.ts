import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SheetPage } from './sheet-page.ts';

const rows = (page: SheetPage['page']) => page.getByRole('grid');

test('a column is filtered by ticking its values, with counts and blank', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(2, 10);
  await sheet.press('Control+Shift+l');
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('checkbox')).toHaveCount(4);
  await expect(panel.locator('label', { hasText: '五天' })).toContainText('100');
  await panel.getByRole('checkbox', { name: /全选/ }).uncheck();
  await expect(panel.getByRole('button', { name: '筛选', exact: true })).toBeDisabled();
  await panel.getByRole('checkbox', { name: /大小周/ }).check();
  await panel.getByRole('button', { name: '筛选', exact: true }).click();
  await expect(rows(page)).toHaveAttribute('aria-rowcount', '102');
  await sheet.expectText(0, 0, '成员3');
  await sheet.press('Control+Shift+l');
  await expect(panel.getByRole('checkbox', { name: /五天/ })).not.toBeChecked();
  await panel.getByRole('checkbox', { name: /全选/ }).check();
  await panel.getByRole('button', { name: '筛选', exact: true }).click();
  await expect(rows(page)).toHaveAttribute('aria-rowcount', '302');
});

test('values are searched for by keyboard alone, and Enter keeps what is found', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(2, 6);
  await sheet.press('Control+Shift+l');
  await page.getByPlaceholder('搜索值').focus();
  await page.keyboard.type('150');
  await expect(page.getByRole('dialog').getByRole('checkbox')).toHaveCount(2);
  await sheet.press('Tab', 'Tab', 'Space', 'Space');
  await page.getByPlaceholder('搜索值').press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await sheet.expectText(0, 6, '150');
  await expect(sheet.editor).toBeFocused();
});

test('blank cells have a tick of their own, and the arrows walk the ticks', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(2, 6);
  await sheet.press('Control+Shift+l');
  const panel = page.getByRole('dialog');
  await panel.getByRole('checkbox', { name: /全选/ }).uncheck();
  await panel.getByRole('checkbox', { name: /空白/ }).check();
  await sheet.press('ArrowUp');
  await expect(panel.getByRole('checkbox', { name: /^160/ })).toBeFocused();
  await panel.getByRole('button', { name: '筛选', exact: true }).click();
  await expect(rows(page)).toHaveAttribute('aria-rowcount', '15');
  await sheet.expectText(0, 0, '成员8');
});

test('100,000 values are counted without holding the page; the first are drawn', async ({ page }) => {
  const sheet = await SheetPage.open(page, 'rows=100000');
  await sheet.click(2, 0);
  await sheet.press('Control+Shift+l');
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('还有 99800 个')).toBeVisible({ timeout: 30_000 });
  await page.getByPlaceholder('搜索值').fill('成员77777');
  await expect(panel.getByRole('checkbox')).toHaveCount(2);
  await page.getByPlaceholder('搜索值').press('Enter');
  await sheet.expectText(0, 0, '成员77777');
});

for (const theme of ['light', 'dark'])
  test(`axe finds nothing in the list of values: ${theme}`, async ({ page }) => {
    const sheet = await SheetPage.open(page, `rows=50&theme=${theme}`);
    await sheet.click(3, 10);
    await sheet.press('Control+Shift+l');
    await expect(page.getByRole('dialog').getByRole('checkbox')).toHaveCount(4);
    expect((await new AxeBuilder({ page }).include('.panel').analyze()).violations).toEqual([]);
  });
