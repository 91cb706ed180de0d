import type { BrowserContext } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

const goalOf = (app: AppPage) => app.cell('倒推', '我', '结果 目标');

/** A plan of one rep whose goal was changed and stored. */
async function edited(app: AppPage, goal = '41000'): Promise<void> {
  await app.startAlone();
  await app.type(await goalOf(app), goal);
  await expect(await goalOf(app)).toHaveText(Number(goal).toLocaleString('en'));
  await app.expectSaved();
}

const perDayOf = (app: AppPage) => app.cell('倒推', '我', '倒推：要做到目标，全月需要.* 每日');

const secondTab = async (context: BrowserContext, hash: string) =>
  AppPage.open(await context.newPage(), hash);

test('a reload keeps the plan, its edits and the screen', async ({ page }) => {
  const app = await AppPage.open(page);
  await edited(app);
  await page.reload();
  await app.expectSheet('倒推');
  await expect(await goalOf(app)).toHaveText('41,000');
  await app.goTo('团队');
  await page.reload();
  await app.expectSheet('团队');
  await expect(app.row('团队', '我')).toBeVisible();
});

test('after the first visit the app opens, plans and keeps without a network', async ({ page, context }) => {
  const app = await AppPage.open(page);
  await edited(app);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await context.route('**/*', (route) => route.abort('internetdisconnected'));
  await page.reload();
  await app.expectSheet('倒推');
  expect(
    await page.evaluate(() =>
      fetch('./nowhere').then(
        () => 'reached',
        () => 'offline',
      ),
    ),
  ).toBe('offline');
  await expect(await goalOf(app)).toHaveText('41,000');
  const perDay = await perDayOf(app);
  const before = (await perDay.textContent()) ?? '';
  await app.type(await goalOf(app), '82000');
  await expect(perDay).not.toHaveText(before);
  await app.expectSaved();
  for (const sheet of ['目标', '团队', '历史']) await app.goTo(sheet);
  await app.goToSettings();
  await page.reload();
  await app.goTo('倒推');
  await expect(await goalOf(app)).toHaveText('82,000');
});

test('two tabs on one plan stay equal both ways', async ({ page, context }) => {
  const one = await AppPage.open(page);
  await edited(one);
  const two = await secondTab(context, new URL(page.url()).hash);
  await two.expectSheet('倒推');
  await expect(await goalOf(two)).toHaveText('41,000');
  await two.type(await goalOf(two), '52000');
  await expect(await goalOf(one)).toHaveText('52,000');
  await one.type(await goalOf(one), '63000');
  await expect(await goalOf(two)).toHaveText('63,000');
  const same = async () =>
    (await (await perDayOf(one)).textContent()) === (await (await perDayOf(two)).textContent());
  await expect.poll(same).toBe(true);
});

test('an undo leaves alone what another tab has changed since, and says so', async ({ page, context }) => {
  const one = await AppPage.open(page);
  await edited(one);
  const two = await secondTab(context, new URL(page.url()).hash);
  await two.expectSheet('倒推');
  await two.type(await goalOf(two), '52000');
  await expect(await goalOf(one)).toHaveText('52,000');
  await one.button(/^撤销：/).click();
  await expect(page.getByText('1 格后来被别处改过，保持现在的值')).toBeVisible();
  await expect(await goalOf(one)).toHaveText('52,000');
});

test('without keeping, what is done from then on is gone with the page', async ({ page }) => {
  const app = await AppPage.open(page);
  await edited(app);
  await app.goToSettings();
  await app.button('从现在起不保存').click();
  await expect(page.getByText('关掉这个页面，数就没了')).toBeVisible();
  await app.goTo('倒推');
  await app.type(await goalOf(app), '77000');
  await expect(await goalOf(app)).toHaveText('77,000');
  await expect(app.saved).toHaveText('只在内存里');
  await page.reload();
  await expect(await goalOf(app)).toHaveText('41,000');
});

test('an exported file opens as a copy with the same numbers', async ({ page }) => {
  const app = await AppPage.open(page);
  await edited(app);
  const perDay = await (await perDayOf(app)).textContent();
  const downloading = page.waitForEvent('download');
  await app.planMenu('导出成文件');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('2026 第四季度 计划.backcast');
  const path = await download.path();

  await app.goToPlans();
  await app.chooseFile('打开文件', path);
  await app.dialog.getByRole('radio', { name: '另开一份副本' }).check();
  await app.dialog.getByRole('button', { name: '打开' }).click();
  await app.expectSheet('倒推');
  await expect(await goalOf(app)).toHaveText('41,000');
  await expect(await perDayOf(app)).toHaveText(perDay ?? '');
  await app.type(await goalOf(app), '12000');
  await expect(await goalOf(app)).toHaveText('12,000');
  await app.expectSaved();
  const goals: string[] = [];
  for (const at of [0, 1]) {
    await app.goToPlans();
    await expect(app.plans).toHaveCount(2);
    await app.plans.nth(at).getByRole('link').click();
    await app.expectSheet('倒推');
    goals.push((await (await goalOf(app)).textContent()) ?? '');
  }
  expect(goals.sort()).toEqual(['12,000', '41,000']);
});

test('a plan is renamed, duplicated, deleted and brought back', async ({ page }) => {
  const app = await AppPage.open(page);
  await edited(app);
  await app.planMenu('改名');
  await app.dialog.getByRole('textbox', { name: '计划名称' }).fill('十一月');
  await app.dialog.getByRole('button', { name: '保存' }).click();
  await expect(app.button('计划菜单')).toHaveText('十一月');
  await page.reload();
  await expect(app.button('计划菜单')).toHaveText('十一月');

  await app.planMenu('复制一份');
  await expect(app.button('计划菜单')).toHaveText('十一月 副本');
  await expect(await goalOf(app)).toHaveText('41,000');
  await app.planMenu('删除计划');
  await expect(page.getByText('已删除“十一月 副本”')).toBeVisible();
  await expect(app.plans).toHaveCount(1);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(app.plans).toHaveCount(2);
  await app.plans.filter({ hasText: '十一月 副本' }).getByRole('link').click();
  await app.expectSheet('倒推');
  await expect(await goalOf(app)).toHaveText('41,000');
});

test('removing everything asks first and leaves nothing on the device', async ({ page }) => {
  const app = await AppPage.open(page);
  await edited(app);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await app.goToSettings();
  await app.button('删除 1 个计划').click();
  await app.dialog.getByRole('button', { name: '取消' }).click();
  await expect(app.dialog).toBeHidden();
  await app.button('删除 1 个计划').click();
  await app.dialog.getByRole('button', { name: '删除 1 个计划' }).click();
  await expect(app.goal).toBeVisible();
  const left = () =>
    page.evaluate(async () => ({
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      keys: Object.keys(localStorage).filter((key) => /plan/i.test(key)),
    }));
  await expect.poll(left).toEqual({ caches: [], workers: 0, keys: [] });
  await page.goto('./#/plans');
  await expect(page.getByText('还没有计划')).toBeVisible();
  await page.reload();
  await expect(page.getByText('还没有计划')).toBeVisible();
});

test('what was typed just before the page is closed is there again', async ({ page, context }) => {
  const app = await AppPage.open(page);
  await edited(app);
  const { hash } = new URL(page.url());
  // No frame comes any more, as where a tab is closed in the very moment.
  await page.evaluate(() => (globalThis.requestAnimationFrame = () => 0));
  await (await goalOf(app)).click();
  await page.keyboard.type('43210');
  await page.keyboard.press('Enter');
  await page.close();
  const again = await secondTab(context, hash);
  await again.expectSheet('倒推');
  await expect(await goalOf(again)).toHaveText('43,210');
  await again.expectSaved();
});

test('a page that is left open overnight goes on with the next day and month', async ({ page }) => {
  const app = await AppPage.open(page);
  await page.clock.setFixedTime(new Date('2026-11-30T22:00:00+08:00'));
  await page.reload();
  await edited(app);
  const status = page.getByLabel('状态栏');
  await expect(status).toContainText('11/30');
  await expect(status).toContainText('剩 1 个工作日');
  const before = await (await perDayOf(app)).textContent();
  await page.clock.setFixedTime(new Date('2026-12-01T07:00:00+08:00'));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(status).toContainText('12/1');
  await expect(status).toContainText('剩 23 个工作日');
  await expect(app.button(/2026年12月/)).toBeVisible();
  await expect(await perDayOf(app)).not.toHaveText(before ?? '');
});
