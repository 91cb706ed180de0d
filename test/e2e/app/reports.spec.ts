import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { followedPlan, openFollowed } from './followed-plan.ts';
import { expect, test } from './test.ts';

const { reports: words } = chinese;

async function openReports(app: AppPage): Promise<void> {
  await openFollowed(app, '报告');
  await expect(app.page.getByRole('heading', { name: words.weekTitle(47) })).toBeVisible();
  await expect(part(app, words.parts.results)).toContainText('本月成交');
}
const part = ({ page }: AppPage, name: string) => page.getByRole('region', { name, exact: true });
const preview = ({ page }: AppPage) => page.getByRole('region', { name: words.preview });

test('a report is drafted, rewritten in place, and follows the numbers again when asked', async ({
  page,
}) => {
  const app = await AppPage.open(page);
  await openReports(app);
  const problems = part(app, words.parts.problems);
  await expect(problems).toContainText('冯一诺的接通转深沟下降');
  await page.getByRole('button', { name: words.editPart(words.parts.problems) }).click();
  await problems.getByRole('textbox').fill('量不足的两个人下周单独看。');
  await problems.getByRole('button', { name: words.save }).click();
  await expect(problems).toContainText(words.edited);
  await expect(preview(app)).toContainText('量不足的两个人下周单独看。');
  await expect(preview(app)).not.toContainText('冯一诺的接通转深沟下降');
  await app.expectSaved();
  await page.reload();
  await expect(problems).toContainText('量不足的两个人下周单独看。');
  await problems.getByRole('button', { name: words.restore }).click();
  await expect(problems).toContainText('冯一诺的接通转深沟下降');
});

test('a report is copied as plain text in one tap, kept, and found again', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = await AppPage.open(page);
  await openReports(app);
  await page.getByRole('button', { name: words.copy }).click();
  await expect(page.getByText(words.copied)).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^【全部成员周报】第 47 周，11-16 至 11-20\n\n关键成果\n1\. 本月成交 ¥/);
  expect(text).toContain('\n\n下周计划\n');
  const kept = page.getByRole('region', { name: words.kept });
  await expect(kept).toContainText(words.sentOn('11-20'));
  await kept.getByRole('searchbox').fill('没有这个词');
  await expect(kept).toContainText(words.noneFound);
  await kept.getByRole('searchbox').fill('冯一诺');
  await kept.getByRole('button', { name: words.open }).click();
  await expect(preview(app)).toContainText('【全部成员周报】');
  await page.getByRole('button', { name: words.backToDraft }).click();
});

test('where the browser keeps its clipboard, the text is selected to be copied by keys', async ({ page }) => {
  const app = await AppPage.open(page);
  await openReports(app);
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('no')) },
    });
  });
  await page.getByRole('button', { name: words.copy }).click();
  await expect(page.getByText(words.notCopied)).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toContain('关键成果');
});

test('a number of a sentence opens what it comes from', async ({ page }) => {
  const app = await AppPage.open(page);
  await openReports(app);
  await part(app, words.parts.results).getByRole('button', { name: '93%' }).first().click();
  await expect(page.getByRole('heading', { name: chinese.dashboard.funnel })).toBeVisible();
});

test('what was decided comes back next week until it is done', async ({ page }) => {
  const app = await AppPage.open(page);
  await openReports(app);
  const meeting = page.getByRole('region', { name: words.meeting });
  await meeting.getByRole('textbox', { name: words.what }).fill('吴桐上午时间表');
  await meeting.getByRole('textbox', { name: words.owner }).fill('陈经理');
  await meeting.getByLabel(words.until).fill('2026-11-25');
  await meeting.getByRole('button', { name: words.add }).click();
  await expect(part(app, words.parts.plan.week)).toContainText('吴桐上午时间表，负责人：陈经理，到 11-25。');
  await page.getByRole('button', { name: words.later.week }).click();
  const box = meeting.getByRole('checkbox', { name: words.markDone('吴桐上午时间表') });
  await expect(box).not.toBeChecked();
  await box.check();
  await expect(box).toBeChecked();
  await expect(part(app, words.parts.plan.week)).not.toContainText('吴桐上午时间表');
});

test('a rep has a daily report of the last day with entries', async ({ page }) => {
  const app = await AppPage.open(page);
  await openReports(app);
  await page.getByRole('combobox', { name: words.of }).selectOption({ label: '　　林晓' });
  await page.getByRole('button', { name: words.day, exact: true }).click();
  await expect(page.getByRole('heading', { name: words.dayTitle('11-19') })).toBeVisible();
  await expect(part(app, words.parts.results)).toContainText('当天外呼');
  await expect(part(app, words.parts.plan.day)).toContainText('明天要做：外呼');
});

for (const [locale, own] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  for (const [name, viewport] of [
    ['a desk', { width: 1366, height: 768 }],
    ['a phone', { width: 390, height: 844 }],
  ] as const)
    test.describe(`axe on ${name} in ${locale}`, () => {
      test.use({ locale, viewport });
      test('finds nothing on reports', async ({ page }) => {
        const app = await AppPage.open(page);
        await app.openPlanFile(own.quickstart.openFile, await followedPlan(locale === 'en-US' ? 'en' : 'zh'));
        await expect(page).toHaveURL(/plan\//);
        await page.evaluate(() => (location.hash = location.hash.replace(/[^/]*$/, 'reports')));
        await expect(
          page.getByRole('region', { name: own.reports.parts.results, exact: true }),
        ).toContainText('¥');
        const axe = checker(page);
        await axe.look('reports');
        expect(axe.found).toEqual([]);
      });
    });
