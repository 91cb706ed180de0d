import type { Locator } from '@playwright/test';
import { clipboardText, compose, pasteText, teamTable, tsv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

const GOAL = '结果 目标';
const PER_DAY = '倒推：要做到目标，全月需要.* 每日';

async function team(app: AppPage): Promise<void> {
  await app.startWithTeam(teamTable(6, 8));
}

/** Selects from one cell to another and reads what Ctrl+C puts on the clipboard. */
async function copied(app: AppPage, from: Locator, to: Locator): Promise<string[][]> {
  await from.click();
  await to.click({ modifiers: ['Shift'] });
  await app.page.evaluate(() => navigator.clipboard.writeText(''));
  await app.page.keyboard.press('ControlOrMeta+c');
  await expect.poll(() => clipboardText(app.page)).not.toBe('');
  return (await clipboardText(app.page)).split(/\r?\n/).map((line) => line.split('\t'));
}

test('goals are typed as people write them, and the work of a day follows', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  const goal = await app.cell('倒推', '我', GOAL);
  const perDay = await app.cell('倒推', '我', PER_DAY);
  const before = Number(await perDay.textContent());
  await app.type(goal, '6万');
  await expect(goal).toHaveText('60,000');
  await expect.poll(async () => Number(await perDay.textContent()) / before).toBeCloseTo(2, 1);
  await app.type(goal, '=3*1200');
  await expect(goal).toHaveText('3,600');
  await app.goTo('目标');
  const november = await app.cell('目标', '我', '第 4 季度 · 目标 ¥ 11月');
  await expect(november).toHaveText('3,600');
  await app.type(november, '３０，０００');
  await expect(november).toHaveText('30,000');
  await app.goTo('倒推');
  await expect(perDay).toHaveText(String(before));
});

test('a bad number stays as it was typed, with the reason, and changes nothing', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  const goal = await app.cell('倒推', '我', GOAL);
  const perDay = await app.cell('倒推', '我', PER_DAY);
  const before = (await perDay.textContent()) ?? '';
  await app.type(goal, '三万左右');
  await expect(goal).toContainText('三万左右');
  await expect(goal).toHaveAttribute('aria-invalid', 'true');
  await expect(goal).toHaveAttribute('title', '认不出的数字：三万左右');
  await expect(perDay).toHaveText(before);
  await page.reload();
  await expect(goal).toHaveText('30,000');
});

test('a composition on a cell of a sheet keeps its first letter and is one edit', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.goTo('团队');
  await (await app.cell('团队', '我', '单元 / 成员')).click();
  await compose(page, ['l', 'li', 'lin', 'linxiao'], '林晓');
  await page.keyboard.press('Enter');
  await expect(app.row('团队', '林晓')).toBeVisible();
  await app.expectSaved();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.row('团队', '我')).toBeVisible();
});

test('a block is pasted from the clipboard and copied back the same', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await app.goTo('历史');
  const block = [
    ['1801', '1802', '1803'],
    ['1901', '', '1903'],
    ['2001', '2002', '2003'],
  ];
  const first = await app.cell('历史', '成员1', '外呼 2026年8月');
  const last = await app.cell('历史', '成员5', '外呼 2026年10月');
  const before = await copied(app, first, last);
  await first.click();
  await pasteText(page, tsv([['1,801', '1802', '１８０３'], ['1901', '', '1903 '], block[2] ?? []]));
  await expect(first).toHaveText('1,801');
  await expect(last).toHaveText('2,003');
  await expect(await app.cell('历史', '成员3', '外呼 2026年9月')).toHaveText('空');
  expect(await copied(app, first, last)).toEqual(block);

  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => copied(app, first, last)).toEqual(before);
  await page.keyboard.press('ControlOrMeta+y');
  await expect.poll(() => copied(app, first, last)).toEqual(block);
  await app.expectSaved();
  await page.reload();
  await app.expectSheet('历史');
  await expect.poll(() => copied(app, first, last)).toEqual(block);
});

test('a pasted history changes the plan, and its undo changes it back', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  const perDay = await app.cell('倒推', '成员2', PER_DAY);
  const before = (await perDay.textContent()) ?? '';
  await app.goTo('历史');
  await (await app.cell('历史', '成员2', '接通 2026年8月')).click();
  await pasteText(page, '100\t100\t100');
  await expect(await app.cell('历史', '成员2', '接通 2026年10月')).toHaveText('100');
  await app.goTo('倒推');
  await expect(perDay).not.toHaveText(before);
  await app.button(/^撤销：粘贴 3 格/).click();
  await expect(perDay).toHaveText(before);
});

test('a total typed over shares out among the reps below and adds up to the cent', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  const total = await app.cell('倒推', '团队', GOAL);
  await app.type(total, '100000.01');
  await expect(total).toHaveText('100,000.01');
  const rows = await copied(
    app,
    await app.cell('倒推', '团队', '成员'),
    await app.cell('倒推', '成员6', GOAL),
  );
  const goals = new Map(rows.map((row) => [row[0], Number(row.at(-1))]));
  const cents = (names: string[]) => names.reduce((sum, name) => sum + Math.round(goals.get(name)! * 100), 0);
  expect(cents(['成员1', '成员2', '成员3', '成员4', '成员5', '成员6'])).toBe(10_000_001);
  expect(cents(['成员1', '成员3', '成员5'])).toBe(cents(['电销一组']));
  expect(cents(['电销一组', '电销二组'])).toBe(10_000_001);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(total).toHaveText('30,000');
});

test('a ratio is overridden with a reason, marked, and restored', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  const perDay = await app.cell('倒推', '成员2', PER_DAY);
  const before = (await perDay.textContent()) ?? '';
  await (await app.cell('倒推', '成员2', '倒推：要做到目标，全月需要.* 外呼')).click();
  await page.keyboard.press('F2');
  await expect(app.dialog).toContainText('成员2');
  await app.dialog.getByRole('textbox', { name: '采用' }).fill('50%');
  await app.dialog.getByRole('button', { name: '保存' }).click();
  await expect(app.dialog).toContainText('写下原因，以后才知道为什么');
  await app.dialog.getByRole('textbox', { name: '原因' }).fill('换了新名单');
  await app.dialog.getByRole('button', { name: '保存' }).click();
  await expect(app.dialog).toBeHidden();
  await expect(perDay).not.toHaveText(before);
  const after = (await perDay.textContent()) ?? '';
  expect(Number(after)).toBeLessThan(Number(before));
  await expect(page.getByRole('complementary')).toContainText('换了新名单');
  await app.expectSaved();
  await page.reload();
  await expect(perDay).toHaveText(after);

  await (await app.cell('倒推', '成员2', '倒推：要做到目标，全月需要.* 外呼')).click();
  await page.keyboard.press('F2');
  await app.dialog.getByRole('button', { name: /^恢复成/ }).click();
  await expect(perDay).toHaveText(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(perDay).toHaveText(after);
});

test('a member is added by typing, deleted with all that hangs on it, and brought back', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await app.goTo('团队');
  const adder = app.sheet('团队').getByRole('gridcell', { name: /输入或粘贴姓名/ });
  await adder.click();
  await page.keyboard.type('新来的');
  await page.keyboard.press('Enter');
  await expect(app.row('团队', '新来的')).toBeVisible();
  await app.goTo('历史');
  await expect(app.row('历史', '新来的')).toBeVisible();
  await app.goTo('团队');

  await (await app.cell('团队', '成员2', '单元 / 成员')).click();
  await page.keyboard.press('ControlOrMeta+-');
  await app.dialog.getByRole('radio', { name: '全部删除' }).check();
  await app.dialog.getByRole('button', { name: '删除' }).click();
  await expect(app.row('团队', '成员2')).toHaveCount(0);
  await expect(page.getByText('已删除成员2')).toBeVisible();
  await app.goTo('倒推');
  await expect(app.row('倒推', '成员2')).toHaveCount(0);
  await app.button(/^撤销：/).click();
  await expect(app.row('倒推', '成员2')).toContainText('5,000');
  await app.goTo('历史');
  await expect(app.row('历史', '成员2')).toContainText('1,537');
});

test('names pasted below the team become members', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.goTo('团队');
  await app
    .sheet('团队')
    .getByRole('gridcell', { name: /输入或粘贴姓名/ })
    .click();
  await pasteText(page, '甲一\r\n乙二\r\n丙三\r\n');
  for (const name of ['甲一', '乙二', '丙三']) await expect(app.row('团队', name)).toBeVisible();
  await app.expectSaved();
  await app.button(/^撤销：/).click();
  await expect(app.row('团队', '甲一')).toHaveCount(0);
});

test('the reasons follow the month, the scope and the selected name', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  const panel = page.getByRole('complementary', { name: '为什么是这个数' });
  await expect(panel).toContainText('林晓 · 2026年11月');
  await app.button('上个月').click();
  await expect(panel).toContainText('林晓 · 2026年10月');
  await app.button('下个月').click();
  await app.button('全部成员').click();
  await page.getByRole('menuitemradio', { name: '电销二组' }).click();
  await expect(panel).toContainText('孙悦 · 2026年11月');
  await app.row('倒推', '周航').getByRole('gridcell', { name: '周航' }).click();
  await expect(panel).toContainText('周航 · 2026年11月');
  await app.button('从还差推').click();
  await expect(page.getByText('还差的数拆到剩下的工作日')).toBeVisible();
});

test('what was cut in one month clears nothing in another', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  const first = await app.cell('倒推', '成员1', GOAL);
  const other = await app.cell('倒推', '成员3', GOAL);
  await app.type(first, '31000');
  await app.button('下个月').click();
  await app.type(first, '41000');
  await app.button('上个月').click();
  await expect(first).toHaveText('31,000');
  await first.click();
  await page.keyboard.press('ControlOrMeta+x');
  await app.button('下个月').click();
  await expect(first).toHaveText('41,000');
  await other.click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(other).toHaveText('31,000');
  await expect(first).toHaveText('41,000');
});
