import { expect, test } from '@playwright/test';
import { SheetPage } from './sheet-page.ts';

test('arrows, Tab and Enter move as in Excel', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await sheet.press('ArrowDown', 'ArrowRight');
  await sheet.expectActive(4, 3);
  await sheet.press('Tab', 'Tab', 'Enter');
  await sheet.expectActive(5, 3);
  await sheet.press('Shift+Enter', 'Shift+Tab');
  await sheet.expectActive(4, 2);
  await sheet.press('End');
  await sheet.expectActive(4, 11);
  await sheet.press('Control+End');
  await sheet.expectActive(300, 11);
  await sheet.press('Control+Home');
  await sheet.expectActive(0, 0);
  await sheet.press('PageDown', 'PageUp');
  await sheet.expectActive(0, 0);
});

test('Shift and Ctrl with arrows select', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await sheet.press('Shift+ArrowDown', 'Shift+ArrowRight');
  await sheet.expectSelected(4);
  await sheet.press('Control+ArrowDown');
  await sheet.expectActive(299, 2);
  await sheet.press('Control+Home', 'Shift+ ');
  expect(JSON.parse(await sheet.output('selection'))).toMatchObject({ to: { row: 0, column: 11 } });
  await sheet.press('Control+a');
  expect(JSON.parse(await sheet.output('selection'))).toMatchObject({ to: { row: 300, column: 11 } });
});

test('typing replaces, F2 goes on, Escape gives up, Delete clears', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await sheet.enter('12345');
  await sheet.expectText(3, 2, '12,345');
  await sheet.expectActive(4, 2);
  await sheet.press('ArrowUp', 'F2');
  await expect(sheet.editor).toHaveValue('12345');
  await sheet.enter('6');
  await sheet.expectText(3, 2, '123,456');
  await sheet.press('ArrowUp');
  await page.keyboard.type('9');
  await sheet.press('Escape');
  await sheet.expectText(3, 2, '123,456');
  await sheet.press('Shift+ArrowDown', 'Delete');
  await sheet.expectText(3, 2, '');
  await sheet.expectText(4, 2, '');
  expect(await sheet.output('calls')).toContain('clear 2');
});

test('Backspace empties one cell to type on, Escape gives it back; of several it clears all', async ({
  page,
}) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await sheet.press('Backspace');
  await expect(sheet.editor).toHaveClass(/editing/);
  await sheet.press('Escape');
  await sheet.expectText(3, 2, '31,100');
  await sheet.press('Backspace', 'Enter');
  await sheet.expectText(3, 2, '');
  await sheet.press('Shift+ArrowDown', 'Backspace');
  expect(await sheet.output('calls')).toBe('type 1; clear 2');
});

test('Alt with Left does not leave the page while one types', async ({ page }) => {
  await page.goto('/test/pages/grid.html?rows=3');
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await page.keyboard.type('12');
  await sheet.press('Alt+ArrowLeft');
  await sheet.enter('3');
  await sheet.expectText(3, 2, '123');
});

test('undo and redo are asked of the sheet', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await sheet.enter('7');
  await sheet.press('Control+z');
  await sheet.expectText(3, 2, '31,100');
  await sheet.press('Control+y');
  await sheet.expectText(3, 2, '7');
});

test('Ctrl D and Ctrl R fill', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
  await sheet.expectText(5, 2, '31,100');
  await sheet.press('Shift+ArrowRight', 'Control+r');
  await sheet.expectText(5, 3, '31,100');
});

test('Ctrl Enter types into the whole range', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await sheet.press('Shift+ArrowDown');
  await page.keyboard.type('5');
  await sheet.press('Control+Enter');
  await sheet.expectText(3, 2, '5');
  await sheet.expectText(4, 2, '5');
});

test('Tab leaves the grid from the last cell, and anywhere after Escape', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await sheet.press('Control+End', 'Tab');
  await expect(sheet.editor).not.toBeFocused();
  await sheet.click(298, 5);
  await sheet.press('Escape', 'Shift+Tab');
  await expect(sheet.editor).not.toBeFocused();
});

test('a choice cell offers what fits', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(0, 2);
  await sheet.press('End', 'ArrowLeft');
  await page.keyboard.type('大');
  await expect(page.getByRole('option')).toHaveText(['大小周']);
  await sheet.press('Enter');
  await sheet.expectText(0, 10, '大小周');
  await sheet.press('Alt+ArrowDown');
  await expect(page.getByRole('option')).toHaveCount(3);
  await sheet.press('ArrowDown', 'Enter');
  await sheet.expectText(1, 10, '大小周');
});

test('a day is picked from a calendar, by keys, by typing and by mouse', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  const calendar = page.getByRole('grid', { name: '日历' });
  await sheet.click(0, 2);
  await sheet.press('End', 'Alt+ArrowDown');
  await expect(calendar.getByRole('gridcell', { selected: true })).toHaveText('1');
  await expect(calendar.getByRole('columnheader').first()).toHaveText('一');
  await sheet.press('ArrowRight', 'ArrowDown', 'PageDown');
  await expect(sheet.editor).toHaveValue('2026-02-09');
  await expect(sheet.editor).toHaveAttribute('aria-activedescendant', /2026-02-09$/);
  await sheet.press('Enter');
  await sheet.expectText(0, 11, '2026-02-09');
  await sheet.press('F2');
  await expect(calendar).toBeVisible();
  await sheet.press('Backspace', 'Backspace');
  await page.keyboard.type('28');
  await expect(calendar.getByRole('gridcell', { selected: true })).toHaveText('28');
  await sheet.press('ArrowLeft', 'Escape');
  await expect(calendar).toHaveCount(0);
  await sheet.expectText(1, 11, '2026-02-02');
  await sheet.cell(1, 11).dblclick();
  await page.getByRole('button', { name: '下个月' }).click();
  await calendar.getByRole('gridcell', { name: '2026年3月20日' }).click();
  await sheet.expectText(1, 11, '2026-03-20');
  await expect(sheet.editor).toBeFocused();
});

test('tree rows fold, move and go', async ({ page }) => {
  const sheet = await SheetPage.open(page, 'rows=100&tree');
  await expect(page.getByRole('treegrid')).toBeVisible();
  await sheet.click(11, 0);
  await sheet.press('ArrowUp', 'Alt+ArrowUp', 'Alt+Shift+ArrowRight');
  expect(await sheet.output('calls')).toContain('move up 10; move in 10');
  await page
    .locator('.row', { has: sheet.cell(0, 0) })
    .locator('button.caret')
    .click();
  await sheet.expectText(1, 0, '电销2组');
  await sheet.expectActive(0, 0);
  await sheet.press('Control+.');
  await sheet.expectText(1, 0, '成员1');
  await sheet.press('ArrowDown', 'Alt+Shift+ArrowUp');
  await sheet.expectText(1, 0, '电销2组');
  await sheet.expectActive(0, 0);
  await sheet.press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown');
  await sheet.expectText(1, 0, '成员1');
  await sheet.press('ArrowDown', 'Control+-');
  await sheet.expectText(1, 0, '成员2');
});

test('the adder row makes rows and stays below them', async ({ page }) => {
  for (const query of ['rows=3', 'rows=3&slow']) {
    const sheet = await SheetPage.open(page, query);
    await sheet.click(3, 0);
    await sheet.enter('林晓');
    await sheet.expectText(3, 0, '林晓');
    await sheet.expectActive(4, 0);
    await sheet.enter('陈思远');
    await sheet.expectText(4, 0, '陈思远');
    await page.keyboard.type('王雨桐');
    await sheet.press('Tab');
    await sheet.expectText(5, 0, '王雨桐');
    await sheet.expectActive(5, 1);
  }
});
