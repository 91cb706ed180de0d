import { onDestroy } from 'svelte';

/** Called while a component is made: when it is gone, the focus is again where it was before. */
export function returnFocus(): void {
  const before = document.activeElement;
  onDestroy(() => {
    // The dialog still holds the focus while its parts are taken down.
    queueMicrotask(() => {
      const lost = document.activeElement === document.body || document.activeElement === null;
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
    });
  });
}
