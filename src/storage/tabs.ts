/** What one tab tells the others; the database is the truth, so a word that something changed is enough. */
export type TabNews =
  { readonly kind: 'committed'; readonly plan: string; readonly seq: number } | { readonly kind: 'shelf' };

/** The tabs of this app in this browser. Without BroadcastChannel a tab is alone until it wakes up. */
export class Tabs {
  readonly #channel: BroadcastChannel | null;
  readonly #listeners = new Set<(news: TabNews) => void>();

  constructor(name = 'backcast') {
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
    this.#channel?.addEventListener('message', (event: MessageEvent<TabNews>) => {
      for (const listener of this.#listeners) listener(event.data);
    });
  }

  tell(news: TabNews): void {
    this.#channel?.postMessage(news);
  }

  /** Returns the way to stop listening. */
  listen(listener: (news: TabNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel?.close();
    this.#listeners.clear();
  }
}

/** Calls back when this page is left or put out of sight: it may never run again. Returns the way to stop. */
export function onLeave(leave: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const hidden = () => {
    if (document.visibilityState === 'hidden') leave();
  };
  document.addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', leave);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', leave);
  };
}

/** Calls back whenever this tab may have slept: a frozen tab misses messages. Returns the way to stop. */
export function onWake(wake: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const visible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  document.addEventListener('visibilitychange', visible);
  addEventListener('pageshow', visible);
  return () => {
    document.removeEventListener('visibilitychange', visible);
    removeEventListener('pageshow', visible);
  };
}
