import { StorageRefusal } from '../failure-of.ts';
import type { PageText } from '../storage.ts';

/** Pages as they are packed: names and texts in turn. */
const textOf = (pages: readonly PageText[]): string =>
  JSON.stringify(pages.flatMap(({ page, text }) => [page, text]));

const through = async (
  bytes: Uint8Array<ArrayBuffer>,
  transform: ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(transform)).arrayBuffer());

export interface Written {
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The bytes of pages, not packed yet, and the hash that names them: equal content, equal hash. */
export async function written(pages: readonly PageText[]): Promise<Written> {
  const bytes = new TextEncoder().encode(textOf(pages));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { hash, bytes };
}

export const packed = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  through(bytes, new CompressionStream('gzip'));

/** The pages of packed bytes. Throws the refusal `versionDamaged` where they are not what was packed. */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<PageText[]> {
  try {
    const plain = await through(bytes, new DecompressionStream('gzip'));
    const flat = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)) as string[];
    return flat.flatMap((page, i) => (i % 2 ? [] : [{ page, text: flat[i + 1]! }]));
  } catch {
    throw new StorageRefusal({ code: 'versionDamaged' });
  }
}
