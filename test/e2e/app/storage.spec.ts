import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { filesIn } from '../../../src/files/slice/zip.ts';
import { encode } from '../../../src/files/plan-file/index.ts';
import { meta, samplePlan } from '../../files/plan-file/samples.ts';
import { csv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

const goalOf = (app: AppPage) => app.cell('倒推', '我', '结果 目标');
const planFile = async (name = '计划.backcast') => ({
  name,
  mimeType: 'application/gzip',
  buffer: Buffer.from(await encode(samplePlan(), meta)),
});

async function toVersions(app: AppPage): Promise<void> {
  await app.planMenu('版本');
  await expect(app.page.getByRole('heading', { name: '变更', level: 1 })).toBeVisible();
}

/** As a person lets a file go over the page. */
const drop = async (page: Page, name: string, bytes: Uint8Array) => {
  const carried = await page.evaluateHandle(
    ({ file, content }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(content)], file));
      return transfer;
    },
    { file: name, content: [...bytes] },
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried });
};

test('a reminder asks for a backup when it is due, can be put off, and goes with the backup', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.expectSaved();
  await toVersions(app);
  await app.button('提醒备份: 不提醒').click();
  await page.getByRole('menuitemradio', { name: '每周' }).click();
  const banner = page.getByText('该备份了');
  await page.reload();
  await expect(banner).toBeVisible();
  await expect(page.getByText('还没有备份过')).toBeVisible();
  await app.button('明天再说').click();
  await expect(banner).toBeHidden();
  await page.reload();
  await app.button('计划菜单').waitFor();
  await expect(banner).toBeHidden();
  await page.clock.setFixedTime(new Date('2026-11-21T10:00:00+08:00'));
  await page.reload();
  await expect(banner).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '立即备份' }).first().click();
  expect((await download).suggestedFilename()).toMatch(/\.backcast$/);
  await expect(banner).toBeHidden();
  // Nothing was changed since: it is not asked for again.
  await page.clock.setFixedTime(new Date('2026-12-21T10:00:00+08:00'));
  await page.reload();
  await app.button('计划菜单').waitFor();
  await expect(banner).toBeHidden();
});

test('several plans are backed up as one archive, which opens as those plans', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.planMenu('复制一份');
  await expect(page.getByText(/^已复制/)).toBeVisible();
  await app.expectSheet('倒推');
  await toVersions(app);
  const download = page.waitForEvent('download');
  await app.button('备份全部 2 个计划').click();
  const archive = await download;
  expect(archive.suggestedFilename()).toBe('Backcast 全部计划 2026-11-20.zip');
  const inside = filesIn(new Uint8Array(await readFile(await archive.path())));
  expect(inside.ok && inside.value.length).toBe(2);
  await drop(page, archive.suggestedFilename(), new Uint8Array(await readFile(await archive.path())));
  await expect(app.dialog.getByRole('group')).toHaveCount(2);
});

test('a tidy new plan has the numbers and stands alone', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.type(await goalOf(app), '41000');
  await app.expectSaved();
  const old = page.url();
  await toVersions(app);
  await app.button('建立干净的新计划').click();
  await expect(page.getByText(/^已复制/)).toBeVisible();
  await app.expectSheet('倒推');
  expect(page.url()).not.toContain(/plan\/([^/]+)/.exec(old)![1]!);
  await expect(await goalOf(app)).toHaveText('41,000');
  await toVersions(app);
  await expect(page.getByText('还没有更早的版本')).toBeVisible();
});

test('a plan opened to be looked at says so and takes nothing until it is made editable', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.chooseFile('打开已有文件', await planFile());
  await app.dialog.getByRole('radio', { name: '只读打开' }).check();
  await app.dialog.getByRole('button', { name: '打开', exact: true }).click();
  await app.expectSheet('倒推');
  await expect(page.getByText('这个计划是只读的', { exact: false }).first()).toBeVisible();
  const goal = await app.cell('倒推', /=1\+1/, '结果 目标');
  const before = (await goal.textContent()) ?? '';
  await goal.click();
  await page.keyboard.type('999');
  await expect(page.getByText('本表只读').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(goal).toHaveText(before);
  await page.reload();
  await app.button('改成可编辑').click();
  await app.type(await app.cell('倒推', /=1\+1/, '结果 目标'), '999');
  await expect(await app.cell('倒推', /=1\+1/, '结果 目标')).toHaveText('999');
  await expect(app.button('改成可编辑')).toBeHidden();
});

test('what somebody calls himself stands beside what he changes from then on', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.expectSaved();
  await app.goToSettings();
  const name = page.getByRole('textbox', { name: '署名' });
  await name.fill('陈思远');
  await name.press('Tab');
  await page.reload();
  await expect(name).toHaveValue('陈思远');
  await app.goTo('倒推');
  await app.type(await goalOf(app), '41000');
  await app.expectSaved();
  await page.evaluate(
    () => (location.hash = location.hash.replace(/^(#\/plan\/[^/]+).*$/, '$1/versions/log')),
  );
  const log = page.getByRole('table', { name: '变更记录' });
  await expect(log.getByText('陈思远').first()).toBeVisible();
});

test('an import keeps the plan as it was before', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.expectSaved();
  await app.planMenu('导入历史、实绩或目标');
  const rows = [
    ['姓名', '月份', '外呼', '接通', '深沟', '意向客户', '储备金额', '成交金额'],
    ['小甲', '2026-09', '1000', '290', '70', '14', '68000', '13500'],
  ];
  await app.chooseFile('选文件', { name: '表.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(rows)) });
  await app.button('导入 1 行').click();
  await app.expectSheet('历史');
  await expect(app.row('历史', '小甲')).toBeVisible();
  await app.expectSaved();
  await toVersions(app);
  const version = page
    .getByRole('group', { name: '版本', exact: true })
    .getByRole('button', { name: /导入之前/ });
  await version.first().click();
  await expect(
    page.getByRole('table', { name: '变更' }).getByRole('row', { name: /小甲/ }).first(),
  ).toBeVisible();
  await app.button(/^全部恢复到/).click();
  await expect(page.getByText(/^已恢复/)).toBeVisible();
  await app.goTo('历史');
  await expect(app.row('历史', '小甲')).toHaveCount(0);
});

for (const [where, hash] of [
  ['the first run', ''],
  ['the page of a new plan', '#/new'],
] as const)
  test(`a plan let go over ${where} is opened, by itself and in an archive`, async ({ page }) => {
    const app = await AppPage.open(page);
    if (hash) {
      await app.startAlone();
      await page.evaluate((to) => (location.hash = to), hash);
    }
    await expect(app.goal).toBeVisible();
    const { buffer } = await planFile();
    await drop(page, '计划.backcast', buffer);
    await expect(app.dialog).toContainText('打开“计划.backcast”');
    await app.dialog.getByRole('button', { name: '取消' }).click();
    const { zipOf } = await import('../../../src/files/slice/zip.ts');
    await drop(page, '全部.zip', zipOf([{ name: '甲.backcast', bytes: buffer }]));
    await expect(app.dialog).toContainText('打开“甲.backcast”');
    await app.dialog.getByRole('button', { name: '打开', exact: true }).click();
    await app.expectSheet('倒推');
  });
