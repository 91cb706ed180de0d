import type { Locator } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { pasteText, tsv } from '../support.ts';
import { expect, test } from './test.ts';

const MONTHS = ['10月', '11月', '12月'];

async function team(app: AppPage): Promise<void> {
  await app.startWithSample();
  await app.goTo('团队');
}

/** Drags a member by its row number onto a team. */
async function drag(app: AppPage, who: string, into: string): Promise<void> {
  const { page } = app;
  const number = app.row('团队', who).getByRole('rowheader').first();
  await number.click();
  const [from, to] = [await number.boundingBox(), await app.row('团队', into).boundingBox()];
  if (!from || !to) throw new Error('a row is not drawn');
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 6);
  await page.mouse.move(x, to.y + to.height / 2 + 1);
  await page.mouse.move(x, to.y + to.height / 2);
  await page.mouse.up();
  await expect(app.dialog).toBeVisible();
}

/** A unit's goals of the last three months. */
async function expectGoals(app: AppPage, who: string, goals: readonly string[]): Promise<void> {
  for (const [at, month] of MONTHS.entries())
    await expect(await app.cell('目标', who, `.*${month}`)).toHaveText(goals[at]!);
}

/** Dials of a team, month by month up to October. */
async function dials(app: AppPage, who: string): Promise<string[]> {
  await app.goTo('历史');
  const months = ['2025年11月', '2026年5月', '2026年9月', '2026年10月'];
  const texts: string[] = [];
  for (const month of months)
    texts.push((await (await app.cell('历史', who, `外呼 ${month}`)).textContent()) ?? '');
  return texts;
}

const answer = (app: AppPage, name: string | RegExp): Locator => app.dialog.getByRole('radio', { name });
const move = (app: AppPage): Promise<void> => app.dialog.getByRole('button', { name: '移动' }).click();

test('who moves takes the goals along, and the months before stay with the old team', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  const before = await dials(app, '电销一组');
  await app.goTo('团队');
  await drag(app, '林晓', '电销二组');
  await expect(app.dialog).toContainText('林晓 → 电销二组');
  await expect(app.dialog.getByRole('combobox')).toHaveValue('2026-11');
  await expect(app.dialog.getByRole('row', { name: /^电销一组/ })).toHaveText(
    /¥240,000\s*¥180,000\s*−¥60,000/,
  );
  await move(app);
  await expect(page.getByText('林晓已移到电销二组')).toBeVisible();
  await app.goTo('目标');
  await expectGoals(app, '电销一组', ['120,000', '90,000', '90,000']);
  await expectGoals(app, '电销二组', ['120,000', '150,000', '150,000']);
  await expectGoals(app, '华东区', ['360,000', '360,000', '360,000']);
  expect(await dials(app, '电销一组')).toEqual(before);
  await app.goTo('团队');
  await app.button(/^撤销：/).click();
  await app.goTo('目标');
  await expectGoals(app, '电销二组', ['120,000', '120,000', '120,000']);
});

test('the others of the old team take the goals over, and one undo takes it all back', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await drag(app, '林晓', '电销二组');
  await answer(app, '留在电销一组，由其他人接手').check();
  await app.dialog.getByRole('textbox', { name: '本人新目标' }).fill('2万');
  await expect(app.dialog.getByRole('row', { name: /^电销二组/ })).toContainText('+¥20,000');
  await move(app);
  await app.goTo('目标');
  await expectGoals(app, '电销一组', ['120,000', '120,000', '120,000']);
  await expectGoals(app, '陈思远', ['30,000', '40,000', '40,000']);
  await expectGoals(app, '林晓', ['30,000', '10,000', '10,000']);
  await app.button(/^撤销：/).click();
  await expectGoals(app, '陈思远', ['30,000', '30,000', '30,000']);
  await expectGoals(app, '林晓', ['30,000', '30,000', '30,000']);
});

test('the new team keeps its goal and shares it out anew', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await drag(app, '林晓', '电销二组');
  await app.dialog.getByRole('combobox').selectOption('2026-12');
  await answer(app, '电销二组总目标不变，重新分摊').check();
  await expect(app.dialog.getByRole('row', { name: /^电销二组/ })).toHaveText(/¥120,000\s*¥120,000/);
  await move(app);
  await app.goTo('目标');
  await expectGoals(app, '电销一组', ['120,000', '120,000', '90,000']);
  await expectGoals(app, '电销二组', ['120,000', '120,000', '120,000']);
  await expectGoals(app, '林晓', ['30,000', '30,000', '24,000']);
});

test('a correction takes the past along', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await drag(app, '林晓', '电销二组');
  await app.dialog.getByRole('combobox').selectOption({ label: '一直在那里（更正）' });
  await move(app);
  await app.goTo('目标');
  await expectGoals(app, '电销一组', ['90,000', '90,000', '90,000']);
  await expectGoals(app, '电销二组', ['150,000', '150,000', '150,000']);
});

test('nothing is asked where only the order changes, and Escape leaves all as it was', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await app.row('团队', '林晓').getByRole('gridcell').first().click();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(app.dialog).toBeHidden();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(app.dialog).toContainText('华东区');
  await page.keyboard.press('Escape');
  await expect(app.dialog).toBeHidden();
  await app.goTo('目标');
  await expectGoals(app, '电销一组', ['120,000', '120,000', '120,000']);
});

test('who leaves keeps the days that are worked, and the others take over the rest', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await app.type(await app.cell('团队', '林晓', '在岗 离开|离开'), '2026-11-30');
  await expect(app.dialog).toContainText('林晓离开');
  await app.dialog.getByLabel('最后一天').fill('2026-11-13');
  await answer(app, /由其他人接手/).check();
  await app.dialog.getByRole('button', { name: '确定' }).click();
  await app.goTo('目标');
  await expectGoals(app, '电销一组', ['120,000', '120,000', '120,000']);
  // 10 of 21 working days.
  await expectGoals(app, '林晓', ['30,000', '14,286', '']);
});

test('somebody new takes over what a leaver has left open', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await app.row('团队', '林晓').getByRole('gridcell').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: '离开…' }).click();
  await app.dialog.getByLabel('最后一天').fill('2026-11-13');
  await expect(answer(app, '保留，作为空缺')).toBeChecked();
  await app.dialog.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('林晓 2026年11月13日 离开', { exact: true })).toBeVisible();
  await app.row('团队', '电销一组').getByRole('gridcell').first().click();
  await page.getByRole('button', { name: '成员', exact: true }).click();
  await app.type(await app.cell('团队', '新成员', '在岗 入职|入职'), '2026-12-01');
  await expect(app.dialog).toContainText('新成员入职');
  await answer(app, '接手林晓剩下的 ¥30,000').check();
  await app.dialog.getByRole('button', { name: '确定' }).click();
  await app.goTo('目标');
  await expectGoals(app, '新成员', ['', '', '30,000']);
  await expectGoals(app, '电销一组', ['120,000', '120,000', '120,000']);
});

test('last days that are pasted are asked about at once, for everybody who goes', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await (await app.cell('团队', '林晓', '在岗 离开|离开')).click();
  await pasteText(page, tsv([['2026-11-30'], ['2026-12-31']]));
  await expect(app.dialog).toContainText('林晓、陈思远离开');
  await expect(app.dialog.getByLabel('最后一天')).toBeHidden();
  await answer(app, /由其他人接手/).check();
  await app.dialog.getByRole('button', { name: '确定' }).click();
  await app.goTo('目标');
  await expectGoals(app, '林晓', ['30,000', '30,000', '']);
  await expectGoals(app, '电销一组', ['120,000', '120,000', '120,000']);
});

test('a new member who is pasted with a first day takes a share of what the team keeps', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await app
    .row('团队', /添加成员/)
    .getByRole('gridcell')
    .first()
    .click();
  await pasteText(page, tsv([['新来的', '成员', '2026-12-01']]));
  await expect(app.dialog).toContainText('新来的入职');
  await answer(app, /总目标不变，重新分摊/).check();
  await app.dialog.getByRole('button', { name: '确定' }).click();
  await app.goTo('目标');
  await expectGoals(app, '新来的', ['', '', '24,000']);
});

test('whoever is deleted has left unless one says otherwise: the past stays where it was', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await team(app);
  await app.row('团队', '林晓').getByRole('gridcell').first().click();
  await page.keyboard.press('ControlOrMeta+-');
  await expect(answer(app, '保留，按已离开处理')).toBeChecked();
  await answer(app, /由其他人接手/).check();
  await app.dialog.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText(/^林晓 .*离开/)).toBeVisible();
  await app.goTo('目标');
  await expectGoals(app, '电销一组', ['120,000', '120,000', '120,000']);
  // 15 of 21 working days.
  await expectGoals(app, '林晓', ['30,000', '21,429', '']);
});

test('the others may take over the goals of somebody who is deleted', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  await app.row('团队', '林晓').getByRole('gridcell').first().click();
  await page.keyboard.press('ControlOrMeta+-');
  await answer(app, '全部删除').check();
  await expect(app.dialog).toContainText('历史和实绩也会删除');
  await expect(answer(app, '一起删除')).toBeChecked();
  await answer(app, /由其他人接手/).check();
  await app.dialog.getByRole('button', { name: '删除' }).click();
  await app.goTo('目标');
  await expectGoals(app, '电销一组', ['90,000', '120,000', '120,000']);
  await app.button(/^撤销：/).click();
  await expectGoals(app, '林晓', ['30,000', '30,000', '30,000']);
});

test('a team that somebody was in before is closed, and keeps these months under its name', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await team(app);
  await drag(app, '林晓', '电销二组');
  await move(app);
  await app.row('团队', '电销一组').getByRole('rowheader').first().click();
  await page.keyboard.press('ControlOrMeta+-');
  await expect(app.dialog).toContainText('之前（到 2026年10月）有别人在里面');
  await expect(answer(app, '停用电销一组，那些月份仍归它')).toBeChecked();
  await app.dialog.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('已停用电销一组，其中的成员已删除')).toBeVisible();
  await expect(await app.cell('团队', '电销一组', '在岗 离开|离开')).toHaveText(/10.*31/);
  await app.goTo('目标');
  await expectGoals(app, '电销一组', ['30,000', '', '']);
  await expectGoals(app, '电销二组', ['120,000', '150,000', '150,000']);
  await app.goTo('团队');
  await app.row('团队', '电销一组').getByRole('rowheader').first().click();
  await page.keyboard.press('ControlOrMeta+-');
  await answer(app, '那些月份归到华东区').check();
  await app.dialog.getByRole('button', { name: '删除' }).click();
  await app.goTo('目标');
  await expect(app.row('目标', '电销一组')).toBeHidden();
  await expectGoals(app, '华东区', ['270,000', '270,000', '270,000']);
});

test('the dialogs are good for everybody, with the keyboard alone', async ({ page }) => {
  const app = await AppPage.open(page);
  await team(app);
  const { found, look } = checker(page);
  await drag(app, '林晓', '电销二组');
  await answer(app, /由其他人接手/).check();
  await expect(app.dialog.getByRole('textbox', { name: '本人新目标' })).toBeVisible();
  await look('move');
  await move(app);
  await app.row('团队', '电销一组').getByRole('gridcell').first().click();
  await page.keyboard.press('ControlOrMeta+-');
  await expect(answer(app, '一起删除')).toBeVisible();
  await look('delete a team that others were in');
  await answer(app, '停用电销一组，那些月份仍归它').focus();
  await page.keyboard.press('ArrowDown');
  await expect(answer(app, '那些月份归到华东区')).toBeChecked();
  await page.keyboard.press('Escape');
  await (await app.cell('团队', '孙悦', '在岗 离开|离开')).click();
  await pasteText(page, tsv([['2026-11-30'], ['2026-12-15']]));
  await expect(answer(app, '保留，作为空缺')).toBeVisible();
  await look('two leave');
  await page.keyboard.press('Escape');
  await app
    .row('团队', /添加成员/)
    .getByRole('gridcell')
    .first()
    .click();
  await pasteText(page, tsv([['新来的', '成员', '2026-12-01']]));
  await expect(answer(app, '先不给')).toBeVisible();
  await look('begin');
  expect(found).toEqual([]);
});
