import { fileName } from '../plan-file/codec.ts';
import { EXTENSION } from '../plan-file/format.ts';

/** `label.0123456789ab.backcast`: the number is made once for each folder and device, and again when a file is not one's own. */
const OWN = /^(.*)\.([0-9a-f]{12})\.backcast$/;
/** What a sync service calls the loser of two: it keeps the name's beginning and its extension. */
const COPY = /^(.*)\.([0-9a-f]{12})(?=[^0-9a-f]).+$/;

const MAX_LABEL = 40;

function randomNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A new name for the file of a device that people call so. */
export const newOwnName = (label: string): string =>
  fileName(Array.from(label).slice(0, MAX_LABEL).join(''), `.${randomNumber()}${EXTENSION}`);

/** Files of a plan, by their names; sync services and editors put unfinished ones beside them under other names. */
export const isPlanFileName = (name: string): boolean => name.endsWith(EXTENSION) && !/^[.~]/.test(name);

/** What a file is to be called: the device that wrote it, or a copy of its file, or any other plan file. */
export function nameParts(name: string): {
  readonly label: string;
  readonly kind: 'device' | 'copy' | 'file';
} {
  const own = OWN.exec(name);
  if (own) return { label: own[1]!, kind: 'device' };
  const copy = COPY.exec(name);
  if (copy) return { label: copy[1]!, kind: 'copy' };
  return { label: name.slice(0, -EXTENSION.length), kind: 'file' };
}
