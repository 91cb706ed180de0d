import { test } from '@playwright/test';
import { median, quantile } from './support.ts';

const TAPS = 40;

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test('taps on a phone are stored', async ({ page }) => {
  await page.goto('#/new');
  await page.getByRole('button', { name: '打开计划' }).click();
  const plus = page.getByRole('button', { name: '外呼加一，长按减一' });
  await plus.waitFor();
  const times = await plus.evaluate(async (button, taps) => {
    const state = document.querySelector('[data-saved]')!;
    const saved = (): Promise<void> =>
      new Promise((resolve) => {
        const look = new MutationObserver(() => {
          if (state.getAttribute('data-saved') !== 'saved') return;
          look.disconnect();
          resolve();
        });
        look.observe(state, { attributes: true });
      });
    const taken: number[] = [];
    for (let tap = 0; tap < taps; tap++) {
      const begun = performance.now();
      (button as HTMLElement).click();
      await saved();
      taken.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return taken;
  }, TAPS);
  console.log({ 'tap to stored': `median ${median(times)}, p95 ${quantile(times, 0.95)}` });
});
