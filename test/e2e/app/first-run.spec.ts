import type { Locator } from '@playwright/test';
import { csv, encodeGb18030, ONE_REP, teamTable, tsv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

const numberIn = (text: string) =>
  Number(text.replace(/[^\d.]/g, '')) * (text.trim().endsWith('%') ? 0.01 : 1);

/** Goes through the shown divisions with a calculator, from the goal of the period to a day. */
async function calculated(answer: Locator, goal: number): Promise<number> {
  const operations = await answer.locator('.operation').allTextContents();
  return operations.reduce((left, text) => left / numberIn(/[¥\d][\d,.]*%?(?=\D*$)/.exec(text)![0]), goal);
}

const shown = async (output: Locator) => numberIn(/[\d,]+/.exec((await output.textContent()) ?? '')![0]);

/** The goal's own answer, once it is there: until then the one before it stands. */
const expectCalculated = (app: AppPage, goal: number) =>
  expect(async () =>
    expect(await shown(app.perDay)).toBe(Math.round(await calculated(app.answer, goal))),
  ).toPass();

test('one rep pastes a history and reads the dials of a day, as a calculator has them', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.pasteHistory(ONE_REP);
  await expect(page.getByText('识别 7 列、6 个月 · 没有缺格')).toBeVisible();
  await expect(page.getByText('比率是假设的')).toBeHidden();
  await expect(app.answer.locator('.operation')).toHaveCount(7);
  await expectCalculated(app, 90_000);
  const quarter = await app.perDay.textContent();

  await app.button('本月').click();
  await app.goal.fill('30,000');
  await expect(app.answer.locator('.operation')).toHaveCount(6);
  await expect(app.answer.getByText('÷ 21 个工作日')).toBeVisible();
  await expectCalculated(app, 30_000);
  await expect(app.perDay).toHaveText(quarter ?? '');

  await app.goal.fill('6万');
  await expect(app.perDay).not.toHaveText(quarter ?? '');
  await expectCalculated(app, 60_000);
});

test('a goal that is no number says how to write one and keeps the answer before it', async ({ page }) => {
  const app = await AppPage.open(page);
  await expect(app.perDay).toBeVisible();
  const before = await app.perDay.textContent();
  await app.goal.fill('很多');
  await expect(app.goal).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('写成 90000、9万 或 90k')).toBeVisible();
  await expect(app.goal).toHaveValue('很多');
  await expect(app.perDay).toHaveText(before ?? '');
});

test('a GB18030 file with a title, a total line and a note gives the same answer as the paste', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.pasteHistory(ONE_REP);
  await expect(page.getByText('识别 7 列、6 个月')).toBeVisible();
  await expect(page.getByText('比率是假设的')).toBeHidden();
  const pasted = await app.perDay.textContent();
  await app.button('清空历史').click();
  await expect(page.getByText('比率是假设的')).toBeVisible();

  const sum = ['合计', '10,767', '3,133', '791', '157', '800,700', '162,850'];
  const table = [['林晓 2026年 5-10 月业绩表'], ...ONE_REP, sum, ['说明：接通指通话超过 3 秒']];
  const file = { name: '业绩.csv', mimeType: 'text/csv', buffer: Buffer.from(encodeGb18030(csv(table))) };
  await app.chooseFile('选 CSV', file);
  await expect(page.getByText('识别 7 列、6 个月')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: '2026-10' })).toBeVisible();
  await expect(app.perDay).toHaveText(pasted ?? '');
});

test('the sample is a plan of its own, named and marked as made up', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await expect(app.button('计划菜单')).toHaveText('示例团队');
  await expect(page.getByText('这是示例团队')).toBeVisible();
  await page.getByRole('link', { name: '换成我的数据' }).click();
  await app.startAlone();
  await expect(app.button('计划菜单')).toHaveText('2026 第四季度 计划');
  await expect(page.getByText('这是示例团队')).toBeHidden();
  await expect(app.sheet('倒推').getByText('林晓')).toHaveCount(0);
  await app.goToPlans();
  await expect(app.plans).toHaveCount(2);
  await expect(app.plans.filter({ hasText: '示例团队' }).getByText('示例', { exact: true })).toBeVisible();
});

test('without a history the template answers, marked as assumed', async ({ page }) => {
  const app = await AppPage.open(page);
  await expect(page.getByText('没有历史也能算：先用假设的比率')).toBeVisible();
  await expect(app.answer.getByText('比率是假设的；有了历史就换成你自己的。')).toBeVisible();
  await expectCalculated(app, 90_000);
  await app.openPlan();
  await expect(app.sheet('倒推').getByRole('row').nth(1)).toContainText('30,000');
});

test('the plan goes on with the numbers of the first run', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.pasteHistory(ONE_REP);
  await expect(page.getByText('识别 7 列、6 个月')).toBeVisible();
  await expect(page.getByText('比率是假设的')).toBeHidden();
  const perDay = await shown(app.perDay);
  await app.openPlan();
  const row = app.sheet('倒推').getByRole('row').nth(1);
  await expect(row).toContainText('30,000');
  await expect(row.getByRole('gridcell', { name: String(perDay), exact: true })).toBeVisible();
  await app.expectSaved();
});

test('a pasted team gets a goal and a number for each rep, and its groups', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.pasteHistory(teamTable(6, 8));
  await expect(page.getByText('识别 9 列、6 人、8 个月')).toBeVisible();
  const reps = app.answer.getByRole('list', { name: '每个人' }).getByRole('listitem');
  await expect(reps).toHaveCount(6);
  const names = await reps.locator('.who').allTextContents();
  const perDays = await reps.locator('b').allTextContents();
  await app.openPlan();
  await expect(app.sheet('倒推').getByRole('row', { name: /电销[一二]组/ })).toHaveCount(2);
  for (const [i, name] of names.entries()) {
    const row = app.sheet('倒推').getByRole('row', { name: new RegExp(`${name} `) });
    await expect(row.getByRole('gridcell', { name: perDays[i] ?? '', exact: true })).toHaveCount(1);
  }
});

test('a table that is not understood says so and leads to matching by hand', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.pasteHistory([
    ['甲', '乙'],
    ['x', 'y'],
  ]);
  await expect(page.getByRole('alert')).toContainText('没认出这张表');
  await app.button('自己对应各列').click();
  await expect(page.getByRole('heading', { name: '导入历史' })).toBeVisible();
});

test('a plan that is opened while a paste is still being read has it', async ({ page }) => {
  const app = await AppPage.open(page);
  await expect(app.perDay).toBeVisible();
  // Pasted and opened in one breath.
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    [...document.querySelectorAll('button')]
      .find(({ textContent }) => textContent.includes('打开计划'))
      ?.click();
  }, tsv(ONE_REP));
  await app.expectSheet('倒推');
  await app.goTo('历史');
  await expect(await app.cell('历史', '我', '外呼 2026年10月')).not.toHaveText('');
});

test('a dropped file is read like a chosen one', async ({ page }) => {
  const app = await AppPage.open(page);
  await expect(app.perDay).toBeVisible();
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'history.tsv', { type: 'text/tab-separated-values' }));
    return transfer;
  }, tsv(ONE_REP));
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(page.getByText('识别 7 列、6 个月')).toBeVisible();
});
