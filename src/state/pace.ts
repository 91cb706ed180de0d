/** From so many changes on, work is done in slices of that size, so that the page stays alive. */
export const MANY = 2000;
export const SLICE = 500;

/** How long a stretch of work may hold the page, in ms: less than a frame. */
const STRETCH = 10;

/** Lets the page paint and answer. Where the browser has it, `scheduler.yield` comes back at once; a timer waits 4 ms each time. */
export function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/** Longer than any two frames: a page that is hidden meanwhile draws none. */
const NO_FRAME = 120;

const waitingForFrame = new Set<() => void>();

/** Resolves once what has just changed is on the screen; at once where nothing is drawn. */
export async function painted(): Promise<void> {
  if (typeof requestAnimationFrame === 'undefined' || document.hidden) return;
  let go = (): void => undefined;
  const frame = new Promise<void>((resolve) => {
    go = resolve;
    waitingForFrame.add(go);
    setTimeout(go, NO_FRAME);
    // The next frame mostly has the numbers that follow from it.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go)));
  });
  await frame;
  waitingForFrame.delete(go);
}

/** Nobody looks any more: what waits to be painted goes on at once. */
export function waitForNoFrame(): void {
  for (const go of waitingForFrame) go();
}

/** Runs `work` over all slices, letting the page paint whenever a stretch is over. */
export async function inSlices<T>(
  items: readonly T[],
  size: number,
  work: (slice: readonly T[]) => void,
): Promise<void> {
  let begun = performance.now();
  for (let i = 0; i < items.length; i += size) {
    if (performance.now() - begun > STRETCH) {
      await yieldToPage();
      begun = performance.now();
    }
    work(items.slice(i, i + size));
  }
}
