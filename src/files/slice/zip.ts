import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { fail, ok, type Result } from '../../model/failure.ts';
import { MAX_BYTES, MAX_MEGABYTES } from '../plan-file/format.ts';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Nobody hands out more parts than this in one file. */
const MOST_FILES = 2000;

/** One archive of these files, each name once. They are packed already, so they are only stored. */
export const zipOf = (files: readonly NamedBytes[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0 });

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What other programs put beside the files. */
const isOurs = (path: string): boolean =>
  !path.endsWith('/') && !path.startsWith('__MACOSX/') && !baseName(path).startsWith('.');

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const END = 22;
const END_MARK = 0x06054b50;

/** How many entries the archive's end says there are; null = the end is missing, so that others may be, too. */
function entriesOf(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - END; at >= Math.max(0, bytes.length - END - 0xffff); at--)
    if (view.getUint32(at, true) === END_MARK) return view.getUint16(at + 10, true);
  return null;
}

/** The files of an archive; stopped on the way when they come to more than a plan file may hold. */
export function filesIn(bytes: Uint8Array): Result<NamedBytes[]> {
  const files: NamedBytes[] = [];
  let [total, seen, tooMuch] = [0, 0, false];
  const unzip = new Unzip((file) => {
    seen++;
    if (!isOurs(file.name) || tooMuch) return;
    const chunks: Uint8Array[] = [];
    let length = 0;
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      length += chunk.length;
      total += chunk.length;
      tooMuch ||= total > MAX_BYTES || files.length >= MOST_FILES;
      if (tooMuch) throw new Error('too much');
      chunks.push(chunk);
      if (final) files.push({ name: baseName(file.name), bytes: joined(chunks, length) });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In pieces: a bomb inflates no further than the piece that passes the limit.
    for (let at = 0; at < bytes.length; at += PIECE)
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  } catch {
    return tooMuch ? fail('planTooLarge', { limit: MAX_MEGABYTES }) : fail('zipDamaged');
  }
  if (entriesOf(bytes) !== seen) return fail('zipDamaged');
  return files.length > 0 ? ok(files) : fail('zipEmpty');
}

const PIECE = 16_384;
