import { expect, type Locator, type Page } from '@playwright/test';
import { ONE_REP, pasteText, tsv } from '../support.ts';

/** A Friday with working days before and after it: the numbers of the specs do not depend on when they run. */
export const TODAY = '2026-11-20';

/** The app in one tab, with the words its specs use. */
export class AppPage {
  constructor(readonly page: Page) {}

  static async open(page: Page, hash = ''): Promise<AppPage> {
    await page.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
    await page.goto(`./${hash}`);
    return new AppPage(page);
  }

  get goal(): Locator {
    return this.page.getByRole('textbox', { name: '目标金额' });
  }

  get answer(): Locator {
    return this.page.getByRole('region', { name: '答案' });
  }

  get perDay(): Locator {
    return this.answer.locator('output');
  }

  /** The same, in whatever language the page is. */
  get perDayOutput(): Locator {
    return this.page.locator('output');
  }

  get saved(): Locator {
    return this.page.locator('[data-saved]');
  }

  /** What is open over the page: the dialog of a refusal, a question or a name. */
  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async pasteHistory(rows: readonly (readonly string[])[]): Promise<void> {
    await expect(this.perDay).toBeVisible();
    await pasteText(this.page, tsv(rows));
  }

  /** From the first run to the Backcast. */
  async openPlan(): Promise<void> {
    await this.button('打开计划').click();
    await this.expectSheet('倒推');
  }

  async startAlone(): Promise<void> {
    await this.pasteHistory(ONE_REP);
    await expect(this.page.getByText('识别 7 列、6 个月')).toBeVisible();
    await this.openPlan();
  }

  async startWithSample(): Promise<void> {
    await this.button(/^用示例/).click();
    await expect(this.answer.getByText('林晓')).toBeVisible();
    await this.openPlan();
  }

  async startWithTeam(rows: readonly (readonly string[])[]): Promise<void> {
    await this.pasteHistory(rows);
    await expect(this.answer.getByText('成员1', { exact: true })).toBeVisible();
    await this.openPlan();
  }

  async expectSheet(name: string): Promise<void> {
    await expect(this.sheet(name).getByRole('gridcell').first()).toBeVisible();
  }

  async expectSaved(): Promise<void> {
    await expect(this.saved).toHaveAttribute('data-saved', 'saved');
  }

  async goTo(name: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: '工作表' })
      .getByRole('link', { name, exact: true })
      .click();
    await this.expectSheet(name);
  }

  sheet(name: string): Locator {
    return this.page.getByRole('treegrid', { name }).or(this.page.getByRole('grid', { name }));
  }

  async planMenu(item: string): Promise<void> {
    await this.button('计划菜单').click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  row(sheet: string, name: string | RegExp): Locator {
    const exact = typeof name === 'string' ? new RegExp(`^\\d+ (收起 |展开 )?${name}( |$)`) : name;
    return this.sheet(sheet).getByRole('row', { name: exact });
  }

  /** A cell by what its row and its column are called: `('倒推', '林晓', '结果 目标')`. */
  async cell(sheet: string, row: string | RegExp, column: string): Promise<Locator> {
    const header = this.sheet(sheet).getByRole('columnheader', { name: new RegExp(`^${column}`) });
    await this.#scrollTo(sheet, header.first());
    const index = await header.first().getAttribute('aria-colindex');
    return this.row(sheet, row).locator(`[aria-colindex="${index}"]`);
  }

  /** Only columns in sight are drawn: scrolls the sheet sideways until this one is. */
  async #scrollTo(sheet: string, header: Locator): Promise<void> {
    // Less than a phone is wide.
    const STEP = 240;
    await this.expectSheet(sheet);
    /** From the end back to the beginning: on a busy machine a column is drawn after it was passed. */
    const scroll = (left: number) =>
      this.sheet(sheet).evaluate((table, to) => {
        const scroller = table.closest('.scroller');
        scroller?.scrollTo(to, 0);
        return scroller !== null && to + scroller.clientWidth >= scroller.scrollWidth;
      }, left);
    let left = -STEP;
    await expect(async () => {
      if ((await header.count()) > 0) return;
      if (await scroll((left += STEP))) left = -STEP;
      await expect(header).toBeAttached({ timeout: 200 });
    }).toPass({ intervals: [0] });
  }

  /** Types over a cell and leaves it downward. */
  async type(cell: Locator, text: string): Promise<void> {
    await cell.click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async chooseFile(
    button: string,
    file: string | { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    const chosen = this.page.waitForEvent('filechooser');
    await this.button(button).click();
    await (await chosen).setFiles(file);
  }

  /** Opens a plan file the way that is proposed. */
  async openPlanFile(button: string, file: Parameters<AppPage['chooseFile']>[1]): Promise<void> {
    await this.chooseFile(button, file);
    await this.dialog.locator('.btn.go').click();
    await expect(this.dialog).toBeHidden();
  }

  /** The lines of the list of plans. */
  get plans(): Locator {
    return this.page.getByRole('main').getByRole('listitem');
  }

  async goToPlans(): Promise<void> {
    await this.page.getByRole('link', { name: 'Backcast: 计划列表' }).click();
    await expect(this.page.getByRole('heading', { name: '所有计划' })).toBeVisible();
  }

  async goToSettings(): Promise<void> {
    await this.page.getByRole('link', { name: '设置' }).click();
    await expect(this.page.getByRole('heading', { name: '这台设备' })).toBeVisible();
  }
}
