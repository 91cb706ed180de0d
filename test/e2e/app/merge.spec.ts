import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { decode, encode } from '../../../src/files/plan-file/index.ts';
import { commitStep, newWriter, type Rec } from '../../../src/model/facts/index.ts';
import { recordId } from '../../../src/model/ids.ts';
import { drop } from '../support.ts';
import { AppPage, TODAY } from './app-page.ts';
import { expect, test } from './test.ts';

const goalOf = (app: AppPage, rep: string) => app.cell('倒推', rep, '结果 目标');

async function exported(app: AppPage, to: string): Promise<string> {
  const downloading = app.page.waitForEvent('download');
  await app.planMenu('导出成文件');
  await (await downloading).saveAs(to);
  return to;
}

/** A device of its own: another database, another page load. */
const device = async (browser: Browser, baseURL: string | undefined): Promise<Page> =>
  (await browser.newContext({ ...(baseURL && { baseURL }), locale: 'zh-CN' })).newPage();

const preview = (app: AppPage) => app.page.getByRole('region', { name: '合并会改什么' });

/** A plan of which a second device got the file before either goes on with it. */
async function onTwoDevices(page: Page, other: Promise<Page>, file: string) {
  const first = await AppPage.open(page);
  await first.startWithSample();
  await first.type(await goalOf(first, '林晓'), '30000');
  await first.expectSaved();
  const shared = await exported(first, file);
  const second = await AppPage.open(await other);
  await second.openPlanFile('打开已有文件', shared);
  return { first, second };
}

test('two devices edit the same evening, exchange files, and lose nothing', async ({
  page,
  browser,
  baseURL,
}, info) => {
  const other = device(browser, baseURL);
  const { first, second } = await onTwoDevices(page, other, info.outputPath('team.backcast'));
  await expect(await goalOf(second, '林晓')).toHaveText('30,000');
  await second.type(await goalOf(second, '林晓'), '29000');
  await second.type(await goalOf(second, '王雨桐'), '21000');
  await second.expectSaved();
  const theirs = await exported(second, info.outputPath('theirs.backcast'));

  await first.type(await goalOf(first, '林晓'), '28000');
  await first.expectSaved();
  await first.goToPlans();
  await first.chooseFile('打开文件', theirs);
  await expect(first.dialog.getByRole('radio', { name: '合并到本机的计划' })).toBeChecked();
  await first.dialog.getByRole('button', { name: '看会改什么' }).click();
  await expect(preview(first)).toContainText('1格更新');
  await expect(preview(first)).toContainText('1');
  const dispute = page.getByRole('radiogroup', { name: /林晓/ });
  await expect(dispute.getByRole('radio')).toHaveCount(2);
  await dispute.getByRole('radio', { name: '对方 ¥29,000' }).check();
  await expect(page.getByRole('table', { name: '将更新' })).toContainText('王雨桐');
  await first.button('应用合并').click();
  await expect(page.getByText('已合并', { exact: true })).toBeVisible();
  await first.button('看计划').click();
  await expect(await goalOf(first, '林晓')).toHaveText('29,000');
  await expect(await goalOf(first, '王雨桐')).toHaveText('21,000');

  await first.button(/^撤销：合并/).click();
  await expect(await goalOf(first, '林晓')).toHaveText('28,000');
  await expect(await goalOf(first, '王雨桐')).not.toHaveText('21,000');

  await first.goToPlans();
  await first.openPlanFile('打开文件', theirs);
  await page.getByRole('radiogroup', { name: /林晓/ }).getByRole('radio', { name: '我的 ¥28,000' }).check();
  await first.button('应用合并').click();
  await first.button('看计划').click();
  await expect(await goalOf(first, '林晓')).toHaveText('28,000');
  await expect(await goalOf(first, '王雨桐')).toHaveText('21,000');
  await first.expectSaved();
  const settled = await exported(first, info.outputPath('settled.backcast'));

  await second.goToPlans();
  await second.openPlanFile('打开文件', settled);
  await expect(preview(second)).toContainText('没有冲突');
  await second.button('应用合并').click();
  await second.button('看计划').click();
  await expect(await goalOf(second, '林晓')).toHaveText('28,000');

  await first.goToPlans();
  await first.openPlanFile('打开文件', theirs);
  await expect(page.getByText('没有新内容')).toBeVisible();
  await second.page.context().close();
});

/** Everybody's own copy of a plan, each with one day of their own in it. */
async function repFiles(shared: string, reps: readonly string[], least = 70) {
  const read = await decode(new Uint8Array(await readFile(shared)));
  if (!read.ok) throw new Error(read.failure.code);
  const { facts, meta } = read.value;
  return Promise.all(
    reps.map(async (rep, at) => {
      const recs = new Map<string, Rec>(facts.recs);
      const id = recordId.actual(rep, TODAY);
      const step = commitStep(recs, newWriter(), meta.savedAt, [
        { create: id, values: { dials: least + at } },
      ]);
      for (const [changed, { after }] of step) if (after) recs.set(changed, after);
      return { name: `${rep}.backcast`, bytes: await encode({ id: facts.id, recs }, meta) };
    }),
  );
}

/** What the dropped files would change, as far as the button that applies it. */
async function look(app: AppPage): Promise<void> {
  await app.dialog.getByRole('button', { name: '看会改什么' }).click();
  await expect(preview(app)).toBeVisible();
}

test('eight people’s files in one drop are merged in one step; a damaged one is named and the others go on', async ({
  page,
}, info) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.expectSaved();
  const shared = await exported(app, info.outputPath('team.backcast'));
  const reps = Array.from({ length: 8 }, (_, at) => `sample-r${at}`);
  const files = await repFiles(shared, reps);
  const [first] = files;
  await drop(page, [...files, { name: '坏的.backcast', bytes: first!.bytes.slice(0, -40) }]);

  await expect(app.dialog).toContainText('这个文件读不了');
  await expect(app.dialog).toContainText('坏的.backcast');
  await app.dialog.getByRole('button', { name: '看会改什么' }).click();
  await expect(preview(app)).toContainText('8行新增');
  await expect(preview(app)).toContainText('没有冲突');
  await app.button('应用合并').click();
  await app.button('看计划').click();
  await expect(app.button(/^撤销：合并/)).toBeEnabled();
  await app.expectSaved();

  await drop(page, files);
  await app.dialog.getByRole('button', { name: '看会改什么' }).click();
  await expect(page.getByText('没有新内容')).toBeVisible();
});

test('eight people’s files with three conflicts: each is decided by itself, and the others’ days come in', async ({
  page,
}, info) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.expectSaved();
  const shared = await exported(app, info.outputPath('team.backcast'));
  const reps = Array.from({ length: 8 }, (_, at) => `sample-r${at}`);
  await drop(page, await repFiles(shared, reps.slice(0, 3), 50));
  await look(app);
  await app.button('应用合并').click();
  await app.button('看计划').click();

  const files = await repFiles(shared, reps);
  await drop(page, files);
  await look(app);
  await expect(preview(app)).toContainText('5行新增');
  const disputes = page.getByRole('radiogroup');
  await expect(disputes).toHaveCount(3);
  await disputes.nth(0).getByRole('radio', { name: '对方 70' }).check();
  await disputes.nth(1).getByRole('radio', { name: '我的 51' }).check();
  await disputes.nth(2).getByRole('radio', { name: '我的 52' }).check();
  await app.button('应用合并').click();
  await app.button('看计划').click();
  await app.expectSaved();
  const settled = await decode(
    new Uint8Array(await readFile(await exported(app, info.outputPath('settled.backcast')))),
  );
  if (!settled.ok) throw new Error(settled.failure.code);
  const dials = reps.map((rep) => settled.value.facts.recs.get(recordId.actual(rep, TODAY))?.v['dials']);
  expect(dials).toEqual([70, 51, 52, 73, 74, 75, 76, 77]);
});

test('two tabs that merge at once lose nothing of either', async ({ page, context }, info) => {
  const one = await AppPage.open(page);
  await one.startWithSample();
  await one.expectSaved();
  const shared = await exported(one, info.outputPath('team.backcast'));
  const two = await AppPage.open(await context.newPage(), new URL(page.url()).hash);
  await two.expectSheet('倒推');
  const files = await repFiles(shared, ['sample-r0', 'sample-r1']);
  await drop(one.page, files.slice(0, 1));
  await drop(two.page, files.slice(1));
  await look(one);
  await look(two);
  await Promise.all([one.button('应用合并').click(), two.button('应用合并').click()]);
  for (const tab of [one, two]) {
    await tab.button('看计划').click();
    await tab.expectSaved();
    await drop(tab.page, files);
    await tab.dialog.getByRole('button', { name: '看会改什么' }).click();
    await expect(tab.page.getByText('没有新内容')).toBeVisible();
    await tab.page.goBack();
  }
});

test('what was changed last counts as later though the clock was set back by years', async ({
  page,
  browser,
  baseURL,
}, info) => {
  const other = device(browser, baseURL);
  const { first, second } = await onTwoDevices(page, other, info.outputPath('team.backcast'));
  await expect(await goalOf(second, '林晓')).toHaveText('30,000');
  // A desk at the running month would turn to that of the clock.
  await second.button('下个月').click();
  await expect(second.button('2026年12月')).toBeVisible();
  await second.page.clock.setFixedTime(new Date('2019-03-01T09:00:00+08:00'));
  await second.type(await goalOf(second, '林晓'), '29000');
  await second.expectSaved();
  const theirs = await exported(second, info.outputPath('theirs.backcast'));
  await second.page.context().close();

  await first.goToPlans();
  await first.openPlanFile('打开文件', theirs);
  await expect(preview(first)).toContainText('1格更新');
  await expect(preview(first)).toContainText('没有冲突');
  await first.button('应用合并').click();
  await first.button('看计划').click();
  await first.button('下个月').click();
  await expect(await goalOf(first, '林晓')).toHaveText('29,000');
});
