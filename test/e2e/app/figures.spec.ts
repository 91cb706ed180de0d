import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { figuresPlan } from './followed-plan.ts';
import { expect, test } from './test.ts';

const { dashboard: board, chain } = chinese;

async function openBoard(app: AppPage): Promise<void> {
  await app.openPlanFile('打开已有文件', await figuresPlan());
  await app.expectSheet('倒推');
  await app.page.getByRole('link', { name: '看板', exact: true }).click();
}

test('the chance says how it has moved in a week', async ({ page }) => {
  const app = await AppPage.open(page);
  await openBoard(app);
  const tiles = page.getByRole('region', { name: board.tiles });
  await expect(tiles.getByText(/^(比上周[高低] \d+ 个百分点|与上周持平)$/)).toBeVisible();
  // A day of this week that brought more: the chance of today rises, and with it the difference.
  const change = tiles.getByText(/上周/);
  const was = await change.textContent();
  await page.getByRole('table', { name: board.reps }).getByRole('button', { name: '许诺' }).click();
  await expect(change).not.toHaveText(was ?? '');
});

test('customers, ticket, share and margin open to everybody’s own and to the history', async ({ page }) => {
  const app = await AppPage.open(page);
  await openBoard(app);
  const line = page.getByRole('group', { name: board.more });
  await expect(line.getByRole('button')).toHaveCount(4);
  await line.getByRole('button', { name: new RegExp(`^${chain.measure['margin'] ?? ''}`) }).click();
  const table = page.getByRole('table', { name: chain.measure['margin'] ?? '' });
  await expect(table.getByRole('row')).toHaveCount(14);
  await expect(table.getByRole('row', { name: /^许诺/ })).toContainText('¥9,882');
  await table.getByRole('button', { name: '许诺' }).click();
  await expect(table.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: board.toHistory }).click();
  await app.expectSheet('历史');
  await expect(await app.cell('历史', '许诺', '毛利 2026年11月')).toContainText(/\d/);
});

test('what is followed is chosen in the settings, and typed in the history', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await page.evaluate(() => (location.hash = location.hash.replace(/[^/]*$/, 'settings')));
  await page.getByRole('checkbox', { name: /^毛利/ }).check();
  await app.expectSaved();
  await app.goTo('历史');
  const cell = await app.cell('历史', /我/, '毛利 2026年10月');
  await cell.dblclick();
  await page.keyboard.type('8000');
  await page.keyboard.press('Enter');
  await expect(cell).toContainText('8,000');
  await page.getByRole('link', { name: '看板', exact: true }).click();
  await page.getByRole('button', { name: '上个月' }).click();
  await expect(page.getByRole('group', { name: board.more })).toContainText('占成交 31%');
});

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ])
    test.describe(`axe at ${viewport.width} in ${locale}`, () => {
      test.use({ locale, viewport });
      test('finds nothing in an opened figure', async ({ page }) => {
        const app = await AppPage.open(page);
        await app.openPlanFile(
          words.quickstart.openFile,
          await figuresPlan(locale === 'en-US' ? 'en' : 'zh'),
        );
        await expect(page).toHaveURL(/plan\//);
        await page.evaluate(() => (location.hash = location.hash.replace(/[^/]*$/, 'dashboard')));
        const line = page.getByRole('group', { name: words.dashboard.more });
        await line.getByRole('button').last().click();
        await expect(page.getByRole('button', { name: words.dashboard.toHistory })).toBeVisible();
        const axe = checker(page);
        await axe.look('figures');
        expect(axe.found).toEqual([]);
      });
    });
