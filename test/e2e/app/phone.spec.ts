import type { Locator, Page } from '@playwright/test';
import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { ONE_REP, pasteText, teamTable, tsv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { watchPlaces } from './places.ts';
import { expect, test } from './test.ts';

const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

/** The app under a thumb: everything is tapped. */
class PhonePage extends AppPage {
  static override async open(page: Page, hash = ''): Promise<PhonePage> {
    const { page: opened } = await AppPage.open(page, hash);
    return new PhonePage(opened);
  }

  async startOnPhone(rows: readonly (readonly string[])[]): Promise<void> {
    await expect(this.perDayOutput.first()).toBeVisible();
    await pasteText(this.page, tsv(rows));
    await expect(this.page.getByText('识别')).toBeVisible();
    await this.button('打开计划').tap();
    await expect(this.page).toHaveURL(/today$/, { timeout: 30_000 });
  }

  async sampleOnPhone(words: { sample: string; open: string } = { sample: '用示例', open: '打开计划' }) {
    await this.button(words.sample).tap();
    await this.button(words.open).tap();
    await expect(this.page).toHaveURL(/today$/);
    await expect(this.reps.first()).toBeVisible();
  }

  async sampleOnDevice(): Promise<void> {
    await this.button(/^用示例/).tap();
    await this.button('打开计划').tap();
    await expect(this.page).toHaveURL(/(today|backcast)$/);
  }

  async openSheet(screen: string): Promise<void> {
    await this.page.evaluate(
      (to) => (location.hash = location.hash.replace(/^(#\/plan\/[^/]+).*/, `$1/${to}`)),
      screen,
    );
  }

  get reps(): Locator {
    return this.page.locator('[data-row=rep]');
  }

  rep(name: string): Locator {
    return this.page.getByRole('link', { name: new RegExp(`^${name}( |$)`) });
  }

  /** The bar at the foot. */
  async tab(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name }).tap();
  }

  /** Nothing but the sheet itself may be wider than the phone. */
  async expectNoSideways(): Promise<void> {
    const [wide, seen] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(wide).toBe(seen);
  }
}

test.describe('a rep alone, on a phone', () => {
  test.use(PHONE);

  test('comes from nothing to the numbers of today', async ({ page }) => {
    const app = await PhonePage.open(page);
    await app.startOnPhone(ONE_REP);
    await expect(page.getByRole('list', { name: '今天的数' }).getByText('外呼')).toBeVisible();
    await app.tab('倒推');
    await expect(page.getByText('今天要做')).toBeVisible();
    await expect(page.getByRole('row', { name: /^外呼 \d+ \d+ [\d,]+$/ })).toBeVisible();
    await app.expectNoSideways();
  });

  test('reads why, ratio by ratio, in a sheet at the foot', async ({ page }) => {
    const app = await PhonePage.open(page);
    await app.startOnPhone(ONE_REP);
    await app.tab('倒推');
    await page.getByRole('button', { name: /^÷ 金额转化率/ }).tap();
    await expect(app.dialog).toContainText('本人记录');
    await expect(app.dialog).toContainText('2026年5月 至 2026年10月，6 个月');
    await expect(app.dialog.getByRole('row')).toHaveCount(7);
    await app.dialog.getByRole('button', { name: '关闭' }).tap();
    await expect(app.dialog).toBeHidden();
  });
});

test.describe('a team, on a phone', () => {
  test.use(PHONE);

  test('lists everybody’s quota of today under their teams, with the sums', async ({ page }) => {
    const app = await PhonePage.open(page);
    await app.sampleOnPhone();
    await expect(page.getByRole('heading', { name: /电销/ })).toHaveCount(3);
    await expect(app.rep('林晓')).toContainText(/\d+ 今天/);
    await expect(app.rep('林晓')).toContainText(/本周剩 \d+/);
    const ofTeam = Number(await app.rep('电销一组').locator('b').innerText());
    const ofReps = await Promise.all(
      ['林晓', '陈思远', '王雨桐', '赵凯'].map((name) => app.rep(name).locator('.value b').innerText()),
    );
    expect(ofTeam).toBe(ofReps.map(Number).reduce((sum, quota) => sum + quota, 0));
    await app.expectNoSideways();
  });

  test('keeps the list where it is when its numbers come, so that a tap meets who it was meant for', async ({
    page,
  }) => {
    const places = await watchPlaces(page, '[data-row=rep]');
    const app = await PhonePage.open(page);
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await app.sampleOnPhone();
    await expect(app.rep('林晓')).toContainText(/\d/);
    await expect(page.getByRole('img', { name: /工作日/ })).toBeVisible();
    expect(await places()).toHaveLength(1);
  });

  test('says on a Saturday that it is a rest day and shows Monday’s quota', async ({ page }) => {
    const app = await PhonePage.open(page);
    await page.clock.setFixedTime(new Date('2026-11-21T10:00:00+08:00'));
    await page.reload();
    await app.sampleOnPhone();
    await expect(app.rep('林晓')).toContainText('今天休息');
    await expect(app.rep('林晓')).toContainText(/\d+ 11\/23周一/);
    await app.rep('林晓').tap();
    await expect(page.getByText('今天休息 · 下一个工作日 11/23周一')).toBeVisible();
  });

  test('opens a person, the next one, another week, and comes back to where the list was', async ({
    page,
  }) => {
    const app = await PhonePage.open(page);
    await app.sampleOnPhone();
    const list = page.getByRole('list', { name: '成员' });
    await app.rep('许诺').scrollIntoViewIfNeeded();
    await app.rep('许诺').tap();
    await expect(page.getByRole('heading', { level: 1, name: '许诺' })).toBeVisible();
    const week = page.getByRole('region', { name: '一周' });
    await expect(week).toContainText('11/16–11/22');
    await week.getByRole('button', { name: '下一周' }).tap();
    await week.getByRole('button', { name: '下一周' }).tap();
    await expect(week).toContainText('11/30–12/6');
    await expect(week.getByRole('columnheader', { name: /^星期[一二三四五]/ })).toHaveCount(5);
    await page.getByRole('button', { name: '下一人' }).tap();
    await expect(page.getByRole('heading', { level: 1, name: '蒋文' })).toBeVisible();
    await page.getByRole('link', { name: '回到名单' }).tap();
    await expect(list).toBeVisible();
    await expect(app.rep('许诺')).toBeInViewport();
  });

  test('says of a person whether the day can be done, and how likely the goal is', async ({ page }) => {
    const app = await PhonePage.open(page);
    await app.sampleOnPhone();
    await app.rep('陈思远').tap();
    const load = page.getByRole('region', { name: '做不做得完' });
    await expect(load).toContainText(/每天要 [\d.]+ 小时，工时(只有)? 7\.0 小时/);
    await expect(page.getByRole('region', { name: '达成概率' })).toContainText(/照现在的步子|按还差的配额做/);
    await app.expectNoSideways();
  });
});

for (const [device, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['a phone on its side', { width: 844, height: 390 }],
  ['a tablet', { width: 768, height: 1024 }],
] as const)
  test.describe(`the sheets on ${device}`, () => {
    test.use({ ...PHONE, viewport });

    test('a goal is tapped, typed, gone on from and taken back', async ({ page }) => {
      const app = await PhonePage.open(page);
      await app.sampleOnDevice();
      await app.openSheet('backcast');
      const goal = page.locator('[data-row="2"][data-column="2"]');
      const text = (await goal.innerText()).trim();
      await goal.tap();
      await goal.tap();
      const editor = page.locator('textarea.sink');
      await expect(editor).toHaveJSProperty('inputMode', 'decimal');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('12345');
      await page.keyboard.press('Enter');
      await expect(goal).toHaveText('12,345');
      await expect(page.locator('[data-row="3"][data-column="2"]')).toHaveClass(/ active/);
      await page.getByRole('button', { name: /^撤销/ }).first().tap();
      await expect(goal).toHaveText(text);
    });
  });

test.describe('the Backcast sheet, on a phone', () => {
  test.use(PHONE);

  test('tells a tapped cell’s formula and reason in a sheet at the foot, and goes to another month', async ({
    page,
  }) => {
    const app = await PhonePage.open(page);
    await app.sampleOnDevice();
    await app.openSheet('backcast');
    await page.locator('[data-row="3"][data-column="4"]').tap();
    await page.getByRole('button', { name: /^看公式和原因: 陈思远/ }).tap();
    await expect(app.dialog).toContainText(/公式 目标\s*−\s*已成交/);
    await expect(app.dialog.getByRole('complementary')).toContainText('每日外呼');
    await app.dialog.getByRole('button', { name: '关闭' }).first().tap();
    await expect(app.dialog).toBeHidden();
    await page.getByRole('button', { name: '下个月' }).tap();
    await expect(page.getByRole('button', { name: '2026年12月' })).toBeVisible();
    await expect(page.locator('[data-row="3"][data-column="4"]')).toHaveText('30,000');
    await app.expectNoSideways();
  });

  test('shows two banners one under the other', async ({ page }) => {
    const app = await PhonePage.open(page);
    await app.sampleOnDevice();
    await app.openSheet('settings');
    await app.button('从现在起不保存').tap();
    const boxes = [page.getByRole('alert'), page.getByRole('status').filter({ hasText: '示例团队' })];
    const [alert, sample] = await Promise.all(boxes.map((box) => box.first().boundingBox()));
    expect(alert!.y + alert!.height).toBeLessThanOrEqual(sample!.y);
  });
});

test.describe('a thousand reps, on a phone', () => {
  test.use(PHONE);
  test.setTimeout(120_000);

  test('are scrolled and searched without drawing them all', async ({ page }) => {
    const app = await PhonePage.open(page);
    await app.startOnPhone(teamTable(1000, 2));
    await expect(app.rep('成员1')).toContainText(/\d+ (今天|按周算)/, { timeout: 20_000 });
    expect(await app.reps.count()).toBeLessThan(40);
    await page.locator('.list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect(app.rep('成员1000')).toContainText(/\d+ (今天|按周算)/);
    expect(await app.reps.count()).toBeLessThan(40);
    await page.getByRole('searchbox', { name: '找成员或团队' }).fill('成员77');
    await expect(app.reps).toHaveCount(11);
    await expect(page.getByText('找到 11 人')).toBeAttached();
  });
});

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  test(`axe finds nothing on a phone in ${locale}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ ...PHONE, locale, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    const { app: shell, imports, phone, quickstart, sheets } = words;
    const app = await PhonePage.open(page);
    const { found, look } = checker(page);
    const go = (screen: string) =>
      page.evaluate(
        (to) => (location.hash = location.hash.replace(/^(#\/plan\/[^/]+).*/, `$1/${to}`)),
        screen,
      );
    await expect(app.perDayOutput.first()).toBeVisible();
    await look('first run');
    await app.sampleOnPhone({ sample: quickstart.sourcesPhone.sample, open: quickstart.openPlan });
    await look('list');
    await app.reps.first().getByRole('link').tap();
    await expect(page.getByRole('heading', { name: /99/ })).toBeVisible();
    await look('person');
    await page.getByRole('button', { name: /^÷/ }).first().tap();
    await expect(app.dialog).toBeVisible();
    await look('ratio');
    await app.dialog.getByRole('button', { name: phone.ratio.close }).tap();
    for (const sheet of ['goals', 'team', 'history', 'backcast'] as const) {
      await go(sheet);
      await app.expectSheet(sheets.name[sheet]);
      await look(sheet);
    }
    await go('import');
    await expect(page.getByRole('heading', { name: imports.title, level: 1 })).toBeVisible();
    await look('import');
    await go('settings');
    await expect(page.getByRole('heading', { name: shell.nav.settings }).first()).toBeVisible();
    await look('settings');
    await page.goto('./#/plans');
    await expect(app.plans).toHaveCount(1);
    await look('plans');
    await context.close();
    expect(found).toEqual([]);
  });
