import { randomKey } from '../model/ids.ts';
import type { PageText } from './storage.ts';

/*
 * Facts that could not be stored, put by for the reload that the banner asks for. Session storage belongs to this tab
 * and outlives a reload; joining the facts afterwards is harmless even if they had been stored after all.
 */
const keyOf = (planId: string) => `backcast:drafts:${planId}`;

type Place = 'sessionStorage' | 'localStorage';
const store = (place: Place = 'sessionStorage'): Storage | undefined => {
  try {
    return globalThis[place];
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

/*
 * A closed tab's session storage is gone, and its last transaction may be too: what waited while the page was left is
 * put by for whichever tab opens the plan next. Each page has a key of its own.
 */
const page = randomKey();
const leftKey = (planId: string) => `${keyOf(planId)}:left:`;

export function putLeftBy(planId: string, facts: readonly PageText[]): void {
  try {
    const key = leftKey(planId) + page;
    if (facts.length) store('localStorage')?.setItem(key, JSON.stringify(facts));
    else store('localStorage')?.removeItem(key);
  } catch {
    // Full or refused: then the transaction alone has to make it.
  }
}

/** What pages that are gone have left, and the way to say that it is stored. */
export function leftOf(planId: string): { readonly facts: PageText[]; readonly forget: () => void }[] {
  const local = store('localStorage');
  const keys = Object.keys(local ?? {}).filter((key) => key.startsWith(leftKey(planId)));
  return keys.flatMap((key) => {
    const text = local?.getItem(key);
    return text ? [{ facts: JSON.parse(text) as PageText[], forget: () => local?.removeItem(key) }] : [];
  });
}
