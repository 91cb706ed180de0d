import type { PageText } from './storage.ts';

/*
 * Facts that could not be stored, put by for the reload that the banner asks for. Session storage belongs to this tab
 * and outlives a reload; joining the facts afterwards is harmless even if they had been stored after all.
 */
const keyOf = (planId: string) => `backcast:drafts:${planId}`;

const store = (): Storage | undefined => {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined; // some privacy settings refuse even the property
  }
};

/** False where they do not fit: then they live in memory only. */
export function putDraftsBy(planId: string, drafts: readonly PageText[]): boolean {
  try {
    if (drafts.length) store()?.setItem(keyOf(planId), JSON.stringify(drafts));
    else store()?.removeItem(keyOf(planId));
    return true;
  } catch {
    return false;
  }
}

export function draftsOf(planId: string): PageText[] {
  const text = store()?.getItem(keyOf(planId));
  return text ? (JSON.parse(text) as PageText[]) : [];
}
