import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SheetPage } from './sheet-page.ts';

test('find counts, goes on and back, and closes to the grid', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(0, 2);
  await sheet.press('Control+f');
  await page.keyboard.type('空');
  await expect(page.getByRole('search').locator('.count')).toHaveText(/13$/);
  await sheet.press('Enter');
  await sheet.expectActive(7, 6);
  await sheet.press('Enter', 'Enter', 'Shift+Enter');
  await sheet.expectActive(30, 6);
  await expect(page.getByRole('search').locator('.count')).toHaveText('2 / 13');
  await sheet.press('Escape');
  await expect(sheet.editor).toBeFocused();
});

test('find can leave out the rows without a hit, and an edit takes none of them away', async ({ page }) => {
  const sheet = await SheetPage.open(page, 'rows=300&tree');
  await sheet.click(1, 2);
  await sheet.press('Control+f');
  await page.keyboard.type('成员123');
  const only = page.getByRole('button', { name: '只看有结果的行' });
  await only.click();
  await sheet.expectText(0, 0, '电销13组');
  await sheet.expectText(1, 0, '成员123');
  await expect(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '4');
  await sheet.click(1, 0);
  await sheet.enter('林晓');
  await sheet.expectText(1, 0, '林晓');
  await only.click();
  await expect(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '332');
  await page.getByRole('button', { name: '关闭查找' }).click();
  await expect(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '332');
});

test('a column sorts and filters from its header, and edits reach the right row', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  const title = page.locator('.title', { hasText: '已成交' });
  await title.hover();
  await title.locator('button.menu').click();
  await page.getByRole('button', { name: '降序' }).click();
  await expect(title).toHaveAttribute('aria-sort', 'descending');
  const name = await sheet.cell(0, 0).locator('.t').textContent();
  await sheet.click(0, 2);
  await sheet.enter('77');
  await sheet.expectText(0, 2, '77');
  await sheet.press('Control+Shift+l');
  await page.getByLabel('包含文字').fill('77');
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await sheet.expectText(0, 0, name ?? '');
  await sheet.press('Alt+ArrowDown');
  await page.getByRole('button', { name: '清除全部筛选和排序' }).click();
  await sheet.expectText(0, 0, '成员1');
});

test('sorting keeps people in their teams', async ({ page }) => {
  const sheet = await SheetPage.open(page, 'rows=30&tree');
  await sheet.click(1, 2);
  await sheet.press('Control+Shift+l');
  await page.getByRole('button', { name: '降序' }).click();
  await sheet.expectText(0, 0, '电销1组');
  await sheet.expectText(1, 0, '成员6');
  await sheet.expectText(11, 0, '电销2组');
});

for (const query of ['rows=50', 'rows=50&slow'])
  test(`a refused entry stays with its reason, and editing goes on from it (${query})`, async ({ page }) => {
    const sheet = await SheetPage.open(page, query);
    await sheet.click(3, 5);
    await sheet.enter('-5');
    await expect(page.locator('.bubble')).toHaveText('不能小于 0');
    await sheet.expectText(3, 5, '-5');
    await expect(page.locator('[aria-live]').last()).toHaveText(/不能小于 0/);
    await sheet.click(3, 5);
    await sheet.press('F2');
    await expect(sheet.editor).toHaveValue('-5');
    await sheet.press('Home', 'Delete', 'Enter');
    await sheet.expectText(3, 5, '5');
    await expect(page.locator('.bubble')).toHaveCount(0);
  });

test('typing on a computed cell says why not', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 4);
  await page.keyboard.type('5');
  await expect(page.locator('.bubble')).toHaveText('这个数是算出来的：改目标或已成交');
  await sheet.expectText(3, 4, '30,941');
});

test('the active cell is named with column, row and value', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await expect(sheet.editor).toHaveAccessibleName('结果 目标 ¥, 成员4, 31,100');
  await expect(sheet.cell(3, 2)).toHaveAttribute('aria-colindex', '4');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '302');
});

for (const theme of ['light', 'dark'])
  for (const query of ['rows=50', 'rows=50&tree&lang=en'])
    test(`axe finds nothing: ${theme} ${query}`, async ({ page }) => {
      test.setTimeout(120_000);
      const sheet = await SheetPage.open(page, `${query}&theme=${theme}`);
      await sheet.click(3, 5);
      await sheet.press('Shift+ArrowDown', 'Control+f');
      const scan = () => new AxeBuilder({ page }).include('.backcast-grid').analyze();
      expect((await scan()).violations).toEqual([]);
      await sheet.press('Escape', 'Control+Shift+l');
      expect((await scan()).violations).toEqual([]);
      await sheet.press('Escape', 'Shift+F10');
      expect((await scan()).violations).toEqual([]);
      await sheet.press('Escape', 'End', 'Alt+ArrowDown');
      expect((await scan()).violations).toEqual([]);
    });
