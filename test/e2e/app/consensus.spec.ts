import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { AppPage, TODAY } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
const DESK = { width: 1440, height: 900 };
/** All columns are in sight: what is typed scrolls nothing away. */
const WIDE = { width: 1920, height: 900 };
const { agree, share } = chinese;
const MONTH = '11月';
const SAID = `${agree.consensus.group(MONTH)} ${agree.consensus.said}`;
const DIFFERENCE = `${agree.consensus.group(MONTH)} ${agree.consensus.difference}`;
const GOAL = '第 4 季度 · 目标 ¥ 11月';
const REASON = '线索少了 1/5';

/** The manager's desk, and the phone of one of the reps. */
class Talk extends AppPage {
  goals(row: string, column: string): Promise<Locator> {
    return this.cell('目标', row, column);
  }

  get panel(): Locator {
    return this.page.getByRole('complementary');
  }

  async partOf(name: string): Promise<{ name: string; path: string }> {
    await this.page.getByRole('button', { name: '分享', exact: true }).click();
    await this.page.getByRole('radio', { name: share.parts.title }).check();
    await this.page.getByRole('checkbox', { name: share.parts.all }).uncheck();
    await this.page.getByRole('checkbox', { name, exact: true }).check();
    const part = await this.downloaded(share.parts.download(1));
    await this.dialog.getByRole('button', { name: share.close }).click();
    return part;
  }

  async downloaded(button: string): Promise<{ name: string; path: string }> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: button, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), path: await file.path() };
  }

  async giveFile({ name, path }: { name: string; path: string }): Promise<void> {
    await this.page.goto(`${this.page.url().replace(/#.*/, '')}#/plans`);
    const buffer = await readFile(path);
    await this.chooseFile('打开文件', { name, mimeType: 'application/octet-stream', buffer });
  }

  async merge(file: { name: string; path: string }): Promise<void> {
    await this.giveFile(file);
    await this.dialog.getByRole('button', { name: '看会改什么', exact: true }).click();
    await this.button('应用合并').click();
    await this.button('看计划').click();
    await this.goTo('目标');
  }

  /** What a rep stands by, typed into the sheet or said elsewhere. */
  async expectSaid(row: string, said: string, difference: string): Promise<void> {
    await expect(await this.goals(row, SAID)).toHaveText(said);
    await expect(await this.goals(row, DIFFERENCE)).toHaveText(difference);
  }
}

async function phoneOf(browser: Browser, url: string): Promise<Talk> {
  const page = await (await browser.newContext({ locale: 'zh-CN', ...PHONE })).newPage();
  await page.clock.setFixedTime(new Date(`${TODAY}T10:30:00+08:00`));
  await page.goto(url.replace(/#.*/, ''));
  return new Talk(page);
}

const ownPage = async (page: Page, unit: string) => {
  await page.evaluate(
    (to) => (location.hash = location.hash.replace(/^(#\/plan\/[^/]+).*/, `$1/people/${to}`)),
    unit,
  );
};

test('a rep proposes another number on the phone, and the manager accepts it: both stand by it then', async ({
  page,
  browser,
}) => {
  test.slow();
  await page.setViewportSize(WIDE);
  await AppPage.open(page);
  const desk = new Talk(page);
  await desk.startWithSample();
  const part = await desk.partOf('赵凯');

  const phone = await phoneOf(browser, page.url());
  await expect(phone.goal).toBeVisible();
  await phone.giveFile(part);
  await phone.dialog.getByRole('button', { name: '打开', exact: true }).click();
  await expect(phone.page.getByText(share.part.badge('赵凯'))).toBeVisible();
  await ownPage(phone.page, 'sample-r3');
  const mine = phone.page.getByRole('region', { name: agree.mine.title('2026年11月') });
  await expect(mine).toContainText('30,000');
  await expect(mine).toContainText(agree.mine.state.unanswered);
  await expect(mine).toContainText(/每天要 \d+ 外呼；平时每天 \d+；最好的时候每天 \d+/);
  await phone.button(agree.mine.propose).click();
  await phone.button(agree.mine.send).click();
  await expect(mine.getByRole('alert')).toHaveText([agree.mine.badAmount, agree.mine.whyNeeded]);
  await phone.page.getByRole('textbox', { name: agree.mine.amount }).fill('26500');
  await phone.page.getByRole('textbox', { name: agree.mine.why }).fill(REASON);
  await phone.button(agree.mine.send).click();
  await expect(mine).toContainText(agree.mine.state.proposed);
  await expect(mine.getByRole('list', { name: agree.mine.history })).toContainText(`赵凯提议 26,500`);
  await expect(phone.page.getByText(share.part.refused)).toHaveCount(0);
  await phone.page.setViewportSize(DESK);
  await phone.page.getByRole('button', { name: '分享', exact: true }).click();
  const back = await phone.downloaded(share.download);

  await desk.merge(back);
  await desk.expectSaid('赵凯', '提议 26,500', '−3,500');
  await desk.expectSaid('电销一组', '26,500', '1 / 4 人');
  await (await desk.goals('赵凯', SAID)).click();
  const asked = desk.panel.getByRole('region', { name: agree.thread.proposes('赵凯', '26,500') });
  await expect(asked).toContainText(REASON);
  await asked.getByRole('button', { name: agree.thread.accept('26,500') }).click();
  await expect(await desk.goals('赵凯', GOAL)).toHaveText('26,500');
  await desk.expectSaid('赵凯', '26,500', '0');
  const said = desk.panel.getByRole('list');
  await expect(said).toContainText('赵凯提议 26,500');
  await expect(said).toContainText('接受 26,500');
  await desk.expectSaved();
  await phone.page.context().close();
});

test('a manager keeps the goal with a reason; what reps committed to sums up the tree, and is asked for again', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await AppPage.open(page);
  const desk = new Talk(page);
  await desk.startWithSample();
  await desk.goTo('目标');
  await desk.type(await desk.goals('陈思远', SAID), '28000');
  await desk.expectSaid('陈思远', '28,000', '−2,000');
  await desk.type(await desk.goals('王雨桐', SAID), '30000');
  await desk.expectSaid('电销一组', '58,000', '2 / 4 人');
  await desk.expectSaid('华东区', '58,000', '2 / 12 人');
  await desk.type(await desk.goals('王雨桐', GOAL), '31000');
  await expect(await desk.goals('王雨桐', SAID)).toHaveAttribute('title', agree.consensus.states.again);
  await desk.expectSaid('王雨桐', '30,000', '−1,000');
  await page.keyboard.press('ControlOrMeta+z');
  await desk.expectSaid('王雨桐', '30,000', '0');

  await (await desk.goals('陈思远', SAID)).click();
  const thread = desk.panel.getByRole('region', { name: /^陈思远/ });
  await thread.getByRole('button', { name: agree.thread.reply }).click();
  await thread.getByRole('textbox', { name: agree.thread.replyText }).fill('下周再谈');
  await thread.getByRole('button', { name: agree.thread.send }).click();
  await expect(thread.getByRole('list')).toContainText('下周再谈');
  await desk.expectSaid('陈思远', '28,000', '−2,000');
});

test('a proposal whose acceptance moves others is looked at first; a lock in its way is named, and nothing has changed', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(WIDE);
  await AppPage.open(page);
  const desk = new Talk(page);
  await desk.startWithSample();
  await desk.goTo('目标');
  await (await desk.goals('赵凯', SAID)).click();
  const thread = desk.panel.getByRole('region', { name: /^赵凯/ });
  await thread.getByRole('button', { name: agree.thread.proposeFor }).click();
  await thread.getByRole('textbox', { name: agree.thread.theirs('赵凯') }).fill('26500');
  await thread.getByRole('textbox', { name: agree.mine.why }).fill(REASON);
  await page.keyboard.press('Enter');
  await desk.expectSaid('赵凯', '提议 26,500', '−3,500');

  await (await desk.goals('电销一组', GOAL)).click();
  await page.keyboard.press('Alt+l');
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('已上报');
  await page.keyboard.press('Enter');
  await expect(await desk.goals('电销一组', GOAL)).toHaveClass(/m-lock/);
  await (await desk.goals('赵凯', SAID)).click();
  const accept = thread.getByRole('button', { name: agree.thread.accept('26,500') });
  await accept.click();
  const bar = page.getByRole('status').filter({ hasText: '接受 1 个提议' });
  await expect(bar).toBeVisible();
  await expect((await desk.goals('陈思远', GOAL)).locator('s')).toHaveText('30,000');
  await expect(desk.panel).toContainText('电销一组');
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(await desk.goals('赵凯', GOAL)).toHaveText('30,000');
  await desk.expectSaid('赵凯', '提议 26,500', '−3,500');

  await (await desk.goals('赵凯', SAID)).click();
  await accept.click();
  await expect(bar).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
  await desk.expectSaid('赵凯', '26,500', '0');
  await expect(await desk.goals('电销一组', GOAL)).toHaveText('120,000');
  await expect(await desk.goals('陈思远', GOAL)).toHaveText('31,167');
  await page.keyboard.press('ControlOrMeta+z');
  await desk.expectSaid('赵凯', '提议 26,500', '−3,500');
  await expect(await desk.goals('陈思远', GOAL)).toHaveText('30,000');

  await (await desk.goals('赵凯', GOAL)).click();
  await page.keyboard.press('Alt+l');
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('合同已签');
  await page.keyboard.press('Enter');
  await expect(await desk.goals('赵凯', GOAL)).toHaveClass(/m-lock/);
  await (await desk.goals('赵凯', SAID)).click();
  await accept.click();
  await expect(desk.dialog).toContainText('锁定放不下');
  await expect(desk.dialog).toContainText('合同已签');
  await page.keyboard.press('Escape');
  await desk.expectSaid('赵凯', '提议 26,500', '−3,500');
  await expect(await desk.goals('赵凯', GOAL)).toHaveText('30,000');
});

test('the whole round: a rep proposes on a laptop, the manager keeps the goal with a reason, and the rep commits on the phone', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize(WIDE);
  await AppPage.open(page);
  const desk = new Talk(page);
  await desk.startWithSample();
  const part = await desk.partOf('赵凯');

  const rep = await phoneOf(browser, page.url());
  await expect(rep.goal).toBeVisible();
  await rep.giveFile(part);
  await rep.dialog.getByRole('button', { name: '打开', exact: true }).click();
  await expect(rep.page.getByText(share.part.badge('赵凯'))).toBeVisible();
  await rep.page.setViewportSize(WIDE);
  await rep.goTo('目标');
  await rep.page.keyboard.press('Alt+w');
  await rep.page.getByRole('link', { name: '今日' }).click();
  await rep.page.getByRole('link', { name: agree.today.unanswered('2026年11月', '30,000') }).click();
  const mine = rep.page.getByRole('region', { name: agree.mine.title('2026年11月') });
  await mine.getByRole('button', { name: agree.mine.propose }).click();
  await mine.getByRole('textbox', { name: agree.mine.amount }).fill('26500');
  await mine.getByRole('textbox', { name: agree.mine.why }).fill(REASON);
  await rep.page.keyboard.press('Enter');
  await expect(mine).toContainText(agree.mine.state.proposed);
  await rep.page.getByRole('button', { name: '分享', exact: true }).click();
  const proposed = await rep.downloaded(share.download);
  await rep.dialog.getByRole('button', { name: share.close }).click();

  await desk.merge(proposed);
  await page.getByRole('link', { name: '今日' }).click();
  await page.getByRole('link', { name: agree.today.waiting(1, '2026年11月') }).click();
  await (await desk.goals('赵凯', SAID)).click();
  const asked = desk.panel.getByRole('region', { name: agree.thread.proposes('赵凯', '26,500') });
  await asked.getByRole('button', { name: agree.thread.keep }).click();
  await page.keyboard.press('Enter');
  await expect(desk.panel.getByRole('alert')).toHaveText(agree.thread.needed);
  await desk.panel.getByRole('textbox', { name: agree.thread.keepReason }).fill('老客续约在手');
  await page.keyboard.press('Enter');
  await expect(await desk.goals('赵凯', SAID)).toHaveAttribute('title', agree.consensus.states.kept);
  await expect(await desk.goals('赵凯', GOAL)).toHaveText('30,000');
  await desk.expectSaved();
  const answered = await desk.partOf('赵凯');

  await rep.page.setViewportSize(PHONE.viewport);
  await rep.giveFile(answered);
  await rep.dialog.getByRole('button', { name: '看会改什么', exact: true }).click();
  await rep.button('应用合并').click();
  await rep.button('看计划').click();
  await rep.page.getByRole('link', { name: '今日' }).click();
  await rep.page.getByRole('link', { name: agree.today.kept('2026年11月', '30,000') }).click();
  await expect(mine).toContainText(agree.mine.state.kept);
  const said = mine.getByRole('list', { name: agree.mine.history }).getByRole('listitem');
  await expect(said).toHaveText([
    /主管维持 30,000.*11\/20.*老客续约在手/,
    /赵凯提议 26,500.*11\/20.*线索少了/,
  ]);
  await rep.button(agree.mine.commit('30,000')).click();
  await expect(mine).toContainText(agree.mine.state.committed);
  await rep.page.getByRole('link', { name: '今日' }).click();
  await expect(
    rep.page.getByRole('link', { name: agree.today.unanswered('2026年12月', '30,000') }),
  ).toBeVisible();
  await rep.page.setViewportSize(DESK);
  await rep.page.getByRole('button', { name: '分享', exact: true }).click();
  const committed = await rep.downloaded(share.download);

  await desk.merge(committed);
  await desk.expectSaid('赵凯', '30,000', '0');
  await rep.page.context().close();
});

test('a task from above stands beside what is assigned, and a sum below it is marked', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await AppPage.open(page);
  const desk = new Talk(page);
  await desk.startWithSample();
  await desk.goTo('目标');
  const [task, share] = [
    `${agree.task.group(MONTH)} ${agree.task.task}`,
    `${agree.task.group(MONTH)} ${agree.task.assigned}`,
  ];
  await desk.type(await desk.goals('华东区', task), '350000');
  await expect(await desk.goals('华东区', share)).toHaveText('102.9%');
  await desk.type(await desk.goals('电销一组', task), '125000');
  await expect(await desk.goals('电销一组', share)).toHaveText('96.0%');
  await expect(await desk.goals('电销一组', share)).toHaveAttribute('title', /比任务少 5,000/);
  await (await desk.goals('华东区', task)).click();
  const section = desk.panel.getByRole('region', { name: /上级任务/ });
  await expect(section.getByRole('textbox', { name: agree.task.month, exact: true })).toHaveValue('350,000');
  await expect(section).toContainText('102.9%');
  await section.getByRole('textbox', { name: agree.task.planned }).fill('105');
  await section.getByRole('textbox', { name: agree.task.planned }).press('Enter');
  await expect(await desk.goals('华东区', share)).toHaveAttribute('title', /离计划的 105% 还差 7,500/);

  const planned = `${agree.task.group(MONTH)} ${agree.task.plannedShort}`;
  await expect(await desk.goals('电销二组', planned)).toHaveText('105%');
  await expect(await desk.goals('电销二组', planned)).toHaveAttribute('title', agree.task.plannedAbove);
  await desk.type(await desk.goals('电销二组', planned), '110%');
  await expect(await desk.goals('电销二组', planned)).toHaveText('110%');
  await expect(await desk.goals('电销一组', planned)).toHaveText('105%');
  await (await desk.goals('电销二组', GOAL)).click();
  const team = desk.panel.getByRole('region', { name: /上级任务，电销二组/ });
  await expect(team.getByRole('textbox', { name: agree.task.planned })).toHaveValue('110%');
  const quarter = team.getByRole('textbox', { name: agree.task.quarter });
  await quarter.fill('一千');
  await quarter.press('Enter');
  await expect(team.getByRole('alert')).toHaveText(agree.mine.badAmount);
  await quarter.fill('330000');
  await quarter.press('Enter');
  await expect(await desk.goals('电销二组', task)).toHaveText('110,000');
  await expect(await desk.goals('电销二组', share)).toHaveText('109.1%');
  await expect(team).toContainText('109.1%');
  await page.getByRole('button', { name: /^撤销/ }).click();
  await expect(await desk.goals('电销二组', task)).toHaveText('');
});

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  test(`axe finds nothing where goals are agreed on, in ${locale}`, async ({ browser, baseURL }) => {
    test.setTimeout(120_000);
    const sizes = { desk: { viewport: DESK }, phone: PHONE };
    for (const [size, options] of Object.entries(sizes)) {
      const page = await (
        await browser.newContext({ locale, ...(baseURL && { baseURL }), ...options })
      ).newPage();
      const app = await AppPage.open(page);
      const { found, look } = checker(page);
      await app.button(new RegExp(`^${words.quickstart.sourcesPhone.sample}`)).click();
      await app.button(words.quickstart.openPlan).click();
      await expect(page).toHaveURL(/(backcast|today)$/);
      if (size === 'desk') {
        await page.evaluate(() => (location.hash = location.hash.replace(/[^/]+$/, 'goals')));
        await app.expectSheet(words.sheets.name.goals);
        await app.button(words.agree.columns).waitFor();
        await page.locator('[data-row="3"][data-column="9"]').click();
        await page.keyboard.type('28000');
        await page.keyboard.press('Enter');
        await page.locator('[data-row="3"][data-column="9"]').click();
        await expect(page.getByRole('complementary').getByRole('list')).toBeVisible();
        await look('goals with what was agreed');
      } else {
        const plan = /#\/plan\/([^/]+)/.exec(page.url())?.[1] ?? '';
        await page.evaluate((key) => localStorage.setItem(`backcast.me.${key}`, 'sample-r3'), plan);
        await page.reload();
        await ownPage(page, 'sample-r3');
        await app.button(words.agree.mine.propose).click();
        await app.button(words.agree.mine.send).click();
        await expect(page.getByRole('alert').first()).toBeVisible();
        await look('proposing on a phone');
      }
      expect(found).toEqual([]);
      await page.context().close();
    }
  });
