import { expect, test, type Locator, type Page } from '@playwright/test';

const open = async (page: Page, query = '') => {
  await page.goto(`/test/pages/charts.html?${query}`);
  return page.getByRole('region', { name: '从目标到实际' });
};
const chartOf = (frame: Locator) => frame.getByRole('img');
/** What the canvas shows, as one number: another drawing is another number. */
const drawing = (frame: Locator) =>
  frame.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
const painted = (frame: Locator) =>
  expect(async () => expect((await drawing(frame)).length).toBeGreaterThan(9000)).toPass();

test('a chart says what it shows, and its points one by one as the keys walk over them', async ({ page }) => {
  const frame = await open(page);
  await painted(frame);
  await expect(chartOf(frame)).toHaveAccessibleName('10 月从目标 311,000 到实际 292,560');
  await chartOf(frame).focus();
  await page.keyboard.press('ArrowRight');
  await expect(frame.getByText('目标 311,000')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(frame.getByText('执行 −10,020 外呼少 3.2%')).toBeVisible();
  await page.keyboard.press('End');
  await expect(frame.getByText('实际 292,560')).toBeVisible();
});

test('a chart has the same numbers as a table', async ({ page }) => {
  const frame = await open(page);
  await frame.getByRole('button', { name: '看成表格' }).click();
  await expect(frame.getByRole('row', { name: /^运气/ })).toHaveText(/运气\s*−4,900\s*292,560/);
  await expect(frame.getByRole('row')).toHaveCount(10);
});

test('a chart is copied as a picture, three times as sharp as the page', async ({ page }) => {
  const frame = await open(page);
  await painted(frame);
  await frame.getByRole('button', { name: '复制成图片' }).click();
  // Its code comes from the sources when it is first asked for.
  await expect(page.getByText('图片已复制')).toBeVisible({ timeout: 20_000 });
  const width = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await createImageBitmap(await item!.getType('image/png'))).width;
  });
  const shown = await frame.locator('canvas').evaluate((canvas) => canvas.clientWidth);
  expect(width).toBe((shown + 40) * 3);
});

test('where the clipboard is closed the picture comes as a file', async ({ page }) => {
  const frame = await open(page);
  await painted(frame);
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('closed'));
  });
  const saved = page.waitForEvent('download');
  await frame.getByRole('button', { name: '复制成图片' }).click();
  expect((await saved).suggestedFilename()).toBe('从目标到实际.png');
});

test('a chart is drawn again in another theme, and sharper on paper', async ({ page }) => {
  const frame = await open(page);
  await painted(frame);
  const light = await drawing(frame);
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  await expect.poll(() => drawing(frame)).not.toBe(light);
  const width = () => frame.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width);
  const before = await width();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await width()).toBe(before * 3);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await width()).toBe(before);
});
