import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { encode } from '../../../src/files/plan-file/index.ts';
import { encryptFile } from '../../../src/files/slice/age.ts';
import { share as chinese } from '../../../src/i18n/zh-CN/share.ts';
import { forged, forgedText, meta, samplePlan } from '../../files/plan-file/samples.ts';
import { csv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { expect, test } from './test.ts';

type Groups = { ids: string[]; fields: string[]; values: unknown[][]; differing: unknown[][] }[];

const file = await encode(samplePlan(), meta);
const groups = (content: object) => (content as { groups: Groups }).groups;
const changed = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 0x20 : byte));
const bomb = () =>
  gzipSync(`{"format":"backcast","version":1,"sha256":"","content":[${'0,'.repeat(60_000_000)}0]}`, {
    level: 1,
  });

const REFUSED: readonly (readonly [what: string, sentence: string, bytes: () => Uint8Array])[] = [
  ['a text file', '这不是 Backcast 的计划文件', () => Buffer.from('月份\t外呼\n2026-10\t1,652\n')],
  ['an empty file', '这不是 Backcast 的计划文件', () => Buffer.alloc(0)],
  ['half a file', '文件不完整或已损坏，请换一份副本', () => file.slice(0, file.length / 2)],
  [
    'one changed byte',
    '文件内容和校验码对不上，可能被改过，没有打开',
    () => changed(gunzipSync(file), gunzipSync(file).indexOf('老李') + 1),
  ],
  [
    'a newer version',
    '文件来自更新的版本，请先更新 Backcast 再打开',
    () => forged(file, (json) => ({ ...json, version: 2 })),
  ],
  [
    'a field called __proto__',
    '文件里有不允许的名称 __proto__，没有打开',
    () => forgedText(file, (content) => content.replace('"amount"', '"__proto__"')),
  ],
  [
    'a claim of a billion rows',
    '文件内容不合格式',
    () => forged(file, (json) => void groups(json.content)[0]!.differing.push([1_000_000_000, '$', 0, true])),
  ],
  ['a zip bomb', '文件展开后超过 100 MB，没有打开', bomb],
  [
    'a number where a text belongs',
    '值不对，没有打开',
    () =>
      forged(file, (json) => {
        const unit = groups(json.content).find(({ ids }) => ids.includes('unit/u1'))!;
        unit.values[unit.fields.indexOf('name')]![unit.ids.indexOf('unit/u1')] = 7;
      }),
  ],
];

/** All that the device keeps of plans. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const all: Record<string, number> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of db.objectStoreNames)
        all[`${name} ${store}`] = await new Promise<number>((resolve) => {
          const request = db.transaction(store).objectStore(store).count();
          request.onsuccess = () => resolve(request.result);
        });
      db.close();
    }
    return all;
  });

/** What is stored of plans, value by value. */
const contents = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('backcast');
      request.onsuccess = () => resolve(request.result);
    });
    const rows = await Promise.all(
      ['plans', 'pages'].map(
        (store) =>
          new Promise<unknown[]>((resolve) => {
            const request = db.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
          }),
      ),
    );
    db.close();
    return JSON.stringify(rows);
  });

const opened = (bytes: Uint8Array, name = '计划.backcast') => ({
  name,
  mimeType: 'application/gzip',
  buffer: Buffer.from(bytes),
});

test('a file that is no good is refused in a sentence and changes nothing', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.expectSaved();
  await app.goToPlans();
  const before = await kept(page);
  for (const [what, sentence, bytes] of REFUSED)
    await test.step(what, async () => {
      await app.chooseFile('打开文件', opened(bytes()));
      await expect(app.dialog).toContainText(sentence);
      await expect(app.dialog).toContainText('现有的计划没有变。');
      await app.dialog.getByRole('button', { name: '关闭' }).click();
      await expect(app.dialog).toBeHidden();
      await expect(app.plans).toHaveCount(1);
    });
  expect(await kept(page)).toEqual(before);
  expect(await page.evaluate(() => Object.keys(Object.prototype).length)).toBe(0);
});

test('a refused file leaves the first run as it was', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.goal.fill('120,000');
  await app.chooseFile('打开已有文件', opened(Buffer.from('PK')));
  await expect(app.dialog).toContainText('没有打开“计划.backcast”');
  await app.dialog.getByRole('button', { name: '关闭' }).click();
  await expect(app.goal).toHaveValue('120,000');
});

test('markup in the names of a file is shown as text', async ({ page }) => {
  const app = await AppPage.open(page);
  const errors: string[] = [];
  page.on('dialog', (dialog) => void errors.push(dialog.message()));
  page.on('pageerror', (error) => void errors.push(error.message));
  const evil = '<img src=x onerror=alert(1)>';
  const bytes = forgedText(file, (content) => content.replace('=1+1', evil));
  await app.openPlanFile('打开已有文件', opened(bytes, '<svg onload=alert(2)>.backcast'));
  await app.expectSheet('倒推');
  await expect(app.button('计划菜单')).toHaveText('<b>一季度</b> & "plan"');
  await expect(app.sheet('倒推').getByText(evil)).toBeVisible();
  for (const sheet of ['目标', '团队', '历史']) {
    await app.goTo(sheet);
    await expect(app.sheet(sheet).getByText(evil)).toBeVisible();
  }
  expect(await page.locator('img, b > b, svg[onload]').count()).toBe(0);
  expect(errors).toEqual([]);
});

const HEADER = ['姓名', '月份', '外呼', '接通', '深沟', '意向客户', '储备金额', '成交金额'];
const ROWS = [
  ['小甲', '2026-09', '1000', '290', '70', '14', '68000', '13500'],
  ['小甲', '2026-13', '1000', '290', '70', '14', '68000', '13500'],
  ['小乙', '2026-09', '-5', '290', '70', '14', '68000', '13500'],
  ['小乙', '2026-10', '1e9999', '290', '70', '14', '68000', '13500'],
  ['', '2026-10', '1000', '290', '70', '14', '68000', '13500'],
  ['小乙', '2026-08', '1000', '290', '70', '14', '68000', '-1500'],
  ['小甲', '2026-10', '100', '290', '70', '14', '68000', '13500'],
];

test('bad rows of a table are listed with line, value and reason; the good ones go in', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.openPlan();
  await app.planMenu('导入历史、实绩或目标');
  const buffer = Buffer.from(csv([HEADER, ...ROWS]));
  await app.chooseFile('选文件', { name: '坏行.csv', mimeType: 'text/csv', buffer });

  const problem = (line: number) =>
    page.getByRole('row').filter({ has: page.getByRole('textbox', { name: new RegExp(`^第 ${line} 行`) }) });
  const expectProblem = async (line: number, value: string, reason: string) => {
    await expect(problem(line)).toContainText(reason);
    await expect(problem(line).getByRole('textbox')).toHaveValue(value);
  };
  await expectProblem(3, '2026-13', '没有 13 月');
  await expectProblem(4, '-5', '次数不能是负数');
  await expectProblem(5, '1e9999', '数太大');
  await expectProblem(6, '', '没写是谁');
  await expectProblem(8, '290', '比外呼 100 还多');
  await expect(problem(8)).toContainText('提醒，照样导入');
  await expect(problem(7)).toHaveCount(0);

  await app.button('导入 3 行').click();
  await app.expectSheet('历史');
  await expect(app.row('历史', '小甲')).toContainText('1,000');
  await expect(app.row('历史', '小乙')).toContainText('1,000');
  await app.expectSaved();
  await page.keyboard.press('Escape');
  await app.button(/^撤销：导入/).click();
  await expect(app.row('历史', '小甲')).toHaveCount(0);
});

test('a bad row that is mended on the spot goes in with the others', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.openPlan();
  await app.planMenu('导入历史、实绩或目标');
  const buffer = Buffer.from(csv([HEADER, ...ROWS.slice(0, 3)]));
  await app.chooseFile('选文件', { name: '坏行.csv', mimeType: 'text/csv', buffer });
  await expect(app.button('导入 1 行')).toBeVisible();
  await page.getByRole('textbox', { name: '第 4 行 外呼' }).fill('995');
  await page.keyboard.press('Tab');
  await expect(app.button('导入 2 行')).toBeVisible();
  await app.button('什么都不导入').click();
  await app.expectSheet('历史');
  await expect(app.row('历史', '小甲')).toHaveCount(0);
});

test('a spreadsheet or an empty file is refused by the import in a sentence', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.openPlan();
  await app.planMenu('导入历史、实绩或目标');
  const zip = Buffer.from('PK\u0003\u0004[Content_Types].xml xl/workbook.xml');
  await app.chooseFile('选文件', { name: '业绩.xlsx', mimeType: 'text/csv', buffer: zip });
  await expect(page.getByRole('alert')).toContainText('这是 Excel 文件。请在里面另存为 CSV');
  await app.chooseFile('选文件', { name: '空.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await expect(page.getByRole('alert')).toContainText('里面没有数据');
});

const PASSPHRASE = 'mako-tiru-veba-soli-nuda';
const LIGHT = 2;
const locked = await encryptFile(file, PASSPHRASE, LIGHT);
/** The same head with another claim of how much work the passphrase takes. */
const withWork = (rounds: number) =>
  Buffer.from(
    Buffer.from(locked)
      .toString('latin1')
      .replace(/(-> scrypt \S+) \d+\n/, `$1 ${rounds}\n`),
    'latin1',
  );
/** An archive of a few bytes that comes to more than a plan may hold. */
const swollen = () =>
  zipSync({
    '甲.backcast': [new Uint8Array(60_000_000), { level: 9 }],
    '乙.backcast': new Uint8Array(60_000_000),
  });

const LOCKED: readonly (readonly [what: string, sentence: string, bytes: () => Uint8Array])[] = [
  ['one that was cut', chinese.failures.ageDamaged(), () => locked.slice(0, locked.length - 20)],
  ['one that was altered', chinese.failures.ageDamaged(), () => changed(locked, locked.length - 10)],
  ['one that asks for hours of work', chinese.failures.ageTooMuchWork(), () => withWork(30)],
];

test('a file under a passphrase that is no good says why, and an archive that swells is refused', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.expectSaved();
  await app.goToPlans();
  const before = await contents(page);
  for (const [what, sentence, bytes] of LOCKED)
    await test.step(what, async () => {
      await app.chooseFile('打开文件', opened(bytes(), '计划.backcast.age'));
      await app.dialog.getByRole('textbox', { name: chinese.lock.label }).fill(PASSPHRASE);
      await app.dialog.getByRole('button', { name: chinese.lock.open, exact: true }).click();
      await expect(app.dialog).toContainText(sentence);
      await page.keyboard.press('Escape');
      await expect(app.dialog).toBeHidden();
    });
  await app.chooseFile('打开文件', opened(swollen(), '全部.zip'));
  await expect(app.dialog).toContainText('展开后超过 100 MB，没有打开');
  await app.dialog.getByRole('button', { name: '关闭' }).click();
  await expect(app.plans).toHaveCount(1);
  expect(await contents(page)).toEqual(before);
});
