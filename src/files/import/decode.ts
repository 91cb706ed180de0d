import { fail, ok, type Result } from '../../model/failure.ts';
import { refuseForeign } from './foreign.ts';
import type { Encoding } from './types.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Fewer wrong characters than one in this many: a cut or patched UTF-8 file, no other encoding. */
const RARE = 500;
/** Fewer zero bytes than one in this many stand in text by accident. */
const STRAY = 200;

function byMark(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: commas, tabs and digits leave zero bytes on one side only (but 一 has one on the other). */
function byZeros(bytes: Uint8Array): Encoding | 'binary' | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  const [even = 0, odd = 0] = zeros;
  if (even + odd <= length / STRAY) return null;
  if (odd > length / 20 && even < odd / 4) return 'utf-16le';
  if (even > length / 20 && odd < even / 4) return 'utf-16be';
  return 'binary';
}

function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 that was cut within a character, or holds a few wrong bytes. */
function nearlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let wrong = 0;
  let beyond = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) wrong++;
    else if (code > 0x7f) beyond++;
  }
  return beyond > wrong * RARE ? text : null;
}

function guessed(bytes: Uint8Array): Result<Decoded> {
  const guess = byMark(bytes) ?? byZeros(bytes);
  if (guess === 'binary') return fail('fileNotText');
  for (const encoding of guess ? [guess] : (['utf-8', 'gb18030'] as const)) {
    const text = strict(bytes, encoding);
    if (text !== null) return ok({ text, encoding });
  }
  const nearly = guess === null ? nearlyUtf8(bytes) : null;
  if (nearly !== null) return ok({ text: nearly, encoding: 'utf-8' });
  const encoding = guess ?? 'gb18030';
  return ok({ text: new TextDecoder(encoding).decode(bytes), encoding });
}

/**
 * Text of a file: by its byte order mark, as UTF-16 by its zero bytes, as UTF-8 where every byte fits, else as
 * GB18030. `forced` is a person's choice and shows what does not fit as �. Stray zero bytes are dropped.
 * Fails with `fileSpreadsheet` for files of Excel and its kin, `fileNotText` for archives and other binary files.
 */
export function decode(bytes: Uint8Array, forced?: Encoding): Result<Decoded> {
  const foreign = refuseForeign(bytes);
  if (foreign) return foreign;
  const decoded = forced
    ? ok({ text: new TextDecoder(forced).decode(bytes), encoding: forced })
    : guessed(bytes);
  if (!decoded.ok || !decoded.value.text.includes('\0')) return decoded;
  return ok({ ...decoded.value, text: decoded.value.text.replaceAll('\0', '') });
}
