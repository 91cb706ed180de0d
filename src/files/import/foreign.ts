import { fail, type Result } from '../../model/failure.ts';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

/** Both ends of a file as Latin letters: a ZIP names its members in its first bytes and in its last. */
function ends(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1');
  return latin.decode(bytes.subarray(0, 2000)) + latin.decode(bytes.subarray(-65_536));
}

/** The program whose packed sheets these are; null: some other archive. */
function programOf(bytes: Uint8Array): string | null {
  const names = ends(bytes);
  if (names.includes('xl/')) return 'Excel';
  if (names.includes('.iwa')) return 'Numbers';
  return names.includes('opendocument.spreadsheet') ? 'LibreOffice' : null;
}

/** Refuses what is no text at all: `fileSpreadsheet` where a spreadsheet program can save it as CSV. */
export function refuseForeign(bytes: Uint8Array): Extract<Result<never>, { ok: false }> | null {
  const zip = startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
  // OLE: old Excel and WPS files, and new ones behind a password.
  const program = startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ? 'Excel' : zip ? programOf(bytes) : null;
  if (program !== null) return fail('fileSpreadsheet', { program });
  return zip || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ? fail('fileNotText') : null;
}
