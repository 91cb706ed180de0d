import { fail, ok, type Result } from '../../model/failure.ts';
import type { Encoding } from './types.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

/** ZIP (xlsx), OLE (xls) and PDF are not tables of text. */
const isForeign = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ||
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
  startsWith(bytes, 0x25, 0x50, 0x44, 0x46);

function byMark(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: commas, tabs and digits leave zero bytes on one side only. */
function byZeros(bytes: Uint8Array): Encoding | 'binary' | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  if (odd > length / 20 && even < odd / 10) return 'utf-16le';
  if (even > length / 20 && odd < even / 10) return 'utf-16be';
  return 'binary';
}

function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Text of a file: by its byte order mark, as UTF-16 by its zero bytes, as UTF-8 where every byte fits, else as
 * GB18030. `forced` is a person's choice and shows what does not fit as �.
 * Fails with `fileNotText` for spreadsheets, archives and other binary files.
 */
export function decode(bytes: Uint8Array, forced?: Encoding): Result<Decoded> {
  if (isForeign(bytes)) return fail('fileNotText');
  if (forced) return ok({ text: new TextDecoder(forced).decode(bytes), encoding: forced });
  const guess = byMark(bytes) ?? byZeros(bytes);
  if (guess === 'binary') return fail('fileNotText');
  for (const encoding of guess ? [guess] : (['utf-8', 'gb18030'] as const)) {
    const text = strict(bytes, encoding);
    if (text !== null) return ok({ text, encoding });
  }
  const encoding = guess ?? 'gb18030';
  return ok({ text: new TextDecoder(encoding).decode(bytes), encoding });
}
