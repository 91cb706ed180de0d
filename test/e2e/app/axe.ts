import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Themes differ in colours alone: what holds of structure in light holds in dark. */
const rulesIn = (builder: AxeBuilder, theme: 'light' | 'dark'): AxeBuilder =>
  theme === 'light' ? builder.withTags(WCAG) : builder.withRules(['color-contrast']);

/** What axe finds on the screen as it stands, in light and in dark. */
async function findings(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    const { violations } = await rulesIn(builder, colorScheme).analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary = '' } of nodes.slice(0, 3))
        found.push(`${screen}, ${colorScheme}: ${id} · ${target.join(' ')} · ${failureSummary}`);
  }
  return found;
}

/** Collects what is found, so that one screen does not hide another's. */
export function checker(page: Page) {
  const found: string[] = [];
  const look = async (screen: string) => void found.push(...(await findings(page, screen)));
  return { found, look };
}
