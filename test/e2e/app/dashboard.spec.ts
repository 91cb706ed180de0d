import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { followedPlan, openFollowed } from './followed-plan.ts';
import { expect, test } from './test.ts';

const { dashboard: board, alerts } = chinese;

async function openBoard(app: AppPage): Promise<void> {
  await openFollowed(app, '看板');
  await expect(app.page.getByRole('heading', { name: board.funnel })).toBeVisible();
}

test('the dashboard tells the month, and who needs something, with the evidence', async ({ page }) => {
  const app = await AppPage.open(page);
  await openBoard(app);
  const tiles = page.getByRole('region', { name: board.tiles });
  await expect(tiles).toContainText('¥19.1万');
  await expect(tiles).toContainText('应到 ¥20.7万，93%');
  await expect(page.getByRole('img', { name: /^已成交/ })).toBeVisible();
  const rows = page.getByRole('table', { name: board.reps }).getByRole('row');
  await expect(rows).toHaveCount(13);
  // The least likely stands on top.
  await expect(rows.nth(1)).toContainText('吴桐');
  await expect(rows.nth(1)).toContainText(board.status.execution);
  await expect(rows.filter({ hasText: '冯一诺' })).toContainText('能力：接通转深沟偏低');
  const list = page.getByRole('region', { name: alerts.title });
  await expect(list).toContainText('冯一诺的接通转深沟下降');
  await expect(list).toContainText('实绩缺 1 天');
});

test('the reps are sorted by any column, and one is looked at alone', async ({ page }) => {
  const app = await AppPage.open(page);
  await openBoard(app);
  const table = page.getByRole('table', { name: board.reps });
  await table.getByRole('button', { name: new RegExp(`^${board.columns.won}`) }).click();
  await expect(
    table.getByRole('columnheader', { name: new RegExp(`^${board.columns.won}`) }),
  ).toHaveAttribute('aria-sort', 'descending');
  await expect(table.getByRole('row').nth(1)).toContainText('许诺');
  await table.getByRole('button', { name: '冯一诺' }).click();
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('region', { name: alerts.title })).not.toContainText('吴桐');
  // Asked again, the chain behind it.
  await table.getByRole('button', { name: '冯一诺' }).click();
  await app.expectSheet('倒推');
  await expect(page.getByRole('complementary')).toContainText('冯一诺');
});

test('an alert is put off or done, kept so, and brought back', async ({ page }) => {
  const app = await AppPage.open(page);
  await openBoard(app);
  const list = page.getByRole('region', { name: alerts.title });
  const entry = list.getByRole('listitem').filter({ hasText: '冯一诺' });
  await entry.getByRole('button', { name: alerts.later }).click();
  await expect(entry).toHaveCount(0);
  await expect(list).toContainText(alerts.hidden(1));
  await app.expectSaved();
  await page.reload();
  await expect(list).toContainText(alerts.hidden(1));
  await expect(entry).toHaveCount(0);
  await list.getByRole('button', { name: alerts.show }).click();
  await expect(entry).toContainText('11-27 再提醒');
  await entry.getByRole('button', { name: alerts.back }).click();
  await expect(entry.getByRole('button', { name: alerts.done })).toBeVisible();
  await entry.getByRole('button', { name: alerts.done }).click();
  // What is put away is still being looked at.
  await expect(entry).toContainText('11-20 处理好');
  await page.getByRole('button', { name: /^撤销：/ }).click();
  await expect(entry.getByRole('button', { name: alerts.done })).toBeVisible();
});

test('a plan without goals and days says what is missing and where it is typed', async ({ page }) => {
  const app = await AppPage.open(page);
  await app.startAlone();
  await page.getByRole('link', { name: '看板', exact: true }).click();
  await expect(page.getByText(board.noDays)).toBeVisible();
  await page.getByRole('button', { name: '下个月' }).click();
  await page.getByRole('button', { name: '下个月' }).click();
  await page.getByRole('button', { name: board.toGoals }).click();
  await app.expectSheet('目标');
});

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  for (const [name, viewport] of [
    ['a desk', { width: 1366, height: 768 }],
    ['a phone', { width: 390, height: 844 }],
  ] as const)
    test.describe(`axe on ${name} in ${locale}`, () => {
      test.use({ locale, viewport });
      test('finds nothing on the dashboard', async ({ page }) => {
        const app = await AppPage.open(page);
        await app.openPlanFile(
          words.quickstart.openFile,
          await followedPlan(locale === 'en-US' ? 'en' : 'zh'),
        );
        await expect(page).toHaveURL(/plan\//);
        await page.evaluate(() => (location.hash = location.hash.replace(/[^/]*$/, 'dashboard')));
        await expect(page.getByRole('heading', { name: words.dashboard.funnel })).toBeVisible();
        await expect(
          page.getByRole('region', { name: words.alerts.title }).getByRole('listitem').first(),
        ).toBeVisible();
        const axe = checker(page);
        await axe.look('dashboard');
        expect(axe.found).toEqual([]);
      });
    });
