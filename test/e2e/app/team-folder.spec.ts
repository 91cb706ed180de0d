import type { Page } from '@playwright/test';
import { decode, encode } from '../../../src/files/plan-file/index.ts';
import { commit, join, newWriter } from '../../../src/model/facts/index.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

const OTHER = '王雨桐, 手机.0123456789ab.backcast';
const COPY = '王雨桐, 手机.0123456789ab (conflicted copy).backcast';
const WAITING = '徐诺, 手机.00000000000b.backcast';

/** The browser's own private folder stands in for one that the user would choose. */
async function open(page: Page): Promise<AppPage> {
  await page.addInitScript(() => {
    const pick = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('Backcast-TeamA', { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  });
  const app = await AppPage.open(page);
  await app.startAlone();
  await app.type(await goalOf(app), '41000');
  await app.expectSaved();
  return app;
}

const namesIn = (page: Page) =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backcast-TeamA');
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    return names.sort();
  });

const readFile = async (page: Page, name: string) =>
  Uint8Array.from(
    await page.evaluate(async (file) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backcast-TeamA');
      // While the app replaces it, a file that was just opened can't be read any more.
      for (let tries = 20; ; tries--) {
        const handle = await folder.getFileHandle(file);
        const bytes = await (await handle.getFile()).arrayBuffer().catch(() => null);
        if (bytes) return [...new Uint8Array(bytes)];
        if (tries === 0) throw new Error(`${file} can't be read`);
      }
    }, name),
  );

/** As a sync service brings a file of another device. */
const putFile = (page: Page, name: string, bytes: Uint8Array) =>
  page.evaluate(
    async ({ file, content }) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backcast-TeamA');
      const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await stream.write(new Uint8Array(content));
      await stream.close();
    },
    { file: name, content: [...bytes] },
  );

/** What another device, which has read this file, writes once it has changed the goal. */
async function withGoal(bytes: Uint8Array, goal: number): Promise<Uint8Array> {
  const file = await decode(bytes);
  if (!file.ok) throw new Error(file.failure.code);
  const { facts } = file.value;
  const id = [...facts.recs.keys()].find((each) => /^goal\/.*\/2026-11/.test(each))!;
  const at = new Date('2026-11-20T09:59:00+08:00').getTime();
  const [next] = commit(facts, newWriter(), at, [{ id, field: 'amount', value: goal * 100 }]);
  return encode(next, { app: '1', savedAt: at });
}

const goalOf = (app: AppPage) => app.cell('倒推', '我', '结果 目标');
const panel = (app: AppPage) => app.page.getByRole('region', { name: '团队文件夹' });
const line = (app: AppPage, text: string) => panel(app).getByRole('listitem').filter({ hasText: text });
const look = (app: AppPage) => panel(app).getByRole('button', { name: '现在读一次' }).click();

async function toPanel(app: AppPage): Promise<void> {
  await app.planMenu('版本');
  await expect(panel(app)).toBeVisible();
}

/** Chooses the folder and waits for the device's own file; resolves to its name. */
async function choose(app: AppPage): Promise<string> {
  await toPanel(app);
  await panel(app).getByLabel('这台设备的名字').fill('陈, 笔记本');
  await panel(app).getByRole('button', { name: '选择文件夹' }).click();
  await expect(line(app, '本机写这个文件')).toContainText(/\d\d:\d\d/);
  const [own = ''] = await namesIn(app.page);
  return own;
}

test('a plan is kept as a file in a folder, and what another device writes there is merged', async ({
  page,
}) => {
  const app = await open(page);
  const own = await choose(app);
  expect(own).toMatch(/^陈, 笔记本\.[0-9a-f]{12}\.backcast$/);
  const theirs = await withGoal(await readFile(page, own), 52_000);
  await putFile(page, OTHER, theirs);
  await look(app);
  await expect(line(app, '王雨桐, 手机')).toContainText('已合并');
  await app.goTo('倒推');
  await expect(await goalOf(app)).toHaveText('52,000');
  // What is merged by itself is no step of undo: the last one is still the typing.
  await expect(app.button(/^撤销/)).toBeEnabled();

  // An edit here is written to this device's file alone.
  await app.type(await goalOf(app), '53000');
  await app.expectSaved();
  await expect
    .poll(async () => {
      const file = await decode(await readFile(page, own));
      return file.ok && JSON.stringify([...file.value.facts.recs.values()]).includes('5300000');
    })
    .toBe(true);
  expect(await readFile(page, OTHER)).toEqual(theirs);
});

test('half-written files wait, conflicted copies are read and can be tidied up', async ({ page }) => {
  const app = await open(page);
  const bytes = await readFile(page, await choose(app));
  await putFile(page, OTHER, bytes);
  await putFile(page, COPY, bytes);
  await putFile(page, WAITING, bytes.slice(0, 300));
  await look(app);
  await expect(line(app, '徐诺, 手机')).toContainText('还没写完，等待中');
  const { found, look: lookAt } = checker(page);
  await lookAt('team folder');
  expect(found).toEqual([]);
  await panel(app).getByRole('button', { name: '清理' }).click();
  await expect(line(app, '1 个冲突副本')).toBeHidden();
  expect(await namesIn(page)).not.toContain(COPY);
  expect(await namesIn(page)).toHaveLength(3);
  await putFile(page, WAITING, bytes);
  await look(app);
  await expect(line(app, '徐诺, 手机')).toContainText('已读');
});

test('a file that was written days ago says so, and one of another plan is left alone', async ({ page }) => {
  const app = await open(page);
  const own = await readFile(page, await choose(app));
  const file = await decode(own);
  if (!file.ok) throw new Error(file.failure.code);
  const written = new Date('2026-11-17T09:00:00+08:00').getTime();
  await putFile(page, OTHER, await encode(file.value.facts, { app: '1', savedAt: written }));
  const stranger = { ...file.value.facts, id: 'another-plan' };
  await putFile(page, WAITING, await encode(stranger, { app: '1', savedAt: written }));
  await look(app);
  await expect(line(app, '王雨桐, 手机')).toContainText('3 天前的');
  await expect(line(app, '徐诺, 手机')).toHaveCount(0);
});

test('two tabs of one plan look into the folder in turn and write one file', async ({ page, context }) => {
  const app = await open(page);
  const own = await choose(app);
  const tab = await AppPage.open(await context.newPage(), new URL(page.url()).hash);
  await expect(panel(tab)).toContainText('Backcast-TeamA');
  await putFile(page, OTHER, await withGoal(await readFile(page, own), 52_000));
  await Promise.all([look(app), look(tab)]);
  for (const each of [app, tab]) {
    await expect(line(each, '王雨桐, 手机')).toContainText('已合并');
    await each.goTo('倒推');
    await expect(await goalOf(each)).toHaveText('52,000');
  }
  await tab.type(await goalOf(tab), '53000');
  await tab.expectSaved();
  await expect(await goalOf(app)).toHaveText('53,000');
  await expect
    .poll(async () => {
      const file = await decode(await readFile(page, own));
      return file.ok && JSON.stringify([...file.value.facts.recs.values()]).includes('5300000');
    })
    .toBe(true);
  expect(await namesIn(page)).toEqual([OTHER, own].sort());
});

test('an undo after the file was written holds for everyone, and the other device’s copy brings nothing back', async ({
  page,
}) => {
  const app = await open(page);
  const own = await choose(app);
  const before = await readFile(page, own);
  await app.goTo('倒推');
  await app.type(await goalOf(app), '45000');
  await app.expectSaved();
  await expect.poll(async () => String(await readFile(page, own)) !== String(before)).toBe(true);
  const theirs = await readFile(page, own);
  await app.button(/^撤销/).click();
  await expect(await goalOf(app)).toHaveText('41,000');
  // Another device has read the file with what was undone, and writes it back.
  await putFile(page, OTHER, theirs);
  await toPanel(app);
  await look(app);
  await expect(line(app, '王雨桐, 手机')).toContainText(/已合并|已读/);
  await app.goTo('倒推');
  await expect(await goalOf(app)).toHaveText('41,000');
  // The file says the undo, so that theirs follows.
  await expect
    .poll(async () => {
      const file = await decode(await readFile(page, own));
      const old = await decode(theirs);
      if (!file.ok || !old.ok) return null;
      const both = join(old.value.facts, file.value.facts);
      const id = [...both.recs.keys()].find((each) => /^goal\/.*\/2026-11/.test(each))!;
      return both.recs.get(id)!.v['amount'];
    })
    .toBe(4_100_000);
});

test('two values of one cell wait for the user, in the bar and in the panel', async ({ page }) => {
  const app = await open(page);
  const bytes = await readFile(page, await choose(app));
  await app.goTo('倒推');
  await app.type(await goalOf(app), '45000');
  await app.expectSaved();
  await putFile(page, OTHER, await withGoal(bytes, 52_000));
  await toPanel(app);
  await look(app);
  await expect(page.getByRole('banner').getByRole('button', { name: '1 处冲突待定' })).toBeVisible();
  await panel(app).getByRole('button', { name: '去决定' }).click();
  await expect(page.getByText('52,000').first()).toBeVisible();
});

test('after a reload the folder is asked for again with one click where the browser wants that', async ({
  page,
}) => {
  const app = await open(page);
  const own = await choose(app);
  await page.addInitScript(() => {
    let state = 'prompt';
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: () => Promise.resolve(state),
      requestPermission: () => Promise.resolve((state = 'granted')),
    });
  });
  await page.reload();
  await page.getByRole('banner').getByRole('button', { name: '团队文件夹：待允许' }).click();
  await expect(page.getByRole('banner').getByRole('button', { name: '团队文件夹：待允许' })).toBeHidden();
  await putFile(page, OTHER, await withGoal(await readFile(page, own), 52_000));
  await look(app);
  await expect(line(app, '王雨桐, 手机')).toContainText('已合并');
  expect(await namesIn(page)).toEqual([OTHER, own].sort());
});

test('a browser that can’t keep files in folders says what to do instead', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
  const app = await AppPage.open(page);
  await app.startAlone();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(page.url().replace(/\/[^/]*$/, '/versions'));
  await expect(panel(app)).toContainText('可以改用上面的备份');
});
