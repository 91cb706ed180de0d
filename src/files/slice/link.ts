/**
 * A plan file in the fragment of a link, which no server ever sees: `#/take/1.<base64url>`, or for a QR code, whose
 * letters are all capitals, `#/TAKE/2.<base32>` (RFC 4648): 8.8 bits of the code a byte instead of 10.7.
 */
const TAKE = /^#\/take\/([12])\.([\w-]+)$/i;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

function fromBase64url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** The bits of symbols of `from` bits regrouped into symbols of `to`; what is left over is padded or, going back, dropped. */
function regrouped(symbols: Iterable<number>, from: number, to: number, pad: boolean): number[] {
  const out: number[] = [];
  let [buffer, bits] = [0, 0];
  for (const symbol of symbols) {
    buffer = (buffer << from) | symbol;
    bits += from;
    while (bits >= to) {
      bits -= to;
      out.push((buffer >> bits) & ((1 << to) - 1));
    }
    buffer &= (1 << bits) - 1;
  }
  if (pad && bits > 0) out.push((buffer << (to - bits)) & ((1 << to) - 1));
  return out;
}

const base32 = (bytes: Uint8Array): string =>
  regrouped(bytes, 8, 5, true)
    .map((symbol) => BASE32[symbol])
    .join('');

function fromBase32(text: string): Uint8Array {
  const symbols = Array.from(text.toUpperCase(), (letter) => BASE32.indexOf(letter));
  if (symbols.includes(-1)) throw new Error('not base32');
  return Uint8Array.from(regrouped(symbols, 5, 8, false));
}

/** The fragment of a link that holds this file. */
export const linkOf = (file: Uint8Array): string => `#/take/1.${base64url(file)}`;

/** The same for a QR code. */
export const codeOf = (file: Uint8Array): string => `#/TAKE/2.${base32(file)}`;

/** The file that an address holds; null = none, or one that was cut or altered on its way. */
export function fileInLink(hash: string): Uint8Array | null {
  const [, kind, text = ''] = TAKE.exec(hash) ?? [];
  if (kind === undefined) return null;
  try {
    return kind === '1' ? fromBase64url(text) : fromBase32(text);
  } catch {
    return null;
  }
}
