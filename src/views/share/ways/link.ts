import { codeOf, linkOf } from '../../../files/slice/link.ts';
import type { Month } from '../../../model/time.ts';
import type { Giving } from '../files.svelte.ts';

export interface MadeLink {
  readonly url: string;
  /** The same for a code: mostly capitals. */
  readonly code: string;
}

/** One person's part as a link; null = nobody of that key. What leaves the device counts as published. */
export async function makeLink(giving: Giving, unit: string, month: Month): Promise<MadeLink | null> {
  const bytes = await giving.linkBytes(unit, month);
  if (!bytes) return null;
  const here = `${location.origin}${location.pathname}`;
  return { url: here + linkOf(bytes), code: here + codeOf(bytes) };
}
