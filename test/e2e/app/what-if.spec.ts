import type { Locator, Page } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

const GOAL = '结果 目标';
const PER_DAY = '倒推：.*每日外呼';
const SUPPOSED_GOAL = '目标 ¥ 试算';

const strip = (page: Page): Locator => page.getByRole('region', { name: /^试算：/ });
const nav = (page: Page): Locator => page.getByRole('navigation', { name: '工作表' });

async function supposed(app: AppPage): Promise<Locator> {
  await app.startWithSample();
  await app.button('新建试算').click();
  await expect(strip(app.page)).toBeVisible();
  const goal = await app.cell('倒推', '林晓', SUPPOSED_GOAL);
  await app.type(goal, '6万');
  await expect(goal).toHaveText('60,000');
  return goal;
}

test('a what-if lies beside the plan: closed, the plan is as it was; opened, it is there again', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await supposed(app);
  await expect(await app.cell('倒推', '林晓', '目标 ¥ 计划')).toHaveText('30,000');
  await expect(await app.cell('倒推', '林晓', '目标 ¥ 差')).toHaveText('+30,000');
  const [before, after] = await Promise.all(
    ['计划', '试算'].map(async (which) =>
      Number(await (await app.cell('倒推', '林晓', `每日外呼 ${which}`)).textContent()),
    ),
  );
  expect(after! / before!).toBeCloseTo(2, 1);
  await strip(page).getByRole('button', { name: '关闭' }).click();
  await expect(strip(page)).toBeHidden();
  await expect(await app.cell('倒推', '林晓', GOAL)).toHaveText('30,000');
  await app.expectSaved();
  await page.reload();
  await app.expectSheet('倒推');
  await nav(page).getByRole('button', { name: '试算 1' }).click();
  await expect(await app.cell('倒推', '林晓', SUPPOSED_GOAL)).toHaveText('60,000');
});

test('kept, a what-if becomes the plan in one step that undo takes back whole', async ({ page }) => {
  const app = await AppPage.open(page);
  await supposed(app);
  const other = await app.cell('倒推', '陈思远', SUPPOSED_GOAL);
  await app.type(other, '5万');
  await expect(strip(page).getByRole('button', { name: '2 处改动' })).toBeVisible();
  await strip(page).getByRole('button', { name: '保留为计划' }).click();
  await expect(strip(page)).toBeHidden();
  await expect(await app.cell('倒推', '林晓', GOAL)).toHaveText('60,000');
  await expect(await app.cell('倒推', '陈思远', GOAL)).toHaveText('50,000');
  await expect(nav(page).getByRole('button', { name: '试算 1' })).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(await app.cell('倒推', '林晓', GOAL)).toHaveText('30,000');
  await expect(await app.cell('倒推', '陈思远', GOAL)).toHaveText('30,000');
  await expect(nav(page).getByRole('button', { name: '试算 1' })).toBeVisible();
});

test('dropped, a what-if leaves nothing behind, and undo brings it back', async ({ page }) => {
  const app = await AppPage.open(page);
  await supposed(app);
  await strip(page).getByRole('button', { name: '丢弃' }).click();
  await expect(await app.cell('倒推', '林晓', GOAL)).toHaveText('30,000');
  await expect(nav(page).getByRole('button', { name: '试算 1' })).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await nav(page).getByRole('button', { name: '试算 1' }).click();
  await expect(await app.cell('倒推', '林晓', SUPPOSED_GOAL)).toHaveText('60,000');
});

test('a what-if about a rep who is deleted says so and shows the plan', async ({ page }) => {
  const app = await AppPage.open(page);
  await supposed(app);
  await strip(page).getByRole('button', { name: '关闭' }).click();
  await app.goTo('团队');
  await app.row('团队', '林晓').getByRole('rowheader').click();
  await page.keyboard.press('ControlOrMeta+-');
  await app.dialog.getByRole('radio', { name: '全部删除' }).check();
  await app.dialog.getByRole('button', { name: '删除' }).click();
  await expect(app.row('团队', '林晓')).toHaveCount(0);
  await app.goTo('倒推');
  await nav(page).getByRole('button', { name: '试算 1' }).click();
  await strip(page).getByRole('button', { name: '1 处改动没有算进来' }).click();
  await expect(app.dialog).toContainText('计划里已删除');
  await page.keyboard.press('Escape');
  await expect(await app.cell('倒推', '陈思远', SUPPOSED_GOAL)).toHaveText('30,000');
  await strip(page).getByRole('button', { name: '保留为计划' }).click();
  await expect(await app.cell('倒推', '陈思远', GOAL)).toHaveText('30,000');
});

test('a lever and another rep’s ratio are each one click into a what-if', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  const perDay = await app.cell('倒推', '林晓', PER_DAY);
  await perDay.click();
  const lever = page.getByRole('region', { name: '哪里最省力' }).getByRole('button').first();
  const promised = /每日外呼 \d+ → (\d+)/.exec((await lever.textContent()) ?? '')?.[1];
  await lever.click();
  await expect(strip(page)).toBeVisible();
  await expect(await app.cell('倒推', '林晓', '每日外呼 试算')).toHaveText(promised!);
  await strip(page).getByRole('button', { name: '丢弃' }).click();
  await (await app.cell('倒推', '吴桐', '倒推：.*意向客户')).click();
  await app.button('用别人的比率试算…').click();
  const lender = app.dialog.getByRole('listitem').first();
  const ratio = await lender.locator('b').textContent();
  await lender.getByRole('button').click();
  await expect(strip(page).getByRole('textbox')).toHaveValue(/^吴桐用.+的比率$/);
  await expect(page.getByRole('complementary')).toContainText(ratio!);
});
