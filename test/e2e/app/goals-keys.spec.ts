import type { Locator, Page } from '@playwright/test';
import { AppPage } from './app-page.ts';
import { bar, Q4, REPS, sumOf, TEAM } from './goals-sheet.ts';
import { expect, test } from './test.ts';

/** Somebody without a mouse: keys only, never on a page without a focus. */
class Keys {
  readonly #page: Page;

  constructor(private readonly app: AppPage) {
    this.#page = app.page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async type(text: string, ...then: string[]): Promise<void> {
    await this.#page.keyboard.type(text);
    await this.press(...then);
  }

  /** Goes on with Tab until what is looked for has the focus. */
  async tabTo(wanted: Locator): Promise<void> {
    const FAR = 120;
    await expect(wanted).toBeVisible();
    for (let i = 0; i < FAR; i++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab does not reach ${wanted.toString()}`);
  }

  async choose(wanted: Locator): Promise<void> {
    await this.tabTo(wanted);
    await this.press('Enter');
  }

  /** From the sheet back to what stands over it. */
  tools(): Promise<void> {
    return this.press('Shift+F6');
  }

  /** Whether what is done next by a key has somewhere to go. */
  async expectFocus(): Promise<void> {
    await expect.poll(() => this.#page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  }

  async expectSheet(): Promise<void> {
    await expect(this.#page.locator('textarea.sink')).toBeFocused();
  }

  /** Walks with the arrows to a cell of the sheet. */
  async goTo(row: string, column: string): Promise<Locator> {
    if (!(await this.isInSheet())) await this.tabTo(this.#page.locator('textarea.sink'));
    const cell = await this.app.cell('目标', row, column);
    const FAR = 60;
    for (let i = 0; i < FAR; i++) {
      const key = await this.#way(cell);
      if (key === null) return cell;
      await this.press(key);
    }
    throw new Error(`the arrows do not reach ${row} ${column}`);
  }

  private isInSheet(): Promise<boolean> {
    return this.#page.evaluate(() => document.activeElement?.matches('textarea.sink') === true);
  }

  /** The arrow toward a cell; null = it is there. */
  async #way(cell: Locator): Promise<string | null> {
    const at = async (of: Locator) => {
      const places = ['data-row', 'data-column'] as const;
      const [row, column] = await Promise.all(places.map((place) => of.getAttribute(place)));
      return [Number(row), Number(column)] as const;
    };
    const active = this.app.sheet('目标').locator('.cell.active');
    const [[row, column], [toRow, toColumn]] = [await at(active.first()), await at(cell)];
    if (row !== toRow) return row < toRow ? 'ArrowDown' : 'ArrowUp';
    if (column !== toColumn) return column < toColumn ? 'ArrowRight' : 'ArrowLeft';
    return null;
  }
}

const COMPANY = '华东区';
const said = (page: Page, text: string | RegExp) =>
  page.locator('[role="status"], [role="alert"], [aria-live]').filter({ hasText: text }).first();

test('goals are typed, shared out, locked, refused, unlocked, segmented and undone by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const app = await AppPage.open(page);
  const keys = new Keys(app);

  // From nothing to the sheet.
  await keys.choose(app.button(/^用示例/));
  await expect(app.answer.getByText('林晓')).toBeVisible();
  await keys.choose(app.button('打开计划'));
  await app.expectSheet('倒推');
  await keys.press('Alt+1');
  await app.expectSheet('目标');
  await expect(app.button('季与月')).toHaveAttribute('aria-pressed', 'true');

  // A year for the company, which months that are over keep out of.
  const year = '2026 年 合计';
  await keys.choose(app.button('年').filter({ hasText: /^年$/ }));
  await expect(app.sheet('目标').getByRole('columnheader', { name: year })).toBeVisible();
  await keys.goTo(COMPANY, year);
  await keys.type('1200000', 'Enter');
  await expect(bar(app)).toContainText('改 1 格');
  await expect(said(page, '含已结束的月份 12 格')).toBeVisible();
  await keys.press('F6');
  await keys.choose(app.button('已结束的月份不动'));
  await expect(page.getByText('含已结束的月份')).toBeHidden();
  await expect(app.button(/^应用/)).toBeFocused();

  // Another way of sharing it out, then it is taken.
  const equal = page.getByRole('radio', { name: /^平均/ });
  const chosen = page.getByRole('radio', { name: /^按现值等比/ });
  await expect(chosen).toBeChecked();
  await expect(equal).toBeEnabled();
  await keys.press('F6');
  await expect(chosen).toBeFocused();
  await keys.press('ArrowDown');
  await expect(equal).toBeChecked();
  await expect(equal).toBeFocused();
  await keys.press('Enter');
  await expect(bar(app)).toBeHidden();
  await expect(said(page, /^已改 1 格/)).toBeVisible();
  await keys.expectSheet();
  await expect(await app.cell('目标', COMPANY, year)).toHaveText('1,200,000');

  // A team is locked with a reason.
  await keys.tools();
  await keys.choose(app.button('季与月'));
  const december = `${Q4} 12月`;
  const team = await keys.goTo(TEAM, december);
  await keys.press('Alt+l');
  await expect(app.dialog.getByRole('textbox', { name: '理由' })).toBeFocused();
  await keys.type('已上报', 'Enter');
  await expect(team).toHaveClass(/m-lock/);
  await expect(said(page, '已锁定 电销一组')).toBeVisible();
  await keys.expectSheet();
  await expect(page.getByRole('status', { name: '公式' })).toContainText('已上报');

  // The company can't be less than that: the lock is read, gone to and taken away.
  await keys.goTo(COMPANY, december);
  await keys.type('100', 'Enter');
  await expect(app.dialog).toContainText('锁定放不下');
  await expect(app.dialog).toContainText('已上报');
  const lock = app.dialog.getByRole('button', { name: /^电销一组 · 2026年12月$/ });
  await expect(lock).toBeFocused();
  await keys.press('Enter');
  await expect(app.dialog).toBeHidden();
  await keys.expectSheet();
  await expect(team).toHaveClass(/ active/);
  await keys.press('Alt+l');
  await expect(team).not.toHaveClass(/m-lock/);
  await keys.expectSheet();
  await expect(said(page, '已解锁 电销一组')).toBeVisible();
  await keys.goTo(COMPANY, december);
  await keys.type('480000', 'Enter');
  await expect(bar(app)).toBeVisible();
  await keys.press('Enter');
  await expect(bar(app)).toBeHidden();
  await expect(await app.cell('目标', COMPANY, december)).toHaveText('480,000');

  // Segments: made, typed as rows, and looked at alone.
  await keys.tools();
  await keys.choose(app.button('添加客户段'));
  await keys.choose(app.dialog.getByRole('button', { name: '添加客户段' }));
  await expect(app.dialog.getByRole('textbox', { name: '名称' })).toBeFocused();
  await keys.type('新客');
  await keys.choose(app.dialog.getByRole('button', { name: '完成' }));
  await expect(app.dialog).toBeHidden();
  await keys.expectSheet();
  await keys.tools();
  await keys.choose(app.button('客户段：不分'));
  await expect(page.getByRole('menu')).toBeVisible();
  for (let i = 0; i < 5; i++) {
    if (
      await page
        .getByRole('menuitemradio', { name: '只看 新客' })
        .evaluate((item) => item === document.activeElement)
    )
      break;
    await keys.press('ArrowDown');
  }
  await keys.press('Enter');
  await expect(app.button('客户段：只看 新客')).toBeVisible();
  await keys.expectFocus();
  await keys.goTo(TEAM, december);
  await keys.type('40000', 'Enter');
  await expect(bar(app)).toContainText('成员 4');
  await keys.press('Enter');
  await expect(await app.cell('目标', TEAM, december)).toHaveText('40,000');
  expect(await sumOf(app, REPS, '12月')).toBe(40_000);

  // All of it is undone, step by step.
  for (const step of ['分摊', '输入', '添加', '分摊', '改锁定', '改锁定', '分摊']) {
    await keys.press('ControlOrMeta+z');
    await expect(said(page, `已撤销：${step}`)).toBeVisible();
    await keys.expectFocus();
  }
  await expect(await app.cell('目标', COMPANY, `${Q4} 合计`)).toHaveText('1,080,000');
  await expect(await app.cell('目标', TEAM, december)).toHaveText('120,000');
});
