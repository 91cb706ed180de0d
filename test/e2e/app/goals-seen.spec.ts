import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { messages as english } from '../../../src/i18n/en/index.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

const SIZES = {
  desktop: { width: 1440, height: 900 },
  laptop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  for (const size of Object.keys(SIZES) as (keyof typeof SIZES)[])
    test.describe(`axe finds nothing around the goals, ${locale}, ${size}`, () => {
      test.use({ locale, viewport: SIZES[size], hasTouch: size === 'phone' });
      test('preview, ways of sharing out, segments, lock and conflict', async ({ page }) => {
        test.setTimeout(150_000);
        const app = await AppPage.open(page);
        const { found, look } = checker(page);
        const { goals, quickstart } = words;
        await app.button(new RegExp(`^${quickstart.sourcesPhone.sample}`)).click();
        await app.button(quickstart.openPlan).click();
        await expect(page).toHaveURL(/#\/plan\//);
        await page.evaluate(
          () => (location.hash = location.hash.replace(/^(#\/plan\/[^/]+).*$/, '$1/goals')),
        );
        const top = page.getByRole('row').nth(2).locator('[aria-colindex="4"]');
        await expect(top).not.toBeEmpty();
        await app.button(goals.segments.add).click();
        await app.dialog.getByRole('button', { name: goals.segments.add }).click();
        await look('segments');
        await app.dialog.getByRole('button', { name: goals.segments.done }).click();
        await top.click();
        await page.keyboard.press('Alt+l');
        await expect(app.dialog).toBeVisible();
        await look('lock');
        await page.keyboard.press('Enter');
        await expect(top).toHaveClass(/m-lock/);
        await look('locked');
        // A team in the same column: more than the whole may be.
        const team = page.getByRole('row').nth(3).locator('[aria-colindex="4"]');
        await team.click();
        await page.keyboard.type('9000000');
        await page.keyboard.press('Enter');
        await expect(app.dialog).toBeVisible();
        await look('conflict');
        await page.keyboard.press('Escape');
        await team.click();
        await page.keyboard.type('90000');
        await page.keyboard.press('Enter');
        await expect(app.button(new RegExp(`^${goals.trial.apply}`))).toBeVisible();
        if (size === 'phone') await app.button(goals.trial.how).click();
        await page.getByRole('button', { name: goals.panel.more }).click();
        await look('preview');
        if (size === 'phone') await page.keyboard.press('Escape');
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(SIZES[size].width);
        expect(found).toEqual([]);
      });
    });
