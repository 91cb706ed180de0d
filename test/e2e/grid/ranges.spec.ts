import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { SheetPage } from './sheet-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const spoken = (sheet: SheetPage) => sheet.page.locator('.spoken[aria-live]').last();
const clipboard = (sheet: SheetPage) => sheet.page.evaluate(() => navigator.clipboard.readText());

/** Two ranges in the columns of goal and won: rows 2 and 3, then 6 to 8 drawn with Ctrl held. */
async function two(page: SheetPage['page']): Promise<SheetPage> {
  const sheet = await SheetPage.open(page);
  await sheet.drag(await sheet.center(2, 2), await sheet.center(3, 2));
  await page.keyboard.down('Control');
  await sheet.drag(await sheet.center(6, 2), await sheet.center(8, 2));
  await page.keyboard.up('Control');
  await sheet.expectSelected(5);
  return sheet;
}

test('Ctrl adds ranges, which are drawn, summed once, named and given up by a click', async ({ page }) => {
  const sheet = await two(page);
  await sheet.expectActive(6, 2);
  await expect(sheet.cell(3, 2)).toHaveClass(/sel-b/);
  await expect(page.locator('.handle')).toHaveCount(0);
  await expect(spoken(sheet)).toHaveText(/3 行 1 列.*共 2 块 5 格/);
  await expect.poll(() => sheet.output('stats')).toContain('"cells":5');
  await sheet.cell(7, 2).click({ modifiers: ['Control', 'Shift'] });
  await page
    .locator('.title', { hasText: '目标' })
    .click({ position: { x: 40, y: 20 }, modifiers: ['Control'] });
  await expect.poll(() => sheet.output('stats')).toContain('"cells":301');
  await sheet.click(1, 1);
  await sheet.expectSelected(1);
});

test('a second press with Ctrl takes a cell out again', async ({ page }) => {
  const sheet = await two(page);
  await sheet.cell(7, 2).click({ modifiers: ['Control'] });
  await sheet.expectSelected(4);
  await expect(sheet.cell(7, 2)).toHaveAttribute('aria-selected', 'false');
  await sheet.press('Delete');
  await sheet.expectText(7, 2, '25,900');
  await sheet.expectText(8, 2, '');
});

test('Delete clears all ranges in one step', async ({ page }) => {
  const sheet = await two(page);
  await sheet.press('Delete');
  await sheet.expectText(2, 2, '');
  await sheet.expectText(8, 2, '');
  expect(await sheet.output('calls')).toBe('clear 5');
  await sheet.press('Control+z');
  await sheet.expectText(8, 2, '29,600');
});

test('Ctrl with Enter types into all ranges, Tab walks through them', async ({ page }) => {
  const sheet = await two(page);
  await page.keyboard.type('7');
  await sheet.press('Control+Enter');
  await sheet.expectText(3, 2, '7');
  await sheet.expectText(7, 2, '7');
  expect(await sheet.output('calls')).toBe('type 5');
  await sheet.press('Tab', 'Tab', 'Tab');
  await sheet.expectActive(2, 2);
  await sheet.expectSelected(5);
});

test('Ctrl with D fills each range from its own top', async ({ page }) => {
  const sheet = await two(page);
  await sheet.press('Control+d');
  await sheet.expectText(3, 2, '27,400');
  await sheet.expectText(8, 2, '22,200');
  expect(await sheet.output('calls')).toBe('fill 3');
});

test('ranges in the same column are copied together; a copied cell goes into all', async ({ page }) => {
  const sheet = await two(page);
  await sheet.press('Control+c');
  expect((await clipboard(sheet)).replaceAll('\r', '')).toBe('27400\n31100\n22200\n25900\n29600');
  await expect(sheet.cell(2, 2)).toHaveClass(/copy-t/);
  await page.evaluate(() => navigator.clipboard.writeText('5'));
  await sheet.press('Control+v');
  await sheet.expectText(2, 2, '5');
  await sheet.expectText(8, 2, '5');
  await page.evaluate(() => navigator.clipboard.writeText('1\t2'));
  await sheet.press('Control+v');
  await expect(page.locator('.bubble')).toHaveText('没有粘贴：多格内容只能粘贴到一块选区');
  expect(await sheet.output('calls')).toBe('paste 5');
});

test('ranges that make no block are not copied, and several are not cut; it says so', async ({ page }) => {
  const sheet = await two(page);
  await page.evaluate(() => navigator.clipboard.writeText('kept'));
  await sheet.press('Control+x');
  await expect(page.locator('.bubble')).toHaveText('没有剪切：一次只能剪切一块选区');
  await sheet.cell(3, 5).click({ modifiers: ['Control'] });
  await sheet.press('Control+c');
  await expect(page.locator('.bubble')).toHaveText('没有复制：几块选区要同行或同列才能一起复制');
  await expect(spoken(sheet)).toHaveText(/没有复制/);
  expect(await clipboard(sheet)).toBe('kept');
});

test('Shift F8 adds a range by the keyboard alone, Escape ends it', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(2, 2);
  await sheet.press('Shift+F8', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowDown');
  await sheet.expectSelected(3);
  await sheet.expectActive(4, 3);
  await sheet.press('Shift+F8', 'ArrowDown', 'ArrowDown');
  await sheet.expectSelected(4);
  await sheet.press('Escape', 'ArrowDown');
  await sheet.expectSelected(1);
});

test('rows taken with Ctrl are deleted together', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  const number = (row: number) => page.locator('.row', { has: sheet.cell(row, 0) }).locator('.number');
  await number(2).click();
  await number(5).click({ modifiers: ['Control'] });
  await sheet.press('Control+-');
  expect(await sheet.output('calls')).toBe('delete 2,5');
});

test('axe finds nothing with several ranges', async ({ page }) => {
  const sheet = await two(page);
  await sheet.press('Shift+F8');
  expect((await new AxeBuilder({ page }).include('.backcast-grid').analyze()).violations).toEqual([]);
});
