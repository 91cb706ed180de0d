import { pasteText, tsv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { bar, goal, number, openGoals, panel, REPS, sumOf, TEAM } from './goals-sheet.ts';
import { expect, test } from './test.ts';

test('a typed total is shown before it is taken: what changes is marked and counted, sums are exact, and undo is one step', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  const team = await goal(app, TEAM, '12月');
  await app.type(team, '372001');
  await expect(bar(app)).toContainText('改 1 格，连带 11 格');
  await expect(bar(app)).toContainText('成员 4 · 上级与合计 7');
  await expect(team.locator('s')).toHaveText('120,000');
  await expect(panel(app)).toContainText('120,000 → 372,001');
  expect(await sumOf(app, REPS, '12月')).toBe(372_001);
  expect(await number(await goal(app, '华东区', '合计'))).toBe(1_332_001);
  await expect(await goal(app, '林晓', '合计')).toHaveAttribute('title', '原为 90,000');

  // Esc drops it.
  await page.keyboard.press('Escape');
  await expect(bar(app)).toBeHidden();
  await expect(team).toHaveText('120,000');

  await app.type(team, '372001');
  await expect(bar(app)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(bar(app)).toBeHidden();
  await expect(page.getByText('已改 1 格，连带 11 格')).toBeVisible();
  await expect(team).toHaveText('372,001');
  expect(await sumOf(app, REPS, '12月')).toBe(372_001);
  await page.keyboard.press('Control+z');
  await expect(team).toHaveText('120,000');
  await expect(await goal(app, '林晓', '12月')).toHaveText('30,000');
});

test('what is typed while a change is looked at joins it', async ({ page }) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  await app.type(await goal(app, TEAM, '12月'), '200000');
  await expect(bar(app)).toContainText('改 1 格');
  await app.type(await goal(app, '林晓', '12月'), '80000');
  await expect(bar(app)).toContainText('改 2 格');
  expect(await number(await goal(app, '林晓', '12月'))).toBe(80_000);
  expect(await sumOf(app, REPS, '12月')).toBe(200_000);
});

test('another way of sharing out changes what is shown, and is kept with the goal', async ({ page }) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  await app.type(await goal(app, '林晓', '12月'), '10000');
  await app.type(await goal(app, TEAM, '12月'), '400000');
  await expect(bar(app)).toBeVisible();
  expect(await number(await goal(app, '林晓', '12月'))).toBe(40_000);
  await panel(app).getByRole('radio', { name: /^平均/ }).check();
  await expect(await goal(app, '林晓', '12月')).toContainText('100,000');
  await expect(panel(app).getByRole('radio', { name: /按地盘潜力/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(bar(app)).toBeHidden();
  expect(await number(await goal(app, '林晓', '12月'))).toBe(10_000);
  await app.type(await goal(app, TEAM, '12月'), '400000');
  await panel(app).getByRole('radio', { name: /^平均/ }).check();
  await expect(await goal(app, '林晓', '12月')).toContainText('100,000');
  await page.keyboard.press('Enter');
  await expect(await goal(app, '陈思远', '12月')).toHaveText('100,000');
  await (await goal(app, TEAM, '12月')).click();
  await expect(page.getByText('平均分下去，11/20')).toBeVisible();
});

test('a lock holds, says who set it and why, and locks that leave no room are named', async ({ page }) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  const held = await goal(app, '林晓', '12月');
  await held.click();
  await page.keyboard.press('Alt+l');
  await page.getByRole('textbox', { name: '理由' }).fill('合同已签');
  await page.keyboard.press('Enter');
  await expect(held).toHaveClass(/m-lock/);
  await expect(page.getByRole('note')).toContainText('合同已签');
  await held.click();
  await page.keyboard.type('5');
  await expect(page.locator('.bubble')).toContainText('先解锁');

  await app.type(await goal(app, '华东区', '12月'), '470000');
  await expect(panel(app).getByRole('button', { name: /林晓.*12月/ })).toBeVisible();
  expect(await number(held)).toBe(30_000);
  expect(await sumOf(app, REPS.slice(1), '12月')).toBe(120_000);
  await page.keyboard.press('Escape');

  // Less than what is locked in it.
  await app.type(await goal(app, TEAM, '12月'), '20000');
  await expect(app.dialog).toContainText('锁定放不下');
  await expect(app.dialog).toContainText('差 ¥10,000');
  await expect(app.dialog).toContainText('合同已签');
  await page.keyboard.press('Escape');
  const refused = await goal(app, TEAM, '12月');
  await expect(refused).toHaveAttribute('aria-invalid', 'true');
  await expect(refused).toContainText('20000');
  await expect(await goal(app, '陈思远', '12月')).toHaveText('30,000');

  await app.button('只看锁定 1').click();
  await expect(app.row('目标', '陈思远')).toBeHidden();
  await expect(app.row('目标', '林晓')).toBeVisible();
});

test('a block pasted over totals is shown first; a blank leaves its cell and a 0 clears it to zero', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  await (await goal(app, TEAM, '10月')).click();
  await pasteText(page, tsv([['200000', '', '0']]));
  await expect(bar(app)).toContainText('改 2 格');
  await page.keyboard.press('Enter');
  await expect(bar(app)).toBeHidden();
  await expect(await goal(app, '林晓', '10月')).toHaveText('50,000');
  await expect(await goal(app, '林晓', '11月')).toHaveText('30,000');
  await expect(await goal(app, '林晓', '12月')).toHaveText('0');
});

test('segments of the user’s own stand as rows below each team and are typed there; one alone is a sheet of its own', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  await app.button('添加客户段').click();
  for (const name of ['新客', '老客']) {
    await app.dialog.getByRole('button', { name: '添加客户段' }).click();
    const field = app.dialog.getByRole('textbox', { name: '名称' }).last();
    await expect(field).toBeFocused();
    await field.fill(name);
    await field.press('Tab');
  }
  await app.dialog.getByRole('button', { name: '完成' }).click();
  await app.button('客户段：不分').click();
  await page.getByRole('menuitemradio', { name: '作子行' }).click();
  // Below the whole region, then below each team.
  const segment = (name: string) => app.row('目标', name).nth(1).locator('[aria-colindex="6"]');
  await expect(segment('新客')).toHaveText('');
  await app.type(segment('新客'), '50000');
  await expect(bar(app)).toBeVisible();
  await expect(bar(app)).toContainText('客户段');
  // It is taken from what is not split yet: the team's goal stays.
  await expect(await goal(app, TEAM, '12月')).toHaveText('120,000');
  await page.keyboard.press('Enter');
  await expect(segment('新客')).toHaveText('50,000');
  await expect(app.row('目标', '未细分').nth(1).locator('[aria-colindex="6"]')).toHaveText('70,000');

  await app.button('客户段：作子行').click();
  await page.getByRole('menuitemradio', { name: '只看 新客' }).click();
  await expect(await goal(app, TEAM, '12月')).toHaveText('50,000');
  expect(await sumOf(app, REPS, '12月')).toBe(50_000);
});

test('weeks of the quarter add up to their month and are read only', async ({ page }) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  await app.button('周').click();
  await expect(app.sheet('目标').getByRole('columnheader', { name: /11\/2/ })).toBeVisible();
  const week = await app.cell('目标', TEAM, '11月 · 目标 ¥ 11/2');
  await week.click();
  await page.keyboard.type('1');
  await expect(page.locator('.bubble')).toContainText('要改就改当月');
});

test('the potential of territories is typed in the team, and shares a goal out', async ({ page }) => {
  const app = await AppPage.open(page);
  await openGoals(app);
  await app.goTo('团队');
  for (const [rep, potential] of Object.entries({ 林晓: 30, 陈思远: 10, 王雨桐: 40, 赵凯: 20 }))
    await app.type(await app.cell('团队', rep, '地盘潜力'), String(potential));
  await app.goTo('目标');
  await app.type(await goal(app, TEAM, '12月'), '200000');
  await panel(app)
    .getByRole('radio', { name: /按地盘潜力/ })
    .check();
  await expect(await goal(app, '王雨桐', '12月')).toContainText('80,000');
  await page.keyboard.press('Enter');
  await expect(await goal(app, '林晓', '12月')).toHaveText('60,000');
  await expect(await goal(app, '陈思远', '12月')).toHaveText('20,000');
});
