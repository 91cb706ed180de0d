import type { Page } from '@playwright/test';
import { messages as english } from '../../../src/i18n/en/index.ts';
import { messages as chinese } from '../../../src/i18n/zh-CN/index.ts';
import { csv } from '../support.ts';
import { AppPage } from './app-page.ts';
import { checker } from './axe.ts';
import { expect, test } from './test.ts';

const DOUBTFUL = [
  ['Name', 'Month', 'Dials', 'Connects', 'Conversations', 'Intents', 'Pipeline', 'Revenue'],
  ['Ann', '2026-09', '1000', '290', '70', '14', '68000', '13500'],
  ['Ann', '2026-13', '1000', '290', '70', '14', '68000', '13500'],
  ['Bob', '2026-10', '100', '290', '70', '14', '68000', '13500'],
];

for (const [locale, words] of [
  ['zh-CN', chinese],
  ['en-US', english],
] as const)
  test.describe(`axe finds nothing in ${locale}`, () => {
    test.use({ locale });
    test.setTimeout(120_000);
    const { app: shell, quickstart, sheets, imports } = words;

    const sample = async (app: AppPage) => {
      await app.button(new RegExp(`^${quickstart.sourcesPhone.sample}`)).click();
      await expect(app.page.getByRole('list', { name: quickstart.perRep })).toBeVisible();
    };
    const openPlan = async (app: AppPage) => {
      await app.button(quickstart.openPlan).click();
      await expect(app.page).toHaveURL(/backcast$/);
    };
    const go = async (page: Page, screen: string) => {
      await page.evaluate((to) => (location.hash = location.hash.replace(/[^/]+$/, to)), screen);
      await expect(page).toHaveURL(new RegExp(`${screen}$`));
    };

    test('on the first run and on the sheets', async ({ page }) => {
      const app = await AppPage.open(page);
      const { found, look } = checker(page);
      await expect(app.perDayOutput).toBeVisible();
      await look('first run, empty');
      await sample(app);
      await look('first run, sample');
      await openPlan(app);
      await app.expectSheet(sheets.name.backcast);
      await page.locator('[data-row="3"][data-column="9"]').click();
      await expect(page.getByRole('complementary')).toContainText('%');
      await look('backcast, counts and why');
      await page.keyboard.press('F2');
      await expect(app.dialog).toBeVisible();
      await look('override');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: sheets.ratios, exact: true }).click();
      await expect(app.sheet(sheets.name.ratios).or(app.sheet(sheets.name.backcast))).toBeVisible();
      await look('backcast, ratios');
      for (const sheet of ['goals', 'team', 'history'] as const) {
        await go(page, sheet);
        await app.expectSheet(sheets.name[sheet]);
        await look(sheet);
      }
      await page.locator('[data-row="2"][data-column="2"]').click();
      await page.keyboard.type('x');
      await page.keyboard.press('Enter');
      await expect(page.locator('[aria-invalid=true][role=gridcell]')).toBeVisible();
      await page.keyboard.press('ControlOrMeta+f');
      await look('history with a bad entry and find');
      await page.keyboard.press('Escape');
      await page.locator('[data-row="3"][data-column="2"]').click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
      await look('menu of a cell');
      expect(found).toEqual([]);
    });

    test('on import, settings, plans and what opens over them', async ({ page }) => {
      const app = await AppPage.open(page);
      const { found, look } = checker(page);
      await sample(app);
      await openPlan(app);
      await app.expectSheet(sheets.name.backcast);
      await app.button(shell.planMenu.label).click();
      await look('plan menu');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+k');
      await expect(app.dialog.getByRole('option').first()).toBeVisible();
      await look('palette');
      await page.keyboard.type('zzzz');
      await expect(app.dialog.getByText(words.palette.none)).toBeVisible();
      await look('palette, nothing found');
      await page.keyboard.press('Escape');
      await app
        .button(words.settings.title)
        .or(page.getByRole('link', { name: shell.nav.settings }))
        .focus();
      await page.keyboard.press('?');
      await expect(app.dialog).toBeVisible();
      await look('help');
      await page.keyboard.press('Escape');
      await go(page, 'import');
      await expect(page.getByRole('heading', { name: imports.title })).toBeVisible();
      await look('import, choice');
      const buffer = Buffer.from(csv(DOUBTFUL));
      await app.chooseFile(imports.paste.choose, { name: 'rows.csv', mimeType: 'text/csv', buffer });
      await expect(app.button(imports.another)).toBeVisible();
      await look('import, columns');
      await go(page, 'settings');
      await expect(page.getByRole('heading', { name: words.settings.appTitle })).toBeVisible();
      await look('settings');
      await app.button(words.settings.removeAllDo(1)).click();
      await look('question before removing');
      await page.keyboard.press('Escape');
      await page.goto('./#/plan/nothing/backcast');
      await expect(page.getByText(shell.notFound)).toBeVisible();
      await look('missing plan');
      await page.goto('./#/plans');
      await expect(app.plans).toHaveCount(1);
      await look('plans');
      const text = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('text') };
      await app.chooseFile(shell.plans.open, text);
      await expect(app.dialog).toBeVisible();
      await look('refused file');
      expect(found).toEqual([]);
    });
  });
