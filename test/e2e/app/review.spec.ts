import type { Page } from '@playwright/test';
import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

/** The review of the sample team: the month before today's has goals, as the quarter's goal covers it. */
class ReviewPage extends AppPage {
  static override async open(page: Page): Promise<ReviewPage> {
    const { page: opened } = await AppPage.open(page);
    return new ReviewPage(opened);
  }

  async startSample(words: typeof chinese = chinese): Promise<void> {
    await this.button(new RegExp(`^${words.quickstart.sourcesPhone.sample}`)).click();
    await expect(this.page.getByRole('list', { name: words.quickstart.perRep })).toBeVisible();
    await this.button(words.quickstart.openPlan).click();
    await expect(this.page).toHaveURL(/backcast$|today$/);
    await this.page.evaluate(() => (location.hash = location.hash.replace(/[^/]+$/, 'review')));
    await expect(this.members(words)).toBeVisible();
  }

  members(words: typeof chinese = chinese) {
    return this.page.getByRole('table', { name: words.review.table.label });
  }

  get headline() {
    return this.page.getByRole('heading', { level: 1 });
  }

  get talks() {
    return this.page.getByRole('complementary').getByRole('article');
  }

  async openRep(name: string): Promise<void> {
    await this.button(`看${name}`).click();
    await expect(this.page.getByRole('table', { name: '每一步' })).toBeVisible();
  }
}

const amount = (text: string) => Number(text.replace(/[^\d−]/g, '').replace('−', '-'));

test('the review of the last finished month says in money why it was missed, and its parts add up', async ({
  page,
}) => {
  const app = await ReviewPage.open(page);
  await app.startSample();
  await expect(app.headline).toHaveText(/^2026年10月差 ¥57,369：/);
  await page.getByRole('button', { name: '看成表格' }).click();
  const rows = page.getByRole('region', { name: '从目标到实际' }).locator('tbody tr');
  const amounts = (await rows.locator('td:nth-of-type(1)').allTextContents()).map(amount);
  expect(amounts.reduce((sum, each) => sum + each, 0)).toBe(-57_369);
  await expect(app.members().getByRole('row')).toHaveCount(13);
});

test('a rep opens to own parts, steps, the rows behind and a comparison', async ({ page }) => {
  const app = await ReviewPage.open(page);
  await app.startSample();
  await app.openRep('冯一诺');
  await expect(page.getByRole('region', { name: '冯一诺：从目标到实际' })).toBeVisible();
  const steps = page.getByRole('table', { name: '每一步' });
  await expect(steps.getByRole('row')).toHaveCount(7);
  const dials = (await steps
    .getByRole('row')
    .nth(1)
    .getByText(/ \/ .*天$/)
    .textContent())!.split(' / ')[0]!;
  const compared = page.getByRole('table', { name: '跟谁比' });
  await expect(compared.getByRole('row')).toHaveCount(7);
  await page.getByRole('combobox', { name: '跟谁比' }).selectOption({ label: '陈思远' });
  await expect(compared.getByRole('row').nth(1)).toContainText('陈思远');
  await page.getByRole('button', { name: '看2026年10月的原始行' }).click();
  await expect(page).toHaveURL(/history\//);
  const active = app.sheet('历史').locator('.cell.active');
  await expect(active).toHaveText(dials);
  await page.goBack();
  await page.getByRole('button', { name: '所有成员' }).click();
  await expect(app.members()).toBeVisible();
});

test('a talk is edited, kept with a day to look again, and undone', async ({ page }) => {
  const app = await ReviewPage.open(page);
  await app.startSample();
  const talk = app.talks.first();
  await talk.getByRole('button', { name: '改一改，记下来' }).click();
  await talk.getByRole('textbox').first().fill('先看名单\n周三一起听 3 通');
  await talk.getByRole('button', { name: '记下' }).click();
  await expect(talk).toContainText('周三一起听 3 通');
  await expect(talk).toContainText('11/27 再看');
  await app.expectSaved();
  await page.reload();
  await expect(app.talks.first()).toContainText('周三一起听 3 通');
  await app.talks.first().getByRole('button', { name: '看过了' }).click();
  await expect(app.talks.first()).not.toContainText('再看');
  await app.talks.first().getByRole('button', { name: '删除' }).click();
  await expect(app.talks.first().getByRole('button', { name: '改一改，记下来' })).toBeVisible();
});

test('the next review says what became of what was talked about', async ({ page }) => {
  const app = await ReviewPage.open(page);
  await app.startSample();
  const name = (await app.talks.first().getByRole('heading').textContent())!.split(' · ')[0]!.trim();
  await app.talks.first().getByRole('button', { name: '改一改，记下来' }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '后一段' }).click();
  await expect(app.headline).toHaveText(/^2026年11月/);
  const talk = app.talks.filter({ hasText: name });
  await expect(talk).toContainText(/2026年10月谈过每天的外呼：[\d.]+ → [\d.]+/);
  await talk.getByRole('button', { name: '看过了' }).first().click();
  await expect(talk.getByRole('button', { name: '还要看' })).toBeVisible();
});

test('the outline is copied as plain text', async ({ page }) => {
  const app = await ReviewPage.open(page);
  await app.startSample();
  await page.getByRole('button', { name: '复制为会议提纲' }).click();
  await expect(page.getByText('提纲已复制')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^2026年10月复盘 · 全部成员\n2026年10月差 ¥57,369/);
  expect(text).toMatch(/\n1\. .+（−[\d,]+）：/);
});

test('the running month counts up to today, a quarter its months, a team its own members', async ({
  page,
}) => {
  const app = await ReviewPage.open(page);
  await app.startSample();
  await page.getByRole('button', { name: '后一段' }).click();
  await expect(app.headline).toHaveText(/^2026年11月（到 11-19）/);
  await page.getByRole('button', { name: '季度' }).click();
  await expect(app.headline).toHaveText(/^2026 年第 4 季度/);
  await page.getByRole('button', { name: /^范围/ }).click();
  await page.getByRole('menuitemradio', { name: '电销二组' }).click();
  await expect(app.members().getByRole('row')).toHaveCount(5);
});

test('the keys of the month step what is under review', async ({ page }) => {
  const app = await ReviewPage.open(page);
  await app.startSample();
  await expect(app.headline).toContainText('2026年10月');
  await page.keyboard.press('Alt+PageDown');
  await expect(app.headline).toContainText('2026年11月');
  await page.keyboard.press('Alt+PageUp');
  await page.keyboard.press('Alt+PageUp');
  await expect(app.headline).toContainText('2026年9月');
  // The month of the sheets stays where it was.
  await app.goTo('倒推');
  await expect(page.getByRole('button', { name: /2026年11月/ }).first()).toBeVisible();
});

test('without a goal the review says what is missing and leads there', async ({ page }) => {
  const app = await ReviewPage.open(page);
  await app.startAlone();
  await page.evaluate(() => (location.hash = location.hash.replace(/[^/]+$/, 'review')));
  await page.getByRole('button', { name: '前一段' }).click();
  await expect(page.getByRole('heading', { name: /没有目标$/ })).toBeVisible();
  await page.getByRole('button', { name: '去填目标' }).click();
  await expect(app.sheet('目标')).toBeVisible();
});

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  test.describe(`axe finds nothing in ${locale}`, () => {
    test.use({ locale });
    test.setTimeout(120_000);

    test('on the review, of all and of one', async ({ page }) => {
      const app = await ReviewPage.open(page);
      await app.startSample(words);
      const { found, look } = checker(page);
      await look('review');
      await app.members(words).getByRole('button').first().click();
      await expect(page.getByRole('table', { name: words.review.compare.title })).toBeVisible();
      await look('review of one');
      await page.getByRole('button', { name: words.review.talk.edit }).click();
      await look('talk under edit');
      expect(found).toEqual([]);
    });
  });

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test('the review fits the width, and opens a rep', async ({ page }) => {
    const app = await ReviewPage.open(page);
    await app.startSample();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expect(app.headline).toHaveText(/^2026年10月差/);
    await app.members().getByRole('button').first().tap();
    await expect(page.getByRole('table', { name: '每一步' })).toBeVisible();
  });
});
