import type { Locator, Page } from '@playwright/test';
import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

const go = async (page: Page, screen: string) => {
  await page.evaluate((to) => (location.hash = location.hash.replace(/[^/]+$/, to)), screen);
  await expect(page).toHaveURL(new RegExp(`${screen}$`));
};

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test('axe finds nothing on the ways to close a gap, and on a what-if with its changes', async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const app = await AppPage.open(page);
      const { found, look } = checker(page);
      await app.button(new RegExp(`^${words.quickstart.sourcesPhone.sample}`)).click();
      await app.button(words.quickstart.openPlan).click();
      await app.expectSheet(words.sheets.name.backcast);
      const dial = page.getByRole('group', { name: words.odds.dial, exact: true });
      await dial.getByRole('button', { name: '80%' }).click();
      await page.locator('[data-row="0"][data-column="9"]').click();
      await app.button(words.load.ways).click();
      await expect(app.dialog.getByRole('listitem').first()).toBeVisible();
      await look('offers');
      await app.dialog.getByRole('button', { name: words.load.choose }).first().click();
      await look('what an offer changes');
      await page.keyboard.press('Escape');
      await app.button(words.app.nav.newWhatIf).click();
      await app.type(page.locator('[data-row="2"][data-column="3"]'), '60000');
      await app.button(words.whatIf.changes(1)).click();
      await look('a what-if and its changes');
      expect(found).toEqual([]);
    });
  });

test.describe('where the system sets the colours', () => {
  test.use({ forcedColors: 'active' });
  const seen = (element: Locator) =>
    element.evaluate((at) => {
      const { backgroundColor, outlineColor, outlineStyle, outlineWidth } = getComputedStyle(at);
      return { ground: backgroundColor, line: outlineColor, style: outlineStyle, width: outlineWidth };
    });

  test('the active cell, a selection, what is pressed and what is at hand in a list are told apart', async ({
    page,
  }) => {
    const app = await AppPage.open(page);
    await app.startWithSample();
    const [from, to] = [
      page.locator('[data-row="3"][data-column="5"]'),
      page.locator('[data-row="5"][data-column="6"]'),
    ];
    await from.click();
    await to.click({ modifiers: ['Shift'] });
    const [active, chosen, beside] = await Promise.all([
      seen(from),
      seen(to),
      seen(page.locator('[data-row="6"][data-column="6"]')),
    ]);
    expect(active).toMatchObject({ style: 'solid', width: '2px' });
    expect(active.line).not.toBe(active.ground);
    expect(chosen.ground).not.toBe(beside.ground);
    const dial = page.getByRole('group', { name: '把握', exact: true });
    const pressed = await seen(dial.getByRole('button', { pressed: true }));
    expect(pressed.ground).not.toBe((await seen(dial.getByRole('button', { name: '80%' }))).ground);
    await page.keyboard.press('ControlOrMeta+k');
    const options = app.dialog.getByRole('option');
    expect((await seen(options.first())).ground).not.toBe((await seen(options.nth(1))).ground);
  });
});

test.describe('at twice the size', () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

  /** Controls that no scrolling brings into sight, or that something lies on; those of the grid scroll by cells. */
  const lost = (page: Page) =>
    page.evaluate(() => {
      const controls = [...document.querySelectorAll('button, a[href], input, select, textarea')];
      const isShown = (at: Element) =>
        at.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const isLost = (at: Element) => {
        at.scrollIntoView({ block: 'center', inline: 'nearest' });
        const { left, right, top, bottom } = at.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const hit = document.elementFromPoint(x, y);
        return (
          left < -1 ||
          right > innerWidth + 1 ||
          !hit ||
          !(at.contains(hit) || hit.closest('label')?.contains(at))
        );
      };
      const names = controls
        .filter((at) => !at.closest('.scroller') && !at.classList.contains('sink') && isShown(at))
        .filter((at) => !at.closest('.skip') && isLost(at))
        .map((at) => at.getAttribute('aria-label') ?? at.textContent.trim());
      const { scrollWidth, clientWidth } = document.documentElement;
      return [...names, ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [])];
    });

  for (const [locale, words] of [
    ['zh-CN', chinese],
    ['en-US', english],
  ] as const)
    test.describe(`in ${locale}`, () => {
      test.use({ locale });
      test('no control is lost', async ({ page }) => {
        const app = await AppPage.open(page);
        await expect(app.perDayOutput).toBeVisible();
        expect(await lost(page)).toEqual([]);
        await app.button(new RegExp(`^${words.quickstart.sourcesPhone.sample}`)).click();
        await app.button(words.quickstart.openPlan).click();
        for (const sheet of ['backcast', 'goals', 'team', 'history'] as const) {
          await go(page, sheet);
          await app.expectSheet(words.sheets.name[sheet]);
          expect(await lost(page)).toEqual([]);
        }
        await go(page, 'settings');
        await expect(page.getByRole('heading', { name: words.settings.appTitle })).toBeVisible();
        expect(await lost(page)).toEqual([]);
        await go(page, 'import');
        await expect(page.getByRole('heading', { name: words.imports.title })).toBeVisible();
        expect(await lost(page)).toEqual([]);
      });
    });
});
