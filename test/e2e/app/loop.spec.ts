import type { Locator, Page } from '@playwright/test';
import { messages } from '../../../src/i18n/zh-CN/index.ts';
import { clipboardText, pasteText, tsv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { MONTH, replayed, WEEK, type Row } from './replay.ts';
import { expect, test } from './test.ts';

const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
const { actuals, daily, review, reports, why } = messages;
const replay = replayed();
const HISTORY = ['rep', 'month', 'dials', 'connects', 'talk60', 'intent_AC', 'wins', 'revenue'];
const DAY = ['date', 'rep', 'dials', 'connects', 'talk60'];
const RESULT = ['rep', 'month', 'intent_AC', 'wins', 'revenue'];
const GOAL = 600_000;
/** Whose phone it is. */
const me = replay.reps[0]!;

const table = (columns: readonly string[], rows: readonly Row[]): string =>
  tsv([[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
const until = (day: string): Row[] => replay.days.filter(({ date }) => date! <= day);
const of = (rep: string, day: string): Row | undefined =>
  replay.days.find((row) => row['rep'] === rep && row['date'] === day);
const dialsOf = (rep: string, days: readonly string[]): number =>
  days.reduce((sum, day) => sum + Number(of(rep, day)?.['dials'] ?? 0), 0);
const amount = (text: string): number => Number(text.replace(/[^\d−.]/g, '').replace('−', '-'));
const figure = (value: number): string => value.toLocaleString('en-US');

/** A month of a real team, from its history to the report of how it ended. */
class Loop extends AppPage {
  static async begin(page: Page): Promise<Loop> {
    await page.clock.setFixedTime(new Date(`${WEEK[0]!}T08:50:00+08:00`));
    await page.goto('./');
    const loop = new Loop(page);
    await expect(loop.perDayOutput.first()).toBeVisible();
    return loop;
  }

  async planFromHistory(): Promise<void> {
    await pasteText(this.page, table(HISTORY, replay.months));
    await expect(this.page.getByText(/识别/)).toBeVisible();
    await this.button('本月').click();
    await this.goal.fill(String(GOAL));
    await this.goal.press('Tab');
    await this.button('打开计划').click();
    await expect(this.page).toHaveURL(/(backcast|today)$/);
  }

  async go(screen: string): Promise<void> {
    await this.page.evaluate(
      (to) => (location.hash = location.hash.replace(/^(#\/plan\/[^/]+).*/, `$1/${to}`)),
      screen,
    );
  }

  /** The page was left open, and is looked at again. */
  async wakeOn(day: string, time = '08:50'): Promise<void> {
    await this.page.clock.setFixedTime(new Date(`${day}T${time}:00+08:00`));
    await this.page.evaluate(() => dispatchEvent(new Event('pageshow')));
  }

  get effect(): Locator {
    return this.page.getByRole('complementary', { name: messages.imports.effect.title });
  }

  async pasteExport(text: string): Promise<void> {
    await this.go('actuals');
    await this.page.locator('[data-row="2"][data-column="2"]').click();
    await pasteText(this.page, text);
    await expect(this.button(/^导入 \d+ 行/)).toBeVisible();
  }

  async takeIn(): Promise<void> {
    await this.button(/^导入 \d+ 行/).click();
    await expect(this.page).toHaveURL(/actuals$/);
    await this.expectSheet('实绩');
  }

  pace(rep: string, column: string): Promise<Locator> {
    return this.cell('实绩', rep, `.*${column}`);
  }

  /** The quota of a day to come. */
  quota(rep: string, day: string): Promise<Locator> {
    return this.cell('实绩', rep, `.*6月${String(Number(day.slice(8)))}日`);
  }

  /** What is behind is made up as chosen: what was handed out for the days to come changes with it. */
  async catchUp(): Promise<void> {
    const opener = this.button(`${why.dock.open} · ${actuals.checks.dock}`);
    if (await opener.isVisible()) await opener.click();
    const quota = await this.quota(me, `${MONTH}-12`);
    const before = await quota.textContent();
    await this.page.getByRole('radio', { name: actuals.catchUp.over.none }).check();
    await this.button(actuals.catchUp.apply(actuals.catchUp.over.none)).click();
    await expect(quota).not.toHaveText(before ?? '');
  }

  async monthEnds(): Promise<void> {
    await this.wakeOn('2024-07-01');
    await this.pasteExport(table(DAY, replay.days));
    await this.takeIn();
    await this.pasteExport(table(RESULT, replay.ended));
    await this.takeIn();
  }

  /** Its headline, and the parts that lead from the goal to what was won. */
  async expectReview(): Promise<void> {
    await this.go('review');
    const won = replay.ended.reduce((sum, { revenue }) => sum + Number(revenue), 0);
    const gap = won - GOAL;
    const headline = this.page.getByRole('heading', { level: 1 });
    await expect(headline).toContainText(`2024年6月${gap < 0 ? '差' : '超出'} ¥${figure(Math.abs(gap))}`);
    await this.button('看成表格').click();
    const rows = this.page.getByRole('region', { name: '从目标到实际' }).locator('tbody tr');
    const parts = (await rows.locator('td:nth-of-type(1)').allTextContents()).map(amount);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.reduce((sum, each) => sum + each, 0)).toBe(gap);
    await expect(this.page.getByRole('table', { name: review.table.label })).toContainText(me);
  }

  async expectReportCopied(): Promise<void> {
    await this.go('reports');
    await expect(this.page.getByRole('region', { name: reports.parts.results, exact: true })).toContainText(
      '¥',
    );
    await this.button(reports.copy).click();
    await expect(this.page.getByText(reports.copied)).toBeVisible();
    const text = await clipboardText(this.page);
    expect(text).toMatch(/^【.+周报】第 \d+ 周/);
    for (const part of [reports.parts.results, reports.parts.problems])
      expect(text).toContain(`\n\n${part}\n`);
    expect(text).toMatch(/¥[\d,.]+/);
    expect(text).not.toMatch(/undefined|NaN|<[a-z]/);
  }
}

test.describe(`a month of ${replay.source}, from its plan to its report`, () => {
  test.setTimeout(90_000);

  test('on a desk: every morning’s export grows, and says what it would change', async ({ page }) => {
    const app = await Loop.begin(page);
    await app.planFromHistory();
    await app.go('actuals');
    await app.button(actuals.catchUp.handOut(replay.reps.length)).click();
    await expect(page.getByText(actuals.catchUp.handed('06-03'))).toBeVisible();

    await app.wakeOn(WEEK[1]!);
    const monday = until(WEEK[0]!);
    await app.pasteExport(table(DAY, monday));
    await app.takeIn();
    await expect(await app.pace(me, '已做')).toHaveText(figure(dialsOf(me, WEEK.slice(0, 1))));

    const written = await app.quota(me, WEEK[0]!);
    await expect(written).toHaveClass(/m-pasted/);

    // Tuesday's file brings Monday again, with one number put right.
    await app.wakeOn(WEEK[2]!);
    const putRight = until(WEEK[1]!).map((row) =>
      row === of(me, WEEK[0]!) ? { ...row, dials: String(Number(row['dials']) + 5) } : row,
    );
    await app.pasteExport(table(DAY, putRight));
    await expect(app.effect).toContainText(`改掉现有的数1`);
    await expect(app.effect).toContainText(`和现有一样${String(monday.length * 3 - 1)}`);
    await app.effect.getByText('看是哪些').first().click();
    await expect(app.effect).toContainText(`${me} ${WEEK[0]!} 外呼`);
    await app.takeIn();
    await expect(await app.pace(me, '已做')).toHaveText(figure(dialsOf(me, WEEK.slice(0, 2)) + 5));

    await app.wakeOn(WEEK[4]!);
    await app.pasteExport(table(DAY, until(WEEK[3]!)));
    await app.takeIn();
    for (const rep of replay.reps)
      await expect(await app.pace(rep, '已做')).toHaveText(figure(dialsOf(rep, WEEK.slice(0, 4))));
    await app.catchUp();
    // Only until the next act.
    await expect(await app.quota(me, WEEK[3]!)).not.toHaveClass(/m-pasted/);

    await app.monthEnds();
    await app.expectReview();
    await app.expectReportCopied();
  });
});

test.describe(`a week of ${replay.source} on a phone`, () => {
  test.use(PHONE);
  test.setTimeout(90_000);

  test('is tapped day by day, imported once, made up, reviewed and reported', async ({ page }) => {
    const app = await Loop.begin(page);
    await app.planFromHistory();
    await page.getByRole('link', { name: new RegExp(`^${me}( |$)`) }).tap();
    await page.getByRole('link', { name: `${me}的今日` }).tap();
    await app.button(daily.me.choose).tap();
    const counters = page.getByRole('list', { name: daily.counters });
    const dials = counters.getByRole('textbox', { name: '外呼' });
    const worked = WEEK.filter((day) => of(me, day));
    for (const day of worked) {
      await app.wakeOn(day, '17:30');
      await expect(dials).toHaveValue('');
      const own = of(me, day)!;
      await dials.fill(String(Number(own['dials']) - 1));
      await counters.getByRole('button', { name: daily.add('外呼') }).tap();
      await expect(dials).toHaveValue(own['dials']!);
      await counters.getByRole('textbox', { name: '接通' }).fill(own['connects']!);
      await app.expectSaved();
    }
    await page.reload();
    await expect(dials).toHaveValue(of(me, worked.at(-1)!)!['dials']!);

    // The others' days come by the team's export; the own ones are there already.
    await app.wakeOn(`${MONTH}-08`);
    await app.pasteExport(table(DAY, until(WEEK[4]!)));
    await app.takeIn();
    await expect(await app.pace(me, '已做')).toHaveText(figure(dialsOf(me, WEEK)));
    await app.catchUp();
    await app.monthEnds();
    await app.expectReview();
    await app.expectReportCopied();
  });
});
