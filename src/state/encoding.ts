import type { Rec } from '../model/facts/index.ts';
import { byPage, decodePage, encodePage } from '../storage/pages.ts';
import type { PageText } from '../storage/storage.ts';
import { inSlices } from './pace.ts';

export type PageEntries = ReadonlyMap<string, readonly (readonly [id: string, rec: Rec])[]>;

/** Pages as texts, in slices. */
export async function encodeEntries(entries: PageEntries): Promise<PageText[]> {
  const pages: PageText[] = [];
  await inSlices([...entries], 20, (slice) => {
    for (const [page, records] of slice) pages.push({ page, text: encodePage(page, records) });
  });
  return pages;
}

/** Records as pages, in slices. */
export async function encodeSlowly(records: ReadonlyMap<string, Rec>): Promise<PageText[]> {
  const pages = new Map<string, (readonly [string, Rec])[]>();
  await inSlices([...records], 1000, (slice) => {
    byPage(slice, pages);
  });
  return encodeEntries(pages);
}

/** The records of pages, read in slices. Throws where a page is damaged. */
export async function decodeSlowly(pages: readonly PageText[]): Promise<Map<string, Rec>> {
  const records = new Map<string, Rec>();
  await inSlices(pages, 20, (slice) => {
    for (const page of slice) decodePage(page, records);
  });
  return records;
}
