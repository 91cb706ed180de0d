import { expect, test } from '@playwright/test';
import { SheetPage } from './sheet-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a block is copied bare, with a table, and dashed', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 8);
  await sheet.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.replaceAll('\r', '')).toBe('1803\t0.203\n1804\t0.204');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text() ?? '';
  });
  expect(html).toMatch(/<td[^>]*>1803<\/td>/);
  await expect(sheet.cell(3, 8)).toHaveClass(/copy-t copy-l/);
  await sheet.press('Escape');
  await expect(sheet.cell(3, 8)).not.toHaveClass(/copy/);
});

test('a block from Excel goes in as one edit; one undo takes it out', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await page.evaluate(() => navigator.clipboard.writeText('1\t2\r\n3\t4\r\n'));
  await sheet.click(3, 2);
  await sheet.press('Control+v');
  await sheet.expectText(3, 2, '1');
  await sheet.expectText(4, 3, '4');
  await sheet.expectSelected(4);
  expect(await sheet.output('calls')).toBe('paste 4');
  await sheet.press('Control+z');
  await sheet.expectText(4, 3, '212');
});

test('one copied cell goes into the whole range; ratios stay ratios', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 9);
  await sheet.press('Control+c', 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v');
  await sheet.expectText(6, 9, '20.3%');
});

test('what is cut stays until it is pasted, and then moves in one step', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  await sheet.press('Shift+ArrowRight', 'Control+x');
  await sheet.expectText(3, 2, '31,100');
  await expect(sheet.cell(3, 2)).toHaveClass(/copy-t/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('31100\t159');
  await sheet.press('ArrowDown', 'ArrowRight', 'ArrowUp', 'Control+v');
  await sheet.expectText(3, 2, '');
  await sheet.expectText(3, 3, '31,100');
  expect(await sheet.output('calls')).toBe('cut 2');
  await sheet.press('Control+z');
  await sheet.expectText(3, 2, '31,100');
  await sheet.click(3, 2);
  await sheet.press('Control+x', 'Escape', 'ArrowDown', 'Control+v');
  await sheet.expectText(4, 2, '31,100');
  await sheet.expectText(3, 2, '31,100');
});

test('the row that adds others is not copied', async ({ page }) => {
  const sheet = await SheetPage.open(page, 'rows=3');
  await sheet.click(1, 0);
  await sheet.press('Control+Shift+End', 'Control+c');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.split('\n')).toHaveLength(2);
});

test('a paste on computed cells says so and writes nothing', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await page.evaluate(() => navigator.clipboard.writeText('5'));
  await sheet.click(3, 4);
  await sheet.press('Control+v');
  await expect(page.locator('.bubble')).toHaveText('没有粘贴：这里是计算值或超出表格');
  expect(await sheet.output('calls')).toBe('');
  await page.evaluate(() => navigator.clipboard.writeText('5\t6'));
  await sheet.press('ArrowLeft', 'Control+v');
  await expect(page.locator('.bubble')).toHaveText('1 格是计算值或超出表格，已跳过');
  await sheet.press('ArrowDown');
  await expect(page.locator('.bubble')).toHaveCount(0);
});

test('names pasted below the last row become rows', async ({ page }) => {
  const sheet = await SheetPage.open(page, 'rows=3');
  await page.evaluate(() => navigator.clipboard.writeText('林晓\r\n陈思远\r\n'));
  await sheet.click(3, 0);
  await sheet.press('Control+v');
  await sheet.expectText(3, 0, '林晓');
  await sheet.expectText(4, 0, '陈思远');
});

test('bad cells of a paste keep what was written, the others go in', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await page.evaluate(() => navigator.clipboard.writeText('1\r\nabc\r\n3'));
  await sheet.click(3, 2);
  await sheet.press('Control+v');
  await sheet.expectText(3, 2, '1');
  await sheet.expectText(4, 2, 'abc');
  await sheet.expectText(5, 2, '3');
  await expect(sheet.cell(4, 2)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.bubble')).toHaveText('“abc”不是数字');
});

/** What another program puts on the clipboard, pasted into the grid. */
const pasteAs = (sheet: SheetPage, types: Record<string, string>) =>
  sheet.editor.evaluate((sink, texts) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text);
    sink.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, types);

const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:General}</style></head>
<body><!--StartFragment--><table><col width=72><tr height=19>
  <td rowspan=2>林
  晓</td><td colspan=2 class=xl65>1,200</td></tr>
 <tr><td>3&nbsp;</td><td>4<br style='mso-data-placement:same-cell'>5</td></tr></table><!--EndFragment--></body></html>`;

test('a table without plain text goes in, merged cells and line breaks too', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 0);
  await pasteAs(sheet, { 'text/html': EXCEL.replace('4<br', '4</td></tr></table><table><tr><td>王<br') });
  await sheet.expectText(3, 0, '林 晓');
  await sheet.expectText(4, 0, '');
  await sheet.expectText(5, 0, /王\s+5/);
  await sheet.press('Control+z');
  await sheet.click(3, 2);
  await pasteAs(sheet, {
    'text/html': '<table><tr><td>1</td><td>2</td></tr><tr><td colspan=2>3</td></tr></table>',
  });
  await sheet.expectText(3, 3, '2');
  await sheet.expectText(4, 2, '3');
  await sheet.expectText(4, 3, '');
  expect((await sheet.output('calls')).split('; ').at(-1)).toBe('paste 4');
});

test('plain text is taken where it says the same, the table where lines have been torn', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(3, 2);
  const table = '<table><tr><td>1.00</td><td>2.00</td></tr></table>';
  await pasteAs(sheet, { 'text/plain': '1\t2\n', 'text/html': table });
  await sheet.expectText(3, 2, '1');
  await sheet.click(5, 0);
  const torn = '<table><tr><td>李<br>四</td><td></td><td>8</td></tr></table>';
  await pasteAs(sheet, { 'text/plain': '李\n四\t\t8', 'text/html': torn });
  await sheet.expectText(5, 2, '8');
  await sheet.expectText(6, 0, '成员7');
  await sheet.click(8, 0);
  await pasteAs(sheet, { 'text/plain': 'a\nb', 'text/html': `<p>a</p>${table}` });
  await sheet.expectText(9, 0, 'b');
});

test('nothing in a pasted table runs or is fetched', async ({ page }) => {
  const sheet = await SheetPage.open(page);
  await sheet.click(5, 2);
  // The code that reads tables is fetched with the first of them.
  await pasteAs(sheet, { 'text/html': '<table><tr><td>1</td></tr></table>' });
  await sheet.expectText(5, 2, '1');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await sheet.click(3, 2);
  await pasteAs(sheet, {
    'text/html':
      '<table><tr><td>7<img src="/x.png" onerror="window.ran=1"><script>window.ran=1</script></td></tr></table>',
  });
  await sheet.expectText(3, 2, '7');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(asked).toEqual([]);
});
