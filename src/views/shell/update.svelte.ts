/** A new version of the app waits until the person agrees: nothing reloads by itself. */
class Updater {
  ready = $state(false);
  #apply: (() => Promise<void>) | null = null;

  /** Registers the service worker (not in development, where there is none). */
  async start(): Promise<void> {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
    const { registerSW } = await import('virtual:pwa-register');
    const apply = registerSW({ onNeedRefresh: () => (this.ready = true) });
    this.#apply = () => apply(true);
  }

  reload(): void {
    void this.#apply?.();
  }

  later(): void {
    this.ready = false;
  }
}

export const updater = new Updater();
