import { tidyable } from '../../files/team-folder/tidy.ts';
import type { FolderMemory, Seen } from '../../files/team-folder/memory.ts';
import { nameParts } from '../../files/team-folder/names.ts';

const DAY_MS = 86_400_000;
/** From so many days on a device's file is told to be old. */
const OLD_DAYS = 2;

/** A file of another device, as the panel tells it. */
export interface FileLine {
  readonly name: string;
  readonly label: string;
  readonly state: 'merged' | 'nothingNew' | 'waiting' | 'refused';
  /** Why it is refused. */
  readonly failure: string | null;
  /** Days since it was written, where that is long. */
  readonly oldDays: number | null;
  readonly at: number;
}

function lineOf(name: string, { fate, at, changed }: Seen, now: number): FileLine | null {
  if (fate.code === 'otherPlan') return null;
  const written = 'savedAt' in fate ? fate.savedAt : changed;
  const days = Math.floor((now - written) / DAY_MS);
  const isOld = fate.code !== 'waiting' && days >= OLD_DAYS;
  return {
    name,
    label: nameParts(name).label,
    state: fate.code,
    failure: fate.code === 'refused' ? fate.failure : null,
    oldDays: isOld ? days : null,
    at: isOld ? written : at,
  };
}

/** Files of others, the newest first; copies that hold nothing more are counted, not listed. */
export function linesOf(memory: FolderMemory, now: number): { files: FileLine[]; copies: number } {
  const copies = new Set(tidyable(memory));
  const files = Object.entries(memory.seen)
    .filter(([name]) => !copies.has(name))
    .flatMap(([name, seen]) => lineOf(name, seen, now) ?? [])
    .sort((a, b) => b.at - a.at || (a.name < b.name ? -1 : 1));
  return { files, copies: copies.size };
}
