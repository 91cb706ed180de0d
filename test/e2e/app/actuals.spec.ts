import type { Locator, Page } from '@playwright/test';
import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { pasteText, tsv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { monthlyPlan } from './followed-plan.ts';
import { expect, test } from './test.ts';

const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
const REPS = '林晓 陈思远 王雨桐 赵凯 孙悦 周航 吴桐 郑好 冯一诺 何嘉 许诺 蒋文'.split(' ');
const DAYS = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19];
const dayOf = (day: number) => `2026-11-${String(day).padStart(2, '0')}`;

/** As a CRM exports its days; on the 19th one rep's columns are the wrong way round, one rep's 17th is not there. */
function exported(days: readonly number[]): string {
  const rows = days.flatMap((day) =>
    REPS.map((rep, at) => {
      const dials = 80 + at * 2 + ((day * 7 + at) % 13);
      const connects = 24 + ((day * 5 + at) % 7);
      const swapped = rep === '冯一诺' && day === 19;
      const [first, second] = swapped ? [connects, dials] : [dials, connects];
      return [dayOf(day), rep, String(first), String(second), String(6 + (day % 3))];
    }),
  );
  const kept = rows.filter(([day, rep]) => !(rep === '吴桐' && day === dayOf(17)));
  return tsv([['日期', '姓名', '外呼', '接通', '深沟'], ...kept]);
}

async function openActuals(app: AppPage, words = chinese, language: 'zh' | 'en' = 'zh'): Promise<void> {
  await app.openPlanFile(words.quickstart.openFile, await monthlyPlan(language));
  await expect(app.page).toHaveURL(/(backcast|today)$/);
  await app.page.evaluate(() => (location.hash = location.hash.replace(/[^/]+$/, 'actuals')));
  await expect(app.page.getByRole('gridcell').first()).toBeVisible();
}

/** Anywhere on the sheet. */
async function pasteOnSheet(page: Page, text: string): Promise<void> {
  await page.locator('[data-row="2"][data-column="3"]').click();
  await pasteText(page, text);
}

async function importDays(app: AppPage, text: string, go = /^导入 \d+ 行/): Promise<void> {
  await pasteOnSheet(app.page, text);
  await app.button(go).click();
  await expect(app.page).toHaveURL(/actuals$/);
}

const dayCell = (app: AppPage, rep: string, day: number): Promise<Locator> =>
  app.cell('实绩', rep, `.*11月${String(day)}日`);

test.describe('the days of a month', () => {
  test.setTimeout(90_000);

  test('yesterday is pasted, what is wrong is named, put right, and undone', async ({ page }) => {
    const app = await AppPage.open(page);
    await openActuals(app);
    await importDays(app, exported(DAYS));
    await expect(await dayCell(app, '林晓', 18)).toHaveText('89');
    await expect(await dayCell(app, '吴桐', 17)).toContainText('空');
    const wrong = await dayCell(app, '冯一诺', 19);
    await wrong.click();
    await expect(page.getByRole('status', { name: '公式' })).toContainText('比外呼还多');
    const checks = page.getByRole('group', { name: '要核对' });
    await expect(checks).toContainText('冯一诺 11-19：接通');
    await expect(checks).toContainText('1 天没填：吴桐 11-17');
    const before = (await wrong.textContent()) ?? '';
    await checks.getByRole('button', { name: /^两列对调/ }).click();
    await expect(checks).not.toContainText('冯一诺 11-19：接通');
    await expect(wrong).not.toHaveText(before);
    await app.button(/^撤销/).first().click();
    await expect(checks).toContainText('冯一诺 11-19：接通');
    await checks.getByRole('button', { name: /^记为请假/ }).click();
    await expect(await dayCell(app, '吴桐', 17)).toHaveText('调休');
    await checks.getByRole('button', { name: /^照原样留下/ }).click();
    await expect(page.getByText('冯一诺 11-19：接通')).toHaveCount(0);
  });

  test('a second paste of the same days shows what would change', async ({ page }) => {
    const app = await AppPage.open(page);
    await openActuals(app);
    await importDays(app, exported(DAYS));
    await pasteOnSheet(page, exported([18, 19]).replace('2026-11-18\t林晓\t89', '2026-11-18\t林晓\t99'));
    const effect = page.getByRole('complementary');
    await expect(effect).toContainText('改掉现有的数1');
    await effect.getByText('看是哪些').first().click();
    await expect(effect).toContainText('林晓 2026-11-18 外呼');
    await app.button(/^导入 24 行/).click();
    await expect(await dayCell(app, '林晓', 18)).toHaveText('99');
    await app.button(/^撤销/).first().click();
    await expect(await dayCell(app, '林晓', 18)).toHaveText('89');
  });

  test('lines of a chat are read as the last working day, which can be changed', async ({ page }) => {
    const app = await AppPage.open(page);
    await openActuals(app);
    await pasteOnSheet(page, '林晓 外呼96 接通28\n陈思远：外呼 105，接通 31，意向 2');
    await expect(page.getByLabel('没写日期的算')).toHaveValue('2026-11-19');
    await page.getByLabel('没写日期的算').fill('2026-11-18');
    await expect(page.getByRole('cell', { name: '2026-11-18' }).first()).toBeVisible();
    await app.button(/^导入 2 行/).click();
    await expect(await dayCell(app, '林晓', 18)).toHaveText('96');
    await expect(await dayCell(app, '陈思远', 18)).toHaveText('105');
  });

  test('days are typed and pasted in blocks; what is still to come is refused in words', async ({ page }) => {
    const app = await AppPage.open(page);
    await openActuals(app);
    const first = await dayCell(app, '林晓', 18);
    await first.click();
    await pasteText(
      page,
      tsv([
        ['96', '98'],
        ['105', ''],
      ]),
    );
    await expect(first).toHaveText('96');
    await expect(await dayCell(app, '陈思远', 18)).toHaveText('105');
    const later = await dayCell(app, '林晓', 24);
    await later.click();
    await page.keyboard.type('9');
    await expect(page.locator('.bubble')).toContainText('11-24 还没到');
    await page.keyboard.press('Escape');
    await app.type(await dayCell(app, '林晓', 17), '调休');
    await expect(await dayCell(app, '林晓', 17)).toHaveText('调休');
    await app.button('接通').click();
    await expect(await dayCell(app, '林晓', 18)).not.toHaveText('96');
  });

  test('a gap is made up as chosen and targets are handed out, each in one step', async ({ page }) => {
    const app = await AppPage.open(page);
    await openActuals(app);
    await importDays(app, exported(DAYS));
    const quota = await dayCell(app, '吴桐', 20);
    const before = (await quota.textContent()) ?? '';
    await page.getByRole('radio', { name: '本周' }).check();
    await expect(page.getByText(/^会变 \d+ 格配额$/)).toBeVisible();
    await app.button('按“本周”补').click();
    await expect(quota).not.toHaveText(before);
    await app.button(/^撤销/).first().click();
    await expect(quota).toHaveText(before);
    await app.button('下达给 12 人').click();
    await expect(page.getByText('11-20 下达')).toBeVisible();
    await app.button(/^撤销/).first().click();
    await expect(app.button('下达给 12 人')).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use(PHONE);

  test('days can be typed', async ({ page }) => {
    const app = await AppPage.open(page);
    await openActuals(app);
    const cell = await dayCell(app, '林晓', 19);
    await cell.tap();
    await page.keyboard.type('96');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText('96');
  });
});

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  test.describe(`axe finds nothing in ${locale}`, () => {
    test.use({ locale });
    test.setTimeout(120_000);

    test('on the days of a month', async ({ page }) => {
      const app = await AppPage.open(page);
      const { found, look } = checker(page);
      await openActuals(app, words, locale === 'en-US' ? 'en' : 'zh');
      await look('actuals, empty');
      await pasteOnSheet(page, exported(DAYS));
      await expect(app.button(words.imports.go('167'))).toBeVisible();
      await look('import of days');
      await app.button(words.imports.go('167')).click();
      await expect(page.getByRole('group', { name: words.actuals.checks.title })).toBeVisible();
      await expect(page.getByRole('radio').first()).toBeVisible();
      await look('actuals, with checks');
      expect(found).toEqual([]);
    });
  });
