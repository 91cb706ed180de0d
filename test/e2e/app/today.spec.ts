import type { Locator, Page } from '@playwright/test';
import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { AppPage, TODAY } from './app-page.ts';
import { checker } from './axe.ts';
import { watchPlaces } from './places.ts';
import { expect, test } from './test.ts';

const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
const at = (day: string, time = '10:40') => new Date(`${day}T${time}:00+08:00`);

/** The day's screens, of a rep's phone and of a manager's desk. */
class TodayPage extends AppPage {
  static override async open(page: Page, hash = ''): Promise<TodayPage> {
    const { page: opened } = await AppPage.open(page, hash);
    return new TodayPage(opened);
  }

  async sample(words: { sample: string; open: string } = { sample: '用示例', open: '打开计划' }) {
    await this.page.getByRole('button', { name: new RegExp(`^${words.sample}`) }).click();
    await this.button(words.open).click();
    await expect(this.page).toHaveURL(/(today|backcast)$/);
  }

  async go(to: string): Promise<void> {
    await this.page.evaluate(
      (screen) => (location.hash = location.hash.replace(/^(#\/plan\/[^/]+).*/, `$1/${screen}`)),
      to,
    );
  }

  /** From the list to somebody's day, and from then on this device opens there. */
  async become(name: string): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(`^${name}( |$)`) }).tap();
    await this.page.getByRole('link', { name: `${name}的今日` }).tap();
    await this.button('这是我').tap();
    await expect(this.counters).toBeVisible();
  }

  get counters(): Locator {
    return this.page.getByRole('list', { name: '今天的数' });
  }

  field(measure: string): Locator {
    return this.counters.getByRole('textbox', { name: measure });
  }

  plus(measure: string): Locator {
    return this.counters.getByRole('button', { name: `${measure}加一，长按减一` });
  }

  async setClock(day: string, time?: string): Promise<void> {
    await this.page.clock.setFixedTime(at(day, time));
  }

  /** As if the phone was woken: the page looks at the clock. */
  async wake(): Promise<void> {
    await this.page.evaluate(() => dispatchEvent(new Event('pageshow')));
  }

  get missing(): Locator {
    return this.page.getByRole('region', { name: '没有记录的工作日' });
  }

  logRow(name: string): Locator {
    return this.page.getByRole('row', { name: new RegExp(name) });
  }
}

test.describe('a rep’s day on a phone', () => {
  test.use(PHONE);

  test('counts taps at once, takes away while held, and keeps all of it over a reload', async ({ page }) => {
    const app = await TodayPage.open(page);
    await app.sample();
    await app.become('林晓');
    const week = page.getByRole('region', { name: '本周外呼' });
    await expect(week).toContainText(/\d+ \//);
    const before = Number(/(\d+) \//.exec((await week.textContent()) ?? '')?.[1]);
    for (let i = 0; i < 5; i++) await app.plus('外呼').tap();
    await expect(app.field('外呼')).toHaveValue('5');
    await app.field('接通').fill('11');
    await app.expectSaved();
    await page.reload();
    await expect(page).toHaveURL(/today$/);
    await expect(app.field('外呼')).toHaveValue('5');
    await expect(app.field('接通')).toHaveValue('11');
    await app.plus('外呼').hover();
    await page.mouse.down();
    await expect(app.field('外呼')).toHaveValue('0');
    await page.mouse.up();
    await app.plus('外呼').tap();
    await expect(app.field('外呼')).toHaveValue('1');
    await expect(week).toContainText(`${before + 1} /`);
  });

  test('goes by keys and a screen reader’s buttons alone', async ({ page }) => {
    const app = await TodayPage.open(page);
    await app.sample();
    await app.become('林晓');
    await app.plus('外呼').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('-');
    await expect(app.field('外呼')).toHaveValue('1');
    await expect(page.getByRole('status').filter({ hasText: '外呼 1' })).toBeAttached();
    await app.counters.getByRole('button', { name: '外呼减一' }).focus();
    await page.keyboard.press('Enter');
    await expect(app.field('外呼')).toHaveValue('0');
    await app.field('外呼').fill('');
    await expect(app.field('外呼')).toHaveValue('');
    await app.field('外呼').fill('9.5');
    await app.field('外呼').blur();
    await expect(app.counters).toContainText('请输入 0 或更大的整数');
  });

  test('stores taps without a network', async ({ page, context }) => {
    const app = await TodayPage.open(page);
    await app.sample();
    await app.become('林晓');
    await context.setOffline(true);
    await app.plus('深沟').tap();
    await app.plus('深沟').tap();
    await app.expectSaved();
    await context.setOffline(false);
    await page.reload();
    await expect(app.field('深沟')).toHaveValue('2');
  });

  test('turns to the new day at midnight, and says so; what was typed stays with its day', async ({
    page,
  }) => {
    const app = await TodayPage.open(page);
    await app.setClock('2026-11-19', '23:58');
    await page.reload();
    await app.sample();
    await app.become('林晓');
    await app.field('接通').fill('2');
    await app.setClock('2026-11-20', '00:00');
    await app.field('接通').fill('28');
    await expect(page.getByText('记在 11/19周四：开始输入时还是那一天')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/11月20日\s*周五/);
    await expect(page.getByText(/已经是 11月20日/)).toBeVisible();
    await app.field('接通').blur();
    await expect(app.field('接通')).toHaveValue('');
    await app.plus('外呼').tap();
    await expect(app.field('外呼')).toHaveValue('1');
    await expect(page.getByRole('listitem', { name: /^星期四：空/ })).toBeVisible();
    await app.setClock('2026-11-19', '20:00');
    await app.wake();
    await expect(page.getByText(/日期回到了 11月19日/)).toBeVisible();
    await expect(app.field('接通')).toHaveValue('28');
    await expect(app.field('外呼')).toHaveValue('');
  });

  test('asks for a forgotten yesterday: filled in, on leave, or really 0', async ({ page }) => {
    const places = await watchPlaces(page, '[data-measure]');
    const app = await TodayPage.open(page);
    await app.setClock('2026-11-17');
    await page.reload();
    await app.sample();
    await app.become('林晓');
    await expect(app.missing).toBeHidden();
    await app.plus('外呼').tap();
    await app.expectSaved();
    await app.setClock('2026-11-23');
    await page.reload();
    await expect(app.missing.getByText('11/20周五 没有记录')).toBeVisible();
    await expect(app.missing.getByText(/没有记录$/)).toHaveCount(3);
    await expect(app.counters).toBeVisible();
    expect(await places(), 'the counters came when they could stay').toHaveLength(1);
    await app.missing.getByRole('button', { name: '补填 11/20周五' }).tap();
    await app.missing.getByRole('textbox', { name: '外呼' }).fill('93');
    await app.missing.getByRole('button', { name: '存 1 个数' }).tap();
    await app.missing.getByRole('button', { name: '11/19周四 请假了' }).tap();
    await app.missing.getByRole('button', { name: '11/18周三 确实是 0' }).tap();
    await expect(app.missing).toBeHidden();
    await app.button('撤销').tap();
    await expect(app.missing.getByText('11/18周三 没有记录')).toBeVisible();
  });

  test('keeps quick notes, the latest first, and drops one that can be taken back', async ({ page }) => {
    const app = await TodayPage.open(page);
    await app.sample();
    await app.become('林晓');
    const notes = page.getByRole('list', { name: '最近记的' });
    for (const [text, time] of [
      ['王总：周三回电', '10:41'],
      ['李总：要报价', '10:42'],
    ] as const) {
      await app.setClock(TODAY, time);
      await page.getByRole('textbox', { name: '记一笔' }).fill(text);
      await app.button('记下').tap();
    }
    await expect(notes.getByRole('listitem')).toHaveText([/李总/, /王总/]);
    await notes.getByRole('button', { name: '删除“李总：要报价”' }).tap();
    await expect(notes.getByRole('listitem')).toHaveText([/王总/]);
    await app.button('撤销').tap();
    await expect(notes.getByRole('listitem')).toHaveCount(2);
  });

  test('opens as oneself until one leaves, and by a direct link for anybody', async ({ page }) => {
    const app = await TodayPage.open(page);
    await app.sample();
    await app.become('陈思远');
    await page.getByRole('link', { name: '倒推' }).tap();
    await expect(page.getByRole('heading', { level: 1, name: '陈思远' })).toBeVisible();
    await page.getByRole('link', { name: '成员' }).tap();
    await page.getByRole('link', { name: /^林晓( |$)/ }).tap();
    const unit = new URL(page.url()).hash.split('/').at(-1) ?? '';
    await app.go(`today/${unit}`);
    await expect(page.getByText('记在林晓名下')).toBeVisible();
    await page.getByRole('link', { name: '更多' }).tap();
    await app.button('不再以此人打开').tap();
    await page.getByRole('link', { name: '今日' }).tap();
    await expect(page.getByRole('list', { name: '成员' })).toBeVisible();
  });
});

test.describe('everybody’s day on a desk', () => {
  test('logs for a rep the numbers that were typed and leaves the blank ones', async ({ page }) => {
    const app = await TodayPage.open(page);
    await app.startWithSample();
    await page.getByRole('link', { name: '今日', exact: true }).click();
    await expect(app.logRow('赵凯')).toContainText('还没记');
    await app.button('替赵凯记').click();
    await expect(page.getByRole('textbox', { name: '外呼' })).toBeFocused();
    await page.keyboard.type('24');
    await page.getByRole('textbox', { name: '接通' }).fill('7');
    await app.button('存 2 个数').click();
    await expect(app.logRow('赵凯')).toContainText(/2 项\s*24 \/ \d+/);
    await expect(page.getByText('11 人还没记')).toBeVisible();
    await expect(page.locator('pre')).toContainText('已记 1 / 12 人');
    await app.button('撤销').last().click();
    await expect(app.logRow('赵凯')).toContainText('还没记');
  });

  test('names who has no entries of the last working day, and settles them', async ({ page }) => {
    const app = await TodayPage.open(page);
    await app.setClock('2026-11-19');
    await page.reload();
    await app.startWithSample();
    await app.go('today');
    await app.button('替赵凯记').click();
    await page.getByRole('textbox', { name: '外呼' }).fill('90');
    await app.button('存 1 个数').click();
    await app.expectSaved();
    await app.setClock(TODAY);
    await page.reload();
    const side = page.getByRole('complementary');
    await expect(side).toContainText('11 人没有记录');
    await side.getByRole('button', { name: '林晓: 11/19周四 请假了' }).click();
    await expect(side).toContainText('10 人没有记录');
    await side.getByRole('button', { name: '陈思远: 11/19周四 确实是 0' }).click();
    await expect(side).toContainText('9 人没有记录');
  });

  test('tiers are set, checked and shown: what the next takes a day, how likely, and its share', async ({
    page,
  }) => {
    const app = await TodayPage.open(page);
    await app.startWithSample();
    await app.go('settings');
    await app.button('用常用四档').click();
    const threshold = (tier: string) => page.getByRole('textbox', { name: `${tier} · 全部职级 的门槛` });
    for (const [tier, amount] of [
      ['保级', '15000'],
      ['中坚', '25000'],
      ['标杆', '60000'],
    ] as const) {
      await threshold(tier).fill(amount);
      await threshold(tier).blur();
    }
    await threshold('高绩效').fill('70000');
    await threshold('高绩效').blur();
    await expect(page.getByText('不能高于标杆的 ¥60,000')).toBeVisible();
    await threshold('高绩效').fill('3.5万');
    await threshold('高绩效').blur();
    await page.getByRole('textbox', { name: '高绩效的提成比例' }).fill('11.5');
    await page.getByRole('textbox', { name: '高绩效的提成比例' }).blur();
    await app.go('tiers');
    const row = page.getByRole('row', { name: /^林晓/ });
    await expect(row).toContainText(/高绩效\s*¥35,000/);
    await expect(row).toContainText(/%\s*→\s*/);
    await expect(row).toContainText('11.5%');
    await app.go('settings');
    await app.button('加一个职级').click();
    await app.goTo('团队');
    await expect(app.sheet('团队').getByRole('columnheader', { name: /^职级/ })).toBeVisible();
  });

  test('working hours move what is due by now', async ({ page }) => {
    const app = await TodayPage.open(page);
    await app.startWithSample();
    await app.go('today');
    const due = async () =>
      Number(/应到 ([\d,]+)/.exec(await page.locator('pre').innerText())?.[1]?.replaceAll(',', ''));
    await expect(page.locator('pre')).toContainText(/应到 \d/);
    const before = await due();
    await app.go('settings');
    const start = page.getByRole('textbox', { name: '上班' });
    await start.fill('25:00');
    await start.blur();
    await expect(page.getByText('请输入时间，例如 09:00')).toBeVisible();
    await start.fill('8:00');
    await start.blur();
    await expect(start).toHaveValue('08:00');
    await app.go('today');
    await expect(page.locator('pre')).toContainText(/应到 \d/);
    expect(await due()).toBeGreaterThan(before);
  });
});

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  for (const [device, use] of [
    ['a phone', PHONE],
    ['a desk', { viewport: { width: 1440, height: 900 } }],
  ] as const)
    test(`axe finds nothing on the screens of the day on ${device} in ${locale}`, async ({
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const context = await browser.newContext({ ...use, locale, baseURL: baseURL ?? '' });
      const page = await context.newPage();
      const { quickstart, daily, tiers } = words;
      const app = await TodayPage.open(page);
      const { found, look } = checker(page);
      await expect(app.perDayOutput.first()).toBeVisible();
      const sample = device === 'a phone' ? quickstart.sourcesPhone.sample : quickstart.sources.sample;
      await app.sample({ sample, open: quickstart.openPlan });
      await app.go('settings');
      await app.button(tiers.usual).click();
      await page
        .getByRole('textbox', { name: tiers.thresholdOf(tiers.names.high, tiers.allLevels) })
        .fill('35000');
      await page.keyboard.press('Tab');
      await look('settings');
      if (device === 'a phone') {
        await app.go('people');
        await page.locator('[data-row=rep] a').first().tap();
        const unit = new URL(page.url()).hash.split('/').at(-1) ?? '';
        await app.go(`today/${unit}`);
        await expect(page.getByRole('list', { name: daily.counters })).toBeVisible();
        await page.getByRole('textbox', { name: daily.note.label }).fill('x');
        await app.button(daily.note.add).tap();
        await look('day');
        await app.go('more');
        await expect(page.getByRole('heading', { name: daily.more.title })).toBeVisible();
        await look('more');
      } else {
        await app.go('today');
        await page.getByRole('group', { name: daily.desk.table }).getByRole('button').first().click();
        await look('desk');
        await app.go('tiers');
        await expect(page.getByRole('group', { name: daily.tiers.table })).toBeVisible();
        await look('tiers');
      }
      await context.close();
      expect(found).toEqual([]);
    });
