import { test } from '@playwright/test';
import { median, quantile } from './support.ts';

const TAPS = 40;

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

/** `acknowledged`: from the tap to the frame after the counter says the new number; `stored`: to "saved on this device". */
test('taps on a phone are acknowledged and stored', async ({ page }) => {
  await page.goto('#/new');
  await page.getByRole('button', { name: '打开计划' }).click();
  await page.waitForURL(/today$/);
  const plus = page.getByRole('button', { name: '外呼加一，长按减一' });
  await plus.waitFor();
  await page.waitForTimeout(1000);
  const taken = await plus.evaluate(async (button, taps) => {
    const state = document.querySelector('[data-saved]')!;
    const counter = button.closest('li')!;
    const turned = (of: Node, is: () => boolean): Promise<number> =>
      new Promise((resolve) => {
        const look = new MutationObserver(() => {
          if (!is()) return;
          look.disconnect();
          resolve(performance.now());
        });
        look.observe(of, { attributes: true, childList: true, characterData: true, subtree: true });
      });
    const frame = () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
      );
    const press = (type: string) =>
      button.dispatchEvent(
        new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, isPrimary: true }),
      );
    const times = { acknowledged: [] as number[], stored: [] as number[] };
    for (let tap = 0; tap < taps; tap++) {
      const begun = performance.now();
      const stored = turned(state, () => state.getAttribute('data-saved') === 'saved');
      const shown = turned(counter, () => true).then(frame);
      press('pointerdown');
      press('pointerup');
      (button as HTMLElement).click();
      times.acknowledged.push((await shown) - begun);
      times.stored.push((await stored) - begun);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return times;
  }, TAPS);
  const spread = (times: readonly number[]) => `median ${median(times)}, p95 ${quantile(times, 0.95)}`;
  console.log({
    'tap to the drawn number (ms, at most 50)': spread(taken.acknowledged),
    'tap to stored (ms, at most 50)': spread(taken.stored),
  });
});
