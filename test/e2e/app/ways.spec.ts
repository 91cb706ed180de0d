import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

async function openPanel(page: Page): Promise<AppPage> {
  const app = await AppPage.open(page);
  await app.button(/示例/).first().click();
  await app.openPlan();
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await expect(app.dialog.getByText('11月20日', { exact: false }).first()).toBeVisible();
  return app;
}

/** What a button of the panel hands over as a file. */
async function downloaded(app: AppPage, button: string) {
  const downloading = app.page.waitForEvent('download');
  await app.dialog.getByRole('button', { name: button }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test.describe('ways out without a plan file', () => {
  test('a person’s quotas and a team’s day are copied as text', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const app = await openPanel(page);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await app.dialog.getByLabel('谁的').selectOption({ label: '\u2003\u2003林晓' });
    await app.dialog.getByRole('button', { name: '复制配额' }).click();
    await expect
      .poll(copied)
      .toMatch(/^11月20日周五 的配额\n林晓：外呼 \d+、接通 \d+、深沟 \d+、意向客户 \d+$/);
    await expect(app.dialog.getByRole('button', { name: '复制今天的数' })).toBeDisabled();
    await app.dialog.getByLabel('谁的').selectOption({ label: '\u2003电销一组' });
    await app.dialog.getByRole('button', { name: '复制今天的数' }).click();
    await expect.poll(copied).toContain('电销一组');
  });

  test('where the browser keeps the clipboard to itself, the text can be selected', async ({ page }) => {
    const app = await openPanel(page);
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('no'))));
    await app.dialog.getByRole('button', { name: '复制配额' }).click();
    await expect(app.dialog.getByRole('textbox', { name: '文字' })).toHaveValue(/林晓：外呼/);
  });

  test('the day is shown as a picture that a chat can take', async ({ page }) => {
    const app = await openPanel(page);
    await app.dialog.getByRole('button', { name: '看图' }).click();
    const picture = app.dialog.getByRole('img', { name: /华东区今天的进度/ });
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1080);
    const { name, bytes } = await downloaded(app, '存成文件');
    expect(name).toBe('华东区.png');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  test('any sheet goes out whole, as CSV and as a workbook', async ({ page }) => {
    const app = await openPanel(page);
    await app.dialog.getByLabel('哪张表').selectOption('历史');
    const csv = await downloaded(app, '下载: CSV');
    expect(csv.name).toMatch(/ 历史 2026-11\.csv$/);
    const text = csv.bytes.toString('utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.split('\r\n').filter((line) => line.startsWith('林晓,'))).toHaveLength(1);
    const book = await downloaded(app, '下载: Excel 工作簿');
    const { sheets } = await readXlsx(new Uint8Array(book.bytes));
    const row = sheets[0]?.rows.find((cells) => cells[0] === '林晓');
    expect(row?.filter((cell) => typeof cell === 'number').length).toBeGreaterThan(10);
  });

  test('everybody has a page on paper', async ({ page }) => {
    await page.addInitScript(() => (window.print = () => document.body.setAttribute('data-printed', 'yes')));
    const app = await openPanel(page);
    await app.dialog.getByLabel('谁的').selectOption({ label: '\u2003电销一组' });
    await app.dialog.getByRole('button', { name: '每人一页' }).click();
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
    await page.emulateMedia({ media: 'print' });
    const pages = page.locator('.print-alone article');
    await expect(pages).toHaveCount(4);
    await expect(pages.first()).toContainText('林晓');
    await expect(pages.first()).toContainText('11月20日周五99 / ____34 / ____9 / ____2 / ________');
    await expect(app.dialog).toBeHidden();
  });

  for (const locale of ['zh-CN', 'en-US'])
    test.describe(`axe finds nothing in ${locale}`, () => {
      test.use({ locale });
      test('in the panel', async ({ page }) => {
        const zh = locale === 'zh-CN';
        await AppPage.open(page);
        await page
          .getByRole('button', { name: zh ? /示例/ : /sample/i })
          .first()
          .click();
        await page.getByRole('button', { name: zh ? '打开计划' : /open the plan/i }).click();
        await page.getByRole('button', { name: zh ? '分享' : 'Share', exact: true }).click();
        await page.getByRole('button', { name: zh ? '看图' : 'Show', exact: true }).click();
        await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
        const { found, look } = checker(page);
        await look('share');
        expect(found).toEqual([]);
      });
    });
});
