/** A new version of the app waits until the person agrees: nothing reloads by itself. */
class Updater {
  ready = $state(false);
  #apply: (() => Promise<void>) | null = null;

  /** `register` starts the service worker and tells when a new version waits; what it gives back applies it. */
  async start(register: (waits: () => void) => Promise<() => Promise<void>>): Promise<void> {
    this.#apply = await register(() => (this.ready = true));
  }

  reload(): void {
    void this.#apply?.();
  }

  later(): void {
    this.ready = false;
  }
}

export const updater = new Updater();
