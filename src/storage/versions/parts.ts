import type { PageText } from '../storage.ts';

/*
 * A version is cut into parts, and a part that is there already is not stored again. Where to cut is read from the names
 * of the pages alone: pages that come or go move no other cut, and an edit changes the one part that its page lies in.
 */

/** About so many pages to a part: few enough that an edit stores little again, enough that they pack well. */
const PAGES = 32;
const MONTH = /^([^/]+)\/(.+)\/(\d{4}-\d{2})$/;

/** Daily pages lie by month: a day's entries of a whole team then touch few parts. */
export const orderOf = (page: string): string => page.replace(MONTH, '$1/$3/$2');

/** FNV-1a: any spread of names will do. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const isCut = (page: string): boolean => spread(page) % PAGES === 0;

export interface Part {
  readonly from: string;
  readonly pages: readonly PageText[];
}

/** The pages in order, cut into parts. */
export function partsOf(pages: readonly PageText[]): Part[] {
  const sorted = pages.map((page) => ({ page, order: orderOf(page.page) }));
  sorted.sort((a, b) => (a.order < b.order ? -1 : 1));
  const parts: { from: string; pages: PageText[] }[] = [];
  let open = false;
  for (const { page, order } of sorted) {
    if (!open) parts.push({ from: order, pages: [] });
    parts.at(-1)!.pages.push(page);
    open = !isCut(page.page);
  }
  return parts;
}

/** The number of the part that holds a page, if any does. */
export function partFor(parts: readonly { readonly from: string }[], page: string): number {
  const order = orderOf(page);
  return parts.findLastIndex(({ from }) => from <= order);
}
