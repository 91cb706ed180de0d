import type { Fate, Folder, FolderFile, FolderPlan, Look } from './folder.ts';
import type { FolderMemory, Seen } from './memory.ts';
import { isPlanFileName, newOwnName } from './names.ts';

/*
 * A team folder: a folder that any sync service shares. Each device writes only its own file, which always says all that
 * the device knows, and joins the others'. So it does not matter in which order files come, whether one comes twice, late
 * or under another name: joining what is known changes nothing. Only three things need care, all here: a file that is
 * not there as a whole yet, the own file when something else has written it, and an own file that is older than the plan.
 */

export interface Looking {
  readonly folder: Folder;
  readonly plan: FolderPlan;
  readonly now: () => number;
  /** Keeps what is remembered; what was written must never be forgotten. */
  readonly save: (memory: FolderMemory) => Promise<void>;
  /** Reads also what looks as it did: clocks and sizes may lie. */
  readonly thorough?: boolean;
}

export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const sameLook = (a: Look | null | undefined, b: Look): boolean =>
  a !== null && a !== undefined && a.size === b.size && a.changed === b.changed;

/** null = locked, or replaced or gone since the folder was listed. */
export async function bytesOf(file: FolderFile): Promise<Uint8Array | null> {
  try {
    return await file.bytes();
  } catch {
    return null;
  }
}

/** The memory, if the own file is what this device wrote last; false = it is not, null = that can't be told now. */
async function knowOwn(
  file: FolderFile,
  memory: FolderMemory,
  thorough: boolean,
): Promise<FolderMemory | false | null> {
  if (!thorough && sameLook(memory.stood, file)) return memory;
  const bytes = await bytesOf(file);
  if (!bytes) return null;
  const hash = await hashOf(bytes);
  if (hash !== memory.written && hash !== memory.writing) return false;
  return { ...memory, written: hash, writing: null, stood: { size: file.size, changed: file.changed } };
}

/** Something else has written the own file: a cloned profile, a restored backup, the sync service. It is theirs now. */
const underNewName = (memory: FolderMemory): FolderMemory => ({
  ...memory,
  own: newOwnName(memory.label),
  written: null,
  writing: null,
  stood: null,
  state: null,
});

interface Read {
  readonly file: FolderFile;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

const WAITING: Fate = { code: 'waiting' };

/** Reads what may be new among these files, joins it, and tells what is known of each file now. */
async function readOthers(
  files: readonly FolderFile[],
  memory: FolderMemory,
  { plan, now, thorough }: Looking,
): Promise<Record<string, Seen>> {
  const seen: Record<string, Seen> = {};
  const fresh: Read[] = [];
  for (const file of files) {
    const { name, size, changed } = file;
    const before = memory.seen[name];
    const settled = before && before.fate.code !== 'waiting';
    if (settled && !thorough && sameLook(before, file)) {
      seen[name] = before;
      continue;
    }
    const bytes = size === 0 ? null : await bytesOf(file);
    const hash = bytes ? await hashOf(bytes) : '';
    // The same bytes don't become readable by being read again.
    if (before && bytes && hash === before.hash) seen[name] = { ...before, size, changed };
    else if (bytes) fresh.push({ file, bytes, hash });
    else seen[name] = { size, changed, hash, fate: WAITING, at: now() };
  }
  if (!fresh.length) return seen;
  const fates = await plan.merge(fresh.map(({ file, bytes }) => ({ name: file.name, bytes })));
  for (const { file, hash } of fresh) {
    const { name, size, changed } = file;
    seen[name] = { size, changed, hash, fate: fates.get(name) ?? WAITING, at: now() };
  }
  return seen;
}

const ownIn = (files: readonly FolderFile[], memory: FolderMemory): FolderFile | undefined =>
  files.find(({ name }) => name === memory.own);

/** Writes the own file, unless something else has done so since `stands` was looked at. */
async function writeOwn(
  looking: Looking,
  memory: FolderMemory,
  stands: FolderFile | undefined,
): Promise<FolderMemory> {
  const { folder, plan, save, now } = looking;
  const file = await plan.file();
  const writing = await hashOf(file.bytes);
  await save({ ...memory, writing });
  const found = ownIn(await folder.files(), memory);
  const untouched = found && stands ? sameLook(stands, found) : found === stands;
  if (!untouched) return { ...memory, writing };
  const stood = await folder.write(memory.own, file.bytes);
  return { ...memory, written: writing, writing: null, stood, state: file.state, wroteAt: now() };
}

/**
 * One look into the folder: joins what is new in it, then writes this device's file where the plan has become another.
 * Resolves to what is to be remembered, which has been saved by then. Rejects where the folder can't be read or written;
 * the next look makes up for it.
 */
export async function lookInto(looking: Looking, before: FolderMemory): Promise<FolderMemory> {
  const { folder, plan, save, now, thorough = false } = looking;
  const files = (await folder.files()).filter(({ name }) => isPlanFileName(name));
  const present = ownIn(files, before);
  const known = present ? await knowOwn(present, before, thorough) : before;
  const memory = known === false ? underNewName(before) : (known ?? before);
  const others = files.filter(({ name }) => name !== memory.own);
  const seen = await readOthers(others, memory, looking);
  const read: FolderMemory = { ...memory, seen, lookedAt: now() };
  await save(read);
  const stands = ownIn(files, read);
  const isCurrent = stands !== undefined && read.state === (await plan.state());
  if (isCurrent || known === null) return read;
  const after = await writeOwn(looking, read, stands);
  await save(after);
  return after;
}
