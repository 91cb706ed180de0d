import { expect, test } from '@playwright/test';
import { SheetPage } from './sheet-page.ts';

/** Types pinyin as an IME does: a key that says only "Process", then the composition. */
async function compose(sheet: SheetPage, steps: readonly string[], result: string) {
  const devtools = await sheet.devtools();
  for (const text of steps) {
    await devtools.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'KeyN',
      windowsVirtualKeyCode: 229,
    });
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await devtools.send('Input.insertText', { text: result });
}

test('a composition on a selected cell keeps its first letter', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 0);
  await compose(sheet, ['n'], '');
  await sheet.press('Escape');
  await compose(sheet, ['n', 'ni', 'nih', 'nihao'], '你好');
  await expect(sheet.editor).toHaveValue('你好');
  await expect(sheet.editor).toHaveClass(/editing/);
  await sheet.press('Enter');
  await sheet.expectText(3, 0, '你好');
  await sheet.expectActive(4, 0);
});

test('Enter that ends a composition does not end the edit', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 0);
  const devtools = await sheet.devtools();
  await devtools.send('Input.imeSetComposition', { text: 'lin', selectionStart: 3, selectionEnd: 3 });
  await devtools.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await expect(sheet.editor).toHaveClass(/editing/);
  await devtools.send('Input.insertText', { text: '林' });
  await sheet.press('Enter');
  await sheet.expectText(3, 0, '林');
});

test('a composition on a computed cell is refused in words and leaves nothing behind', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 4);
  await compose(sheet, ['n', 'ni'], '你');
  await expect(page.locator('.bubble')).toHaveText('这个数是算出来的：改目标或已成交');
  await expect(sheet.editor).toHaveValue('');
  await sheet.press('ArrowLeft');
  await sheet.enter('5');
  await sheet.expectText(3, 3, '5');
});
