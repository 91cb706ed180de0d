import { expect, test } from '@playwright/test';
import { SheetPage } from './sheet-page.ts';

test('a drag selects, Shift click extends, headers and numbers take columns and rows', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.drag(await sheet.center(2, 2), await sheet.center(4, 4));
  await sheet.expectSelected(9);
  await sheet.click(6, 3);
  await sheet.cell(7, 5).click({ modifiers: ['Shift'] });
  await sheet.expectSelected(6);
  await expect.poll(() => sheet.output('stats')).toContain('"cells":6');
  await page.locator('.title', { hasText: '外呼' }).click({ position: { x: 50, y: 20 } });
  await expect.poll(() => sheet.output('stats')).toContain('"cells":301');
  await page.locator('.number', { hasText: /^4$/ }).click();
  expect(JSON.parse(await sheet.output('selection'))).toMatchObject({
    from: { row: 3, column: 0 },
    to: { row: 3, column: 11 },
  });
});

test('the handle repeats one number; with Ctrl it counts on; Escape gives up', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  const handle = async () => {
    const box = await page.locator('.handle').boundingBox();
    if (!box) throw new Error('no fill handle');
    return { x: box.x + 4, y: box.y + 4 };
  };
  await sheet.click(3, 5);
  await sheet.drag(await handle(), await sheet.center(5, 5));
  await sheet.expectText(5, 5, '23');
  await sheet.expectSelected(3);
  await sheet.click(3, 5);
  const from = await handle();
  const to = await sheet.center(6, 5);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.keyboard.down('Control');
  await page.mouse.move(to.x, to.y);
  await page.mouse.move(to.x, to.y + 1);
  await expect(page.locator('.chip')).toHaveText('26');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await sheet.expectText(6, 5, '26');
  await sheet.click(3, 6);
  await page.mouse.move((await handle()).x, (await handle()).y);
  await page.mouse.down();
  await page.mouse.move(to.x + 80, to.y);
  await sheet.press('Escape');
  await page.mouse.up();
  await sheet.expectText(6, 6, '106');
});

test('the handle goes on with a series, and a double click fills beside a filled column', async ({
  page,
}) => {
  const sheet = await SheetPage.open(page, 'rows=12');
  await sheet.click(2, 2);
  await sheet.enter('100');
  await sheet.enter('200');
  await sheet.press('ArrowUp', 'Shift+ArrowUp');
  await page.locator('.handle').dblclick();
  await sheet.expectText(4, 2, '300');
  await sheet.expectText(11, 2, '1,000');
  await sheet.expectText(12, 2, '');
  expect(await sheet.output('calls')).toBe('type 1; type 1; fill 8');
});

test('rows are dragged by their grip, or by their numbers once selected; Escape gives up', async ({
  page,
}) => {
  const sheet = await SheetPage.open(page, 'rows=30&tree');
  const number = (row: number) => page.locator('.row', { has: sheet.cell(row, 0) }).locator('.number');
  const at = async (row: number, part: number) => {
    const box = await number(row).boundingBox();
    if (!box) throw new Error(`row ${row} is not drawn`);
    return { x: box.x + 20, y: box.y + 28 * part };
  };
  const grip = async (row: number) => ({ ...(await at(row, 0.5)), x: (await at(row, 0.5)).x - 16 });
  await sheet.drag(await grip(3), await at(11, 0.5));
  expect(await sheet.output('calls')).toBe('place 3 into 11');
  await number(5).click();
  await number(6).click({ modifiers: ['Shift'] });
  await sheet.drag(await at(5, 0.5), await at(8, 0.1));
  expect(await sheet.output('calls')).toContain('place 5,6 before 8');
  const from = await at(5, 0.5);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 80);
  await expect(page.locator('.drop')).toBeVisible();
  await sheet.press('Escape');
  await expect(page.locator('.drop')).toHaveCount(0);
  await page.mouse.up();
  expect((await sheet.output('calls')).match(/place/g)).toHaveLength(2);
  await number(6).click();
  expect(JSON.parse(await sheet.output('selection'))).toMatchObject({ from: { row: 6 }, to: { row: 6 } });
});

test('a column is resized by hand, fitted by a double click, and keeps its width', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  const width = async () => (await sheet.cell(2, 2).boundingBox())?.width ?? 0;
  const resizer = page.locator('.title', { hasText: '目标' }).locator('.resizer');
  const box = await resizer.boundingBox();
  if (!box) throw new Error('no resizer');
  await sheet.drag({ x: box.x + 3, y: box.y + 10 }, { x: box.x + 63, y: box.y + 10 });
  expect(await width()).toBe(152);
  await page.reload();
  await sheet.cell(2, 2).waitFor();
  await expect.poll(width).toBe(152);
  await resizer.dblclick();
  expect(await width()).toBeLessThan(100);
});

test('frozen columns and the header stay while the sheet scrolls', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  const name = await sheet.cell(6, 0).boundingBox();
  await sheet.click(6, 4);
  await page.mouse.wheel(300, 0);
  await expect.poll(async () => (await sheet.cell(6, 0).boundingBox())?.x).toBe(name?.x);
  await expect.poll(() => page.locator('.scroller').evaluate((e) => e.scrollLeft)).toBeGreaterThan(0);
});

test('a double click edits; a blur keeps what was typed', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.cell(3, 2).dblclick();
  await expect(sheet.editor).toHaveValue('31100');
  await page.keyboard.type('0');
  await page.getByRole('button', { name: '前' }).click();
  await sheet.expectText(3, 2, '311,000');
});

test('the cell menu opens by right click and by key, and works', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.cell(3, 2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /清除内容/ }).click();
  await sheet.expectText(3, 2, '');
  await expect(sheet.editor).toBeFocused();
  await sheet.press('ArrowDown', 'Shift+F10');
  await expect(page.getByRole('menuitem', { name: /编辑/ })).toBeFocused();
  await sheet.press('Escape');
  await expect(sheet.editor).toBeFocused();
  await sheet.cell(5, 2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '删除这一行' }).click();
  expect(await sheet.output('calls')).toContain('delete 5');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } });
  test('the first tap selects without a keyboard, the second opens the editor', async ({ page }) => {
    const sheet = await SheetPage.open(page);
    await sheet.cell(3, 2).tap();
    await sheet.expectActive(3, 2);
    await expect(sheet.editor).toHaveJSProperty('inputMode', 'none');
    await sheet.cell(3, 2).tap();
    await expect(sheet.editor).toHaveJSProperty('inputMode', 'decimal');
    await expect(sheet.editor).toHaveValue('31100');
  });

  test('names are typed with letters, numbers with digits, and Enter goes on below', async ({ page }) => {
    const sheet = await SheetPage.open(page);
    await sheet.cell(3, 0).tap();
    await sheet.cell(3, 0).tap();
    await expect(sheet.editor).toHaveJSProperty('inputMode', 'text');
    await sheet.press('Escape');
    await sheet.cell(3, 2).tap();
    await sheet.cell(3, 2).tap();
    await page.keyboard.press('ControlOrMeta+a');
    await sheet.enter('77');
    await sheet.expectText(3, 2, '77');
    await sheet.expectActive(4, 2);
    await expect(sheet.editor).toHaveJSProperty('inputMode', 'decimal');
    await expect(sheet.editor).toBeFocused();
  });

  test('the handle at the corner draws the range, a swipe scrolls instead', async ({ page }) => {
    const sheet = await SheetPage.open(page);
    const finger = await sheet.finger();
    await sheet.cell(3, 2).tap();
    await sheet.expectSelected(1);
    const from = await sheet.middle(page.locator('[data-part=end]'));
    await finger.swipe(from, await sheet.center(6, 2));
    await sheet.expectSelected(4);
    const top = await sheet.middle(page.locator('[data-part=start]'));
    await finger.swipe(top, await sheet.center(2, 2));
    await sheet.expectSelected(5);
    const selection = await sheet.output('selection');
    await finger.swipe(await sheet.center(12, 2), await sheet.center(6, 2));
    await expect
      .poll(() => page.locator('.scroller').evaluate(({ scrollTop }) => scrollTop))
      .toBeGreaterThan(50);
    expect(await sheet.output('selection')).toBe(selection);
  });

  test('a finger that stays opens the menu of the cell, and the menu stays', async ({ page }) => {
    const sheet = await SheetPage.open(page);
    const finger = await sheet.finger();
    await finger.down(await sheet.center(5, 2));
    await page.waitForTimeout(700);
    await finger.up();
    await expect(page.getByRole('menu')).toBeVisible();
    await sheet.expectActive(5, 2);
    await page.getByRole('menuitem', { name: /清除内容/ }).tap();
    await sheet.expectText(5, 2, '');
    await expect(page.getByRole('menu')).toBeHidden();
  });
});
