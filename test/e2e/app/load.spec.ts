import type { Locator, Page } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

const load = (page: Page): Locator => page.getByRole('region', { name: '做不做得完' });

test('a rep’s own working time is typed on the team’s sheet, and the panel reckons with it', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goTo('团队');
  const time = await app.cell('团队', '林晓', '能做多少 工时');
  await expect(time).toHaveText('420');
  await app.type(time, '1441');
  await expect(page.getByText('一天最多 1440 分钟').first()).toBeVisible();
  await app.type(time, '60');
  await expect(time).toHaveText('60');
  await app.goTo('倒推');
  await app.row('倒推', '林晓').getByRole('rowheader').click();
  await expect(load(page)).toContainText(/每天要 [\d.]+ 小时，工时只有 1\.0 小时/);
});

async function overloaded(app: AppPage): Promise<void> {
  await app.startWithSample();
  await app.goTo('团队');
  await app.type(await app.cell('团队', '林晓', '能做多少 工时'), '150');
  await app.goTo('倒推');
  await app.row('倒推', '林晓').getByRole('rowheader').click();
  await load(app.page).getByRole('button', { name: '怎么补上' }).click();
  await expect(app.dialog.getByRole('listitem').first()).toBeVisible({ timeout: 15_000 });
}

test('a way to close the gap is one click into a what-if, and the plan stays as it is', async ({ page }) => {
  const app = await AppPage.open(page);
  await overloaded(app);
  await app.dialog.getByRole('button', { name: /^试算: 把 ¥[\d,]+ 目标从/ }).click();
  await expect(app.dialog).toBeHidden();
  const strip = page.getByRole('region', { name: /^试算：林晓 · 把 ¥[\d,]+ 目标从/ });
  await expect(strip.getByRole('button', { name: /处改动/ })).toBeVisible();
  await expect(await app.cell('倒推', '林晓', '目标 ¥ 计划')).toHaveText('30,000');
  await expect(await app.cell('倒推', '林晓', '目标 ¥ 试算')).not.toHaveText('30,000');
  await strip.getByRole('button', { name: '丢弃' }).click();
  await expect(await app.cell('倒推', '林晓', '结果 目标')).toHaveText('30,000');
});

test('a way to close the gap can be made at once instead, as one step of undo', async ({ page }) => {
  const app = await AppPage.open(page);
  await overloaded(app);
  await app.dialog.getByRole('button', { name: /^看看改什么: 把 ¥[\d,]+ 目标从/ }).click();
  await expect(app.dialog).toContainText(/林晓 的目标 ¥30,000 → ¥[\d,]+/);
  await app.dialog.getByRole('button', { name: '改到计划里' }).click();
  const goal = await app.cell('倒推', '林晓', '结果 目标');
  await expect(goal).not.toHaveText('30,000');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(goal).toHaveText('30,000');
});

test('what a dial takes is typed for a team or a person, and the panel reckons with it and says so', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goTo('团队');
  const own = await app.cell('团队', '林晓', '每做一个要花 外呼');
  await expect(own).toHaveText('1');
  await app.type(own, '7.5');
  await expect(own).toHaveText('7.5');
  await app.goTo('倒推');
  await app.row('倒推', '林晓').getByRole('rowheader').click();
  await expect(load(page)).toContainText('用时与计划设置不同：外呼每个 7.5 分钟');
  await expect(load(page)).toContainText(/每天要 [\d.]+ 小时，工时只有 7\.0 小时/);
  await app.goTo('团队');
  await (await app.cell('团队', '林晓', '每做一个要花 外呼')).click();
  await page.keyboard.press('Delete');
  await expect(await app.cell('团队', '林晓', '每做一个要花 外呼')).toHaveText('1');
});
