import { expect, type CDPSession, type Locator, type Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The grid's test page, with the words its specs use. Rows and columns count from 0. */
export class SheetPage {
  constructor(readonly page: Page) {}

  static async open(page: Page, query = 'rows=300'): Promise<SheetPage> {
    await page.goto(`/test/pages/grid.html?${query}`);
    await page.locator('.row').first().waitFor();
    // What else a sheet can do comes once it stands; from a server of sources that takes longer than from a disk.
    await page.waitForLoadState('networkidle');
    return new SheetPage(page);
  }

  cell(row: number, column: number): Locator {
    return this.page.locator(`[data-row="${row}"][data-column="${column}"]`);
  }

  get editor(): Locator {
    return this.page.locator('textarea.sink');
  }

  async click(row: number, column: number): Promise<void> {
    await this.cell(row, column).click();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types into the active cell and leaves it downward. */
  async enter(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async expectActive(row: number, column: number): Promise<void> {
    await expect(this.cell(row, column)).toHaveClass(/ active/);
  }

  async expectSelected(count: number): Promise<void> {
    await expect(this.page.locator('[role=gridcell][aria-selected=true]')).toHaveCount(count);
  }

  async expectText(row: number, column: number, text: string | RegExp): Promise<void> {
    await expect(this.cell(row, column).locator('.t')).toHaveText(text);
  }

  async output(name: 'stats' | 'calls' | 'selection'): Promise<string> {
    return (await this.page.getByTestId(name).textContent()) ?? '';
  }

  async center(row: number, column: number): Promise<{ x: number; y: number }> {
    const box = await this.cell(row, column).boundingBox();
    if (!box) throw new Error(`cell ${row} ${column} is not drawn`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.page.mouse.move(to.x, to.y);
    await this.page.mouse.up();
  }

  async middle(part: Locator): Promise<Point> {
    const box = await part.boundingBox();
    if (!box) throw new Error('this part is not drawn');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** A finger on the glass, as the browser gets it from the screen. */
  async finger() {
    const devtools = await this.devtools();
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
    const down = (at: Point) => touch('touchStart', at);
    const up = () => touch('touchEnd');
    const swipe = async (from: Point, to: Point) => {
      const STEPS = 10;
      await down(from);
      for (let step = 1; step <= STEPS; step++) {
        const part = step / STEPS;
        await touch('touchMove', {
          x: from.x + (to.x - from.x) * part,
          y: from.y + (to.y - from.y) * part,
        });
      }
      await up();
    };
    return { down, up, swipe };
  }

  devtools(): Promise<CDPSession> {
    return this.page.context().newCDPSession(this.page);
  }
}
