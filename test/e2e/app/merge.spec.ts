import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { decode, encode } from '../../../src/files/plan-file/index.ts';
import { commitStep, newWriter, type Rec } from '../../../src/model/facts/index.ts';
import { recordId } from '../../../src/model/ids.ts';
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

test('two devices edit the same evening, exchange files, and lose nothing', async ({
  page,
  browser,
  baseURL,
}, info) => {
  const first = await AppPage.open(page);
  await first.startWithSample();
  await first.type(await goalOf(first, '林晓'), '30000');
  await first.expectSaved();
  const shared = await exported(first, info.outputPath('team.backcast'));

  const second = await AppPage.open(await device(browser, baseURL));
  await second.openPlanFile('打开已有文件', shared);
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
async function repFiles(shared: string, reps: readonly string[]) {
  const read = await decode(new Uint8Array(await readFile(shared)));
  if (!read.ok) throw new Error(read.failure.code);
  const { facts, meta } = read.value;
  return Promise.all(
    reps.map(async (rep, at) => {
      const recs = new Map<string, Rec>(facts.recs);
      const id = recordId.actual(rep, TODAY);
      const step = commitStep(recs, newWriter(), meta.savedAt, [{ create: id, values: { dials: 70 + at } }]);
      for (const [changed, { after }] of step) if (after) recs.set(changed, after);
      return { name: `${rep}.backcast`, bytes: await encode({ id: facts.id, recs }, meta) };
    }),
  );
}

/** Files let go over the window. */
async function drop(page: Page, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const sent = files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of dropped)
      dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, sent);
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
