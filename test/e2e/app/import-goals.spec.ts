import { csv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

const Q4 = '第 4 季度 · 目标 ¥';
const goal = (app: AppPage, row: string, month: string) => app.cell('目标', row, `${Q4} ${month}`);
const effect = (app: AppPage) => app.page.getByRole('complementary', { name: '导入会怎样' });

async function choose(app: AppPage, rows: readonly (readonly string[])[]): Promise<void> {
  await app.planMenu('导入历史、实绩或目标');
  const buffer = Buffer.from(csv(rows));
  await app.chooseFile('选文件', { name: '目标.csv', mimeType: 'text/csv', buffer });
}

/** The Goals sheet of the sample team: three teams of four, 30,000 a month each. */
async function openGoals(page: AppPage['page']): Promise<AppPage> {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goTo('目标');
  return app;
}

const TEAM = [
  ['姓名', '2026年11月', '2026年12月', '合计'],
  ['林晓', '', '0', '0'],
  ['陈思远', '36000', '', '36000'],
  ['电销一组 小计', '36000', '0', '36000'],
];

test('goals of one team come in from a file: blank leaves, 0 sets, totals follow, and undo is one step', async ({
  page,
}) => {
  const app = await openGoals(page);
  await choose(app, TEAM);
  await expect(page.getByRole('heading', { name: '导入目标' })).toBeVisible();
  await expect(effect(app)).toContainText('改掉现有的数2');
  await expect(effect(app)).toContainText('空着，保持原样2');
  await effect(app).getByText('看看是哪些').click();
  await expect(effect(app).getByText(/林晓 · 2026年12月/)).toBeVisible();
  const axe = checker(page);
  await axe.look('import of goals');
  expect(axe.found).toEqual([]);
  await app.button('导入 2 格目标').click();

  await expect(await goal(app, '林晓', '12月')).toHaveText('0');
  await expect(await goal(app, '林晓', '11月')).toHaveText('30,000');
  await expect(await goal(app, '陈思远', '11月')).toHaveText('36,000');
  await expect(await goal(app, '陈思远', '12月')).toHaveText('30,000');
  await expect(await goal(app, '电销一组', '12月')).toHaveText('90,000');
  await (await goal(app, '林晓', '12月')).click();
  await page.keyboard.press('Control+z');
  await expect(await goal(app, '林晓', '12月')).toHaveText('30,000');
  await expect(await goal(app, '陈思远', '11月')).toHaveText('30,000');
});

test('a lock that leaves no room is named with the same sentence, and nothing goes in', async ({ page }) => {
  const app = await openGoals(page);
  await (await goal(app, '林晓', '12月')).click();
  await page.keyboard.press('Alt+l');
  await page.getByRole('textbox', { name: '理由' }).fill('合同已签');
  await page.keyboard.press('Enter');
  await choose(app, [
    ['团队', '2026-12'],
    ['电销一组', '20000'],
  ]);
  await expect(effect(app).getByRole('alert')).toContainText('差 ¥10,000');
  await expect(effect(app).getByRole('alert')).toContainText('合同已签');
  await expect(app.button(/^导入 1 格目标/)).toBeDisabled();
});

test('names that the plan lacks, and totals that do not add up, are asked about', async ({ page }) => {
  const app = await openGoals(page);
  await choose(app, [
    ['姓名', '2026-12'],
    ['林晓', '50000'],
    ['赵六', '10000'],
    ['陈思远', '30000'],
    ['王雨桐', '30000'],
    ['赵凯', '30000'],
    ['电销一组', '200000'],
  ]);
  await expect(page.getByText('有名字计划里没有：选是谁，或者不导入')).toBeVisible();
  await expect(app.button(/^导入 \d+ 格目标/)).toBeDisabled();
  await page.getByRole('combobox', { name: '“赵六”是' }).selectOption('skip');
  await expect(page.getByRole('radiogroup', { name: '合计对不上：1' })).toBeVisible();
  await expect(app.button(/^导入 \d+ 格目标/)).toBeDisabled();
  const axe = checker(page);
  await axe.look('totals that differ');
  expect(axe.found).toEqual([]);
  await page.getByRole('radio', { name: /以下面各格为准/ }).check();
  await app.button(/^导入 \d+ 格目标/).click();
  await expect(await goal(app, '电销一组', '12月')).toHaveText('140,000');
});

test('segments that only the file has are made with it, and undo takes them back as well', async ({
  page,
}) => {
  const app = await openGoals(page);
  await choose(app, [
    ['姓名', '客户段', '2026-12'],
    ['林晓', '新客', '20000'],
    ['林晓', '老客/大客户', '10000'],
  ]);
  await expect(effect(app).getByRole('heading', { name: /客户段/ })).toContainText('2 个新建');
  await effect(app).getByText('新填').scrollIntoViewIfNeeded();
  const axe = checker(page);
  await axe.look('new segments');
  expect(axe.found).toEqual([]);
  await app.button('导入 2 格目标').click();
  await expect(await goal(app, '林晓', '12月')).toHaveText('30,000');
  await app.button('客户段：不分').click();
  await page.getByRole('menuitemradio', { name: '只看 大客户' }).click();
  await expect(await goal(app, '林晓', '12月')).toHaveText('10,000');
  await app.button(/^撤销：/).click();
  await expect(app.button('添加客户段')).toBeVisible();
  await expect(await goal(app, '林晓', '12月')).toHaveText('30,000');
});

test('a total that may hold somebody who is left out is asked about', async ({ page }) => {
  const app = await openGoals(page);
  await choose(app, [
    ['姓名', '2026-12'],
    ['林晓', '40000'],
    ['赵六', '20000'],
    ['电销一组', '150000'],
  ]);
  await page.getByRole('combobox', { name: '“赵六”是' }).selectOption('skip');
  await expect(page.getByText('可能含没导入的赵六')).toBeVisible();
  await expect(page.getByRole('radio', { name: '以合计为准，余下的分给其他人' })).toBeEnabled();
  await page.getByRole('radio', { name: /以下面各格为准/ }).check();
  await app.button('导入 1 格目标').click();
  await expect(await goal(app, '电销一组', '12月')).toHaveText('130,000');
});

test('the Goals sheet as a workbook comes back and changes nothing', async ({ page }, info) => {
  const app = await openGoals(page);
  await page.getByRole('button', { name: '分享', exact: true }).click();
  const downloading = page.waitForEvent('download');
  await app.dialog.getByRole('button', { name: '下载: Excel 工作簿' }).click();
  const file = info.outputPath('goals.xlsx');
  await (await downloading).saveAs(file);
  await page.keyboard.press('Escape');
  await app.planMenu('导入历史、实绩或目标');
  await app.chooseFile('选文件', file);
  await expect(effect(app)).toContainText('文件里的目标和计划一样，没有要改的。');
});
