import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { share as chinese } from '../../../src/i18n/zh-CN/share.ts';
import { share as english } from '../../../src/i18n/en/share.ts';
import { filesIn } from '../../../src/files/slice/zip.ts';
import { AppPage, TODAY } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

const PASSPHRASE = 'mako-tiru-veba-soli-nuda';

async function openPanel(app: AppPage): Promise<void> {
  await app.page.getByRole('button', { name: '分享', exact: true }).click();
  await expect(app.page.getByRole('dialog', { name: chinese.title })).toBeVisible();
}

/** The parts of these people only; what they weigh is said before. */
async function chooseParts(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole('radio', { name: chinese.parts.title }).check();
  await page.getByRole('checkbox', { name: chinese.parts.all }).uncheck();
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check();
  await expect(page.getByText(new RegExp(`^${names.length} 份，共 [\\d.]+ KB$`))).toBeVisible();
}

async function downloaded(page: Page, button: string): Promise<{ name: string; path: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** Somebody else's browser. */
async function otherDevice(browser: Browser, url: string): Promise<AppPage> {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
  await page.goto(url);
  return new AppPage(page);
}

const PER_DAY = '倒推：要做到目标，全月需要.* 每日';

test('a rep’s part goes out under a passphrase, comes to the same numbers there, and takes nothing but what is the rep’s', async ({
  page,
  browser,
}) => {
  test.slow();
  const app = await AppPage.open(page);
  await app.startWithSample();
  const perDay = await (await app.cell('倒推', '林晓', PER_DAY)).textContent();
  const chance = await (await app.cell('倒推', '林晓', '达成概率 照现在的步子')).textContent();
  await openPanel(app);
  await chooseParts(page, ['林晓']);
  await page.getByRole('checkbox', { name: chinese.lock.use }).check();
  await page.getByRole('textbox', { name: chinese.lock.label }).fill(PASSPHRASE);
  const part = await downloaded(page, chinese.parts.download(1));
  expect(part.name).toBe('示例团队 林晓.backcast.age');
  await expect(app.dialog.getByRole('row', { name: /林晓/ })).toContainText('今天 10:00');

  const rep = await otherDevice(browser, page.url().replace(/#.*/, ''));
  await expect(rep.goal).toBeVisible();
  await rep.page.goto(`${page.url().replace(/#.*/, '')}#/plans`);
  await rep.chooseFile('打开文件', {
    name: part.name,
    mimeType: 'application/octet-stream',
    buffer: await readFile(part.path),
  });
  const asked = rep.page.getByRole('dialog', { name: chinese.lock.needed(part.name) });
  await asked.getByRole('textbox', { name: chinese.lock.label }).fill('another one');
  await asked.getByRole('button', { name: chinese.lock.open, exact: true }).click();
  await expect(asked).toContainText(chinese.failures.agePassphrase());
  await asked.getByRole('textbox', { name: chinese.lock.label }).fill(PASSPHRASE);
  await asked.getByRole('button', { name: chinese.lock.open, exact: true }).click();

  await rep.dialog.getByRole('button', { name: '打开', exact: true }).click();

  await expect(rep.page.getByText(chinese.part.badge('林晓'))).toBeVisible();
  await rep.goTo('倒推');
  await expect(await rep.cell('倒推', '林晓', PER_DAY)).toHaveText(perDay ?? '');
  await expect(await rep.cell('倒推', '林晓', '达成概率 照现在的步子')).toHaveText(chance ?? '');
  await expect(rep.page.getByText('陈思远')).toHaveCount(0);

  await rep.type(await rep.cell('倒推', '林晓', '结果 目标'), '99000');
  await expect(rep.page.getByText(chinese.part.refused)).toBeVisible();
  await expect(await rep.cell('倒推', '林晓', '结果 目标')).toHaveText('30,000');
  await rep.goTo('实绩');
  await rep.type(await rep.cell('实绩', '林晓', '.*11月20日'), '123');
  await expect(await rep.cell('实绩', '林晓', '.*11月20日')).toHaveText('123');
  await rep.expectSaved();

  await openPanel(rep);
  await expect(rep.dialog.getByText(chinese.backToSender)).toBeVisible();
  await expect(rep.dialog.getByRole('radio', { name: chinese.parts.title })).toHaveCount(0);
  const back = await downloaded(rep.page, chinese.download);
  await app.dialog.getByRole('button', { name: chinese.close }).click();
  await app.goToPlans();
  await app.chooseFile('打开文件', {
    name: back.name,
    mimeType: 'application/octet-stream',
    buffer: await readFile(back.path),
  });
  await app.dialog.getByRole('button', { name: '看会改什么', exact: true }).click();
  await expect(page.getByRole('region', { name: '合并文件' })).toContainText('没有冲突');
  await page.getByRole('button', { name: '应用合并', exact: true }).click();
  await expect(page.getByText('已合并')).toBeVisible();
  await page.getByRole('button', { name: '看计划' }).click();
  await app.goTo('实绩');
  await expect(await app.cell('实绩', '林晓', '.*11月20日')).toHaveText('123');
  // The whole plan has not become the part that it got back.
  await expect(page.getByText(chinese.part.badge('林晓'))).toHaveCount(0);
  await rep.page.context().close();
});

test('all parts leave in one archive, each readable by itself, and the archive opens as its files', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await app.startWithSample();
  await openPanel(app);
  await chooseParts(page, ['林晓', '陈思远', '王雨桐']);
  const archive = await downloaded(page, chinese.parts.download(3));
  expect(archive.name).toBe('示例团队 分片.zip');
  const inside = filesIn(new Uint8Array(await readFile(archive.path)));
  expect(inside.ok && inside.value.map(({ name }) => name)).toEqual([
    '示例团队 林晓.backcast',
    '示例团队 陈思远.backcast',
    '示例团队 王雨桐.backcast',
  ]);
});

test('the age tool opens what is made here', async ({ page }, info) => {
  const age = hasAge();
  test.skip(age === null, 'the age tool and python3 are not on this machine');
  const app = await AppPage.open(page);
  await app.startWithSample();
  await openPanel(app);
  await page.getByRole('checkbox', { name: chinese.lock.use }).check();
  await page.getByRole('textbox', { name: chinese.lock.label }).fill(PASSPHRASE);
  const file = await downloaded(page, chinese.download);
  const plain = info.outputPath('plain.backcast');
  // It wants a terminal to ask on.
  const ask = `import pty,os,sys,time
pid,fd=pty.fork()
if pid==0: os.execvp('age',['age','-d','-o',sys.argv[2],sys.argv[1]])
time.sleep(1); os.read(fd,2000); os.write(fd,b'${PASSPHRASE}\\n')
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid,0)[1]))`;
  execFileSync('python3', ['-c', ask, file.path, plain]);
  const bytes = await readFile(plain);
  expect([bytes[0], bytes[1]]).toEqual([0x1f, 0x8b]);
});

function hasAge(): string | null {
  try {
    execFileSync('python3', ['--version']);
    return execFileSync('age', ['--version']).toString();
  } catch {
    return null;
  }
}

for (const [locale, words, sample, open, button] of [
  ['zh-CN', chinese, /^用示例/, '打开计划', '分享'],
  ['en-US', english, /sample/i, 'Open the plan', 'Share'],
] as const)
  for (const [colorScheme, viewport] of [
    ['light', { width: 1440, height: 900 }],
    ['dark', { width: 390, height: 844 }],
  ] as const)
    test.describe(`axe in ${locale}, ${colorScheme}`, () => {
      test.use({ locale, viewport, colorScheme });
      test('finds nothing on the share panel', async ({ page }) => {
        await AppPage.open(page);
        await page.getByRole('button', { name: sample }).first().click();
        await page.getByRole('button', { name: open }).click();
        await expect(page).toHaveURL(/plan\//);
        if (viewport.width < 700)
          await page.evaluate(() => (location.hash = location.hash.replace(/[^/]*$/, 'more')));
        await page.getByRole('button', { name: button, exact: true }).click();
        await page.getByRole('radio', { name: words.parts.title }).check();
        await page.getByRole('checkbox', { name: words.lock.use }).check();
        await page.getByRole('button', { name: words.lock.make }).click();
        await expect(page.getByText(words.lock.strength.strong)).toBeVisible();
        const axe = checker(page);
        await axe.look('share');
        expect(axe.found).toEqual([]);
      });
    });
