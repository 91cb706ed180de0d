import { decodePage, encodePage, byPage, joinPage } from './pages.ts';
import type { PageText, PlanRow, Replacing } from './storage.ts';

/** Reads and writes pages of one plan inside a transaction. */
export interface PageAccess {
  get(pages: readonly string[]): PromiseLike<readonly (string | undefined)[]>;
  put(pages: readonly PageText[]): PromiseLike<unknown>;
}

/** So many pages at a time where work is done between them: then the page on the screen can paint. */
const SMALL = 50;
/** And where there is next to none, so that the database never waits. */
const LARGE = 500;

function* batches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size);
}

const inOrder = (a: PageText, b: PageText): number => (a.page < b.page ? -1 : 1);

export async function joinPages(access: PageAccess, delta: readonly PageText[]): Promise<void> {
  // In order, so that what lies between the first and the last page of a batch is mostly wanted.
  for (const batch of batches([...delta].sort(inOrder), LARGE)) {
    const stored = await access.get(batch.map(({ page }) => page));
    await access.put(batch.map((one, i) => ({ page: one.page, text: joinPage(stored[i], one) })));
  }
}

export async function replaceRecords(
  access: PageAccess,
  ids: readonly string[],
  row: PlanRow,
  act: Replacing,
): Promise<void> {
  const wanted = [...byPage(ids.map((id) => [id, id] as const))];
  for (const batch of batches(wanted, SMALL)) {
    const texts = await access.get(batch.map(([page]) => page));
    await access.put(batch.map(([page, entries], i) => replaceInPage(page, texts[i], entries, row, act)));
  }
}

function replaceInPage(
  page: string,
  text: string | undefined,
  entries: readonly (readonly [string, string])[],
  row: PlanRow,
  act: Replacing,
): PageText {
  const records = text === undefined ? new Map() : decodePage({ page, text });
  const ids = entries.map(([id]) => id);
  for (const [id, rec] of act(records, row, ids)) {
    if (rec) records.set(id, rec);
    else records.delete(id);
  }
  return { page, text: encodePage(page, records) };
}
