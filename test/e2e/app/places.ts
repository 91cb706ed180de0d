import type { Page } from '@playwright/test';

/**
 * Notes from the next load on where the first element of a selector stands, at every change of the page: also the
 * places that are painted for an instant only, between two answers.
 */
export async function watchPlaces(page: Page, selector: string): Promise<() => Promise<number[]>> {
  await page.addInitScript((watched) => {
    const places = new Set<number>();
    const look = () => {
      const element = document.querySelector(watched);
      if (element) places.add(Math.round(element.getBoundingClientRect().top));
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    Object.assign(globalThis, { placesSeen: () => [...places] });
  }, selector);
  return () => page.evaluate(() => (globalThis as unknown as { placesSeen: () => number[] }).placesSeen());
}
