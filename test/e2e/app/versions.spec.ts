import { readFileSync } from 'node:fs';
import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

const toVersions = async (app: AppPage, at = '') => {
  await app.page.evaluate(
    (to) => (location.hash = location.hash.replace(/^(#\/plan\/[^/]+).*$/, `$1/versions${to}`)),
    at,
  );
  await expect(app.page.getByRole('heading', { name: '变更', level: 1 })).toBeVisible();
};
const version = (app: AppPage, name: string | RegExp) =>
  app.page.getByRole('group', { name: '版本', exact: true }).getByRole('button', { name }).first();
const total = (app: AppPage) => app.cell('目标', '华东区', '第 4 季度 · 目标 ¥ 11月');
const changes = (app: AppPage) => app.page.getByRole('table', { name: '变更' });

/** The sample team with the goal of the whole east typed over: what is below it is respread. */
async function respread(app: AppPage): Promise<string> {
  await app.startWithSample();
  await app.goTo('目标');
  const cell = await total(app);
  const before = (await cell.textContent()) ?? '';
  await app.type(cell, '777000');
  await app.button(/^应用/).click();
  await expect(cell).toHaveText('777,000');
  await app.expectSaved();
  return before;
}

test('a respread keeps the plan as it was; its goals come back by sheet in one step that undo takes back', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  const before = await respread(app);
  await toVersions(app);
  await expect(version(app, /重新分解之前/)).toHaveAttribute('aria-pressed', 'true');
  await expect(changes(app).getByRole('row', { name: /林晓 目标，2026年11月/ })).toBeVisible();
  await page.getByRole('checkbox', { name: '选择“目标”来恢复' }).check();
  await page.getByRole('button', { name: /^恢复目标，\d+ 处$/ }).click();
  await expect(page.getByText(/^已恢复 \d+ 处$/)).toBeVisible();
  await expect(version(app, /恢复之前/)).toBeVisible();
  await app.goTo('目标');
  await expect(await total(app)).toHaveText(before);
  await app.button(/^撤销：恢复版本/).click();
  await expect(await total(app)).toHaveText('777,000');
});

test('a version is named for good, and now can be kept under a name', async ({ page }) => {
  const app = await AppPage.open(page);
  await respread(app);
  await toVersions(app);
  await app.button('“重新分解之前”的操作').click();
  await page.getByRole('menuitem', { name: '命名', exact: true }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('发给团队');
  await app.dialog.getByRole('button', { name: '保存' }).click();
  await expect(version(app, /发给团队/)).toBeVisible();
  await app.button('命名当前版本').click();
  await page.getByRole('textbox', { name: '名称' }).fill('十月收官');
  await page.keyboard.press('Enter');
  await expect(version(app, /十月收官/)).toBeVisible();
  await page.reload();
  await expect(version(app, /十月收官/)).toBeVisible();
  await version(app, /十月收官/).click();
  await expect(page.getByText('两者内容相同。')).toBeVisible();
});

test('a bulk delete keeps a version, which brings all of it back', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await app.goTo('团队');
  await app.row('团队', '林晓').getByRole('gridcell').first().click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+-');
  await app.dialog.getByRole('radio', { name: '全部删除' }).check();
  await app.dialog.getByRole('button', { name: '删除' }).click();
  await expect(app.row('团队', '林晓')).toHaveCount(0);
  await toVersions(app);
  await version(app, /批量删除之前/).click();
  await expect(changes(app).getByRole('row', { name: /林晓.*整行已删除/ })).toBeVisible();
  await app.button(/^全部恢复到/).click();
  await expect(page.getByText(/^已恢复/)).toBeVisible();
  await app.goTo('团队');
  await expect(app.row('团队', '林晓')).toBeVisible();
});

test('the history of a cell is opened from its menu, and gives an earlier value back', async ({ page }) => {
  const app = await AppPage.open(page);
  await respread(app);
  const cell = await app.cell('目标', '林晓', '第 4 季度 · 目标 ¥ 11月');
  const spread = (await cell.textContent()) ?? '';
  await app.type(cell, '31000');
  await app.expectSaved();
  await cell.click({ button: 'right' });
  await page.getByRole('menuitem', { name: '这一格的历史' }).click();
  const past = page.getByRole('table', { name: '这一格的历史' });
  await expect(page.getByRole('heading', { name: '林晓 · 目标，2026年11月' })).toBeVisible();
  await expect(past.getByRole('row').nth(1)).toContainText('31,000');
  await expect(past.getByRole('row').nth(2)).toContainText('30,000');
  await past.getByRole('row').nth(2).getByRole('button', { name: '恢复这个值' }).click();
  await app.goTo('目标');
  await expect(cell).toHaveText('30,000');
  expect(spread).not.toBe('30,000');
});

test('the change log is filtered by sheet and member', async ({ page }) => {
  const app = await AppPage.open(page);
  await respread(app);
  await toVersions(app, '/log');
  const log = page.getByRole('table', { name: '变更记录' });
  await expect(log.getByRole('row', { name: /历史/ }).first()).toBeVisible();
  await app.button('表: 所有表').click();
  await page.getByRole('menuitemradio', { name: '目标', exact: true }).click();
  await expect(log.getByRole('row', { name: /历史/ })).toHaveCount(0);
  await app.button('组织: 所有成员').click();
  await page.getByRole('menuitemradio', { name: '林晓', exact: true }).click();
  await expect(log.getByRole('rowheader', { name: '周航' })).toHaveCount(0);
  await expect(log.getByRole('rowheader', { name: '林晓' }).first()).toBeVisible();
});

test('a backup is one click, and the day of the last one is told', async ({ page }) => {
  const app = await AppPage.open(page);
  await respread(app);
  await toVersions(app);
  await expect(page.getByText('还没有备份')).toBeVisible();
  const download = page.waitForEvent('download');
  await app.button('立即备份').click();
  expect((await download).suggestedFilename()).toMatch(/\.backcast$/);
  await expect(page.getByText(/可以找回 .*的备份/)).toBeVisible();
});

test('what can be read of a damaged plan is saved as a file, the damaged part from the last version', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await respread(app);
  await toVersions(app);
  await expect(version(app, /重新分解之前/)).toBeVisible();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('backcast');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('pages', 'readwrite');
          const walk = writing.objectStore('pages').openCursor();
          walk.onsuccess = () => {
            const row = walk.result?.value as { page: string; text: string } | undefined;
            if (!walk.result || !row) return;
            if (row.page.startsWith('goal/')) {
              walk.result.update({ ...row, text: row.text.slice(0, 40) });
              return;
            }
            walk.result.continue();
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.reload();
  await expect(page.getByText(/的一部分读不出来/).first()).toBeVisible();
  const download = page.waitForEvent('download');
  await app.button('保存能读出的部分').click();
  const path = await (await download).path();
  await expect(app.dialog.getByText(/1 处读不出，其中 1 处取自最近的版本/)).toBeVisible();
  expect(readFileSync(path).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
});

/** The database can't be opened any more, as where its file on the disk is damaged, until it is deleted. */
function breakDatabase(): void {
  if (sessionStorage.getItem('broken') === null) return;
  const open = indexedDB.open.bind(indexedDB);
  const deleteDatabase = indexedDB.deleteDatabase.bind(indexedDB);
  const isBroken = (): boolean => sessionStorage.getItem('broken') === 'yes';
  IDBFactory.prototype.open = (name, version) => {
    if (!isBroken()) return open(name, version);
    const error = new DOMException('Internal error opening backing store', 'UnknownError');
    const request = { error, onerror: null as ((event: unknown) => void) | null };
    const event = { target: request, preventDefault: () => undefined, stopPropagation: () => undefined };
    setTimeout(() => request.onerror?.(event));
    return request as unknown as IDBOpenDBRequest;
  };
  IDBFactory.prototype.deleteDatabase = (name) => {
    sessionStorage.setItem('broken', 'no');
    return deleteDatabase(name);
  };
}

test('where the database can’t be opened every plan that can be read is saved as a file before all is reset', async ({
  page,
}) => {
  await page.addInitScript(breakDatabase);
  const app = await AppPage.open(page);
  await respread(app);
  await page.evaluate(() => sessionStorage.setItem('broken', 'yes'));
  await page.reload();
  await expect(page.getByText(/浏览器打不开存储/).first()).toBeVisible();
  const download = page.waitForEvent('download');
  await app.button('保存能读出的部分').click();
  const saved = await download;
  await expect(app.dialog.getByText(/已全部保存为文件/)).toBeVisible();
  await app.dialog.getByRole('button', { name: '清空并重新开始' }).click();
  await expect(page.getByText(/浏览器打不开存储/)).toBeHidden();
  await app.openPlanFile('打开已有文件', {
    name: saved.suggestedFilename(),
    mimeType: 'application/gzip',
    buffer: readFileSync(await saved.path()),
  });
  await expect(app.sheet('倒推').getByRole('gridcell').first()).toBeVisible();
  await app.goTo('目标');
  await expect(await total(app)).toHaveText('777,000');
});

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  for (const size of ['desktop', 'phone'] as const)
    test.describe(`axe finds nothing among the versions, ${locale}, ${size}`, () => {
      test.use({ locale, ...(size === 'phone' && { viewport: { width: 390, height: 844 } }) });
      test('compare, log and history', async ({ page }) => {
        test.setTimeout(120_000);
        const app = await AppPage.open(page);
        const { found, look } = checker(page);
        const { quickstart } = words;
        await app.button(new RegExp(`^${quickstart.sourcesPhone.sample}`)).click();
        await app.button(quickstart.openPlan).click();
        await expect(page).toHaveURL(/#\/plan\//);
        const go = (to: string) =>
          page.evaluate(
            (at) => (location.hash = location.hash.replace(/^(#\/plan\/[^/]+).*$/, `$1/versions${at}`)),
            to,
          );
        await go('');
        await app.button(words.versions.nameNow).click();
        await page.getByRole('textbox', { name: words.versions.nameLabel, exact: true }).fill('Q4');
        await look('naming');
        await page.keyboard.press('Enter');
        await expect(page.getByText(words.versions.same)).toBeVisible();
        await look('versions');
        await go('/log');
        await expect(page.getByRole('table', { name: words.versions.log })).toBeVisible();
        await look('log');
        await page.getByRole('table', { name: words.versions.log }).getByRole('link').first().click();
        await expect(page.getByRole('table', { name: words.versions.history })).toBeVisible();
        await look('history');
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(size === 'phone' ? 390 : 1440);
        expect(found).toEqual([]);
      });
    });
