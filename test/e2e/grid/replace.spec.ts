import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { SheetPage } from './sheet-page.ts';

const field = (page: Page) => page.getByLabel('替换为');
const told = (page: Page) => page.locator('.replace .told');

async function replacing(page: Page, text: string, query?: string): Promise<SheetPage> {
  const sheet = await SheetPage.open(page, query);
  await sheet.click(0, 2);
  await sheet.press('Control+h');
  await page.keyboard.type(text);
  await field(page).waitFor();
  return sheet;
}

for (const query of ['rows=300', 'rows=300&slow'])
  test(`all are replaced in one step, computed cells are left alone and counted (${query})`, async ({
    page,
  }) => {
    const sheet = await replacing(page, '20,000', query);
    await expect(page.getByRole('search').locator('.count')).toHaveText(/ 3$/);
    await field(page).fill('21000');
    await page.getByRole('button', { name: '全部替换' }).click();
    await expect(told(page)).toHaveText('已替换 2 格，1 格是计算值，没有动');
    await sheet.expectText(0, 2, '21,000');
    expect(await sheet.output('calls')).toBe('replace 2');
    await sheet.click(0, 2);
    await sheet.press('Control+z');
    await sheet.expectText(0, 2, '20,000');
  });

test('one is replaced after the other with Enter, and computed ones are passed over', async ({ page }) => {
  const sheet = await replacing(page, '成员1');
  await page.getByRole('button', { name: '整格相同' }).click();
  await expect(page.getByRole('search').locator('.count')).toHaveText(/ 1$/);
  await page.getByRole('button', { name: '整格相同' }).click();
  await expect(page.getByRole('search').locator('.count')).toHaveText(/ 111$/);
  await field(page).fill('林');
  await field(page).press('Enter');
  await sheet.expectText(0, 0, '成员1');
  await sheet.expectActive(9, 0);
  await field(page).press('Enter');
  await sheet.expectText(9, 0, '林0');
  await sheet.expectActive(10, 0);
  await expect(told(page)).toHaveText('已替换 1 格');
  await field(page).press('Escape');
  await expect(sheet.editor).toBeFocused();
  await expect(page.locator('.replace')).toHaveCount(0);
});

test('a refused replacement stays on its cell with the reason', async ({ page }) => {
  const sheet = await replacing(page, '五天');
  await field(page).fill('七天');
  await page.getByRole('button', { name: '全部替换' }).click();
  await expect(told(page)).toHaveText('已替换 0 格');
  await sheet.expectText(0, 10, '七天');
  await expect(sheet.cell(0, 10)).toHaveAttribute('aria-invalid', 'true');
});

test('only the rows that are shown are replaced in', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(0, 10);
  await sheet.press('Control+Shift+l');
  await page.getByRole('checkbox', { name: /全选/ }).uncheck();
  await page.getByRole('checkbox', { name: /五天/ }).check();
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await sheet.press('Control+h');
  await page.keyboard.type('成员1');
  await page.getByRole('button', { name: '只看有结果的行' }).click();
  await field(page).fill('甲');
  await page.getByRole('button', { name: '全部替换' }).click();
  await expect(told(page)).toHaveText('已替换 39 格');
  await field(page).press('Escape');
  await sheet.click(0, 10);
  await sheet.press('Control+Shift+l');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await sheet.expectText(9, 0, '甲0');
  await sheet.expectText(10, 0, '成员11');
});

test('a read-only sheet says so', async ({ page }) => {
  await replacing(page, '成员1', 'rows=30&readonly');
  await page.getByRole('button', { name: '全部替换' }).click();
  await expect(told(page)).toHaveText('本表只读');
});

for (const theme of ['light', 'dark'])
  test(`axe finds nothing in the bar: ${theme}`, async ({ page }) => {
    await replacing(page, '成员1', `rows=30&theme=${theme}`);
    expect(
      (await new AxeBuilder({ page }).include('.find').include('.replace').analyze()).violations,
    ).toEqual([]);
  });
