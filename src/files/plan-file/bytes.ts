import { fail, ok, type Result } from '../../model/failure.ts';
import { MAX_BYTES, MAX_MEGABYTES } from './format.ts';

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** All bytes of a stream, or null as soon as they pass `limit`. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concat(chunks, length);
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

const through = (
  bytes: Uint8Array,
  transform: ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array> => new Blob([new Uint8Array(bytes)]).stream().pipeThrough(transform);

export async function gzip(text: string): Promise<Uint8Array> {
  const stream = through(new TextEncoder().encode(text), new CompressionStream('gzip'));
  return (await collect(stream, Infinity))!;
}

async function gunzip(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  try {
    const inflated = await collect(through(bytes, new DecompressionStream('gzip')), MAX_BYTES);
    return inflated ? ok(inflated) : fail('planTooLarge', { limit: MAX_MEGABYTES });
  } catch {
    return fail('planDamaged');
  }
}

/** The text of a file, packed or not. Stops while unpacking as soon as it grows too large. */
export async function textOf(bytes: Uint8Array): Promise<Result<string>> {
  if (!isGzip(bytes) && bytes.length > MAX_BYTES) return fail('planTooLarge', { limit: MAX_MEGABYTES });
  const plain = isGzip(bytes) ? await gunzip(bytes) : ok(bytes);
  if (!plain.ok) return plain;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(plain.value));
  } catch {
    return isGzip(bytes) ? fail('planDamaged') : fail('planNotBackcast');
  }
}

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
