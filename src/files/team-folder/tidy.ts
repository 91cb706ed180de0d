import type { Folder } from './folder.ts';
import { bytesOf, hashOf } from './look.ts';
import type { FolderMemory } from './memory.ts';
import { nameParts } from './names.ts';

/** Copies that sync services have made, and that hold nothing that the plan does not. */
export const tidyable = (memory: FolderMemory): string[] =>
  Object.entries(memory.seen)
    .filter(([name, { fate }]) => nameParts(name).kind === 'copy' && /^(merged|nothingNew)$/.test(fate.code))
    .map(([name]) => name);

/** Removes those copies, unless they have become something else since they were read. Resolves to how many went. */
export async function tidy(folder: Folder, memory: FolderMemory): Promise<number> {
  const known = new Set(tidyable(memory));
  let gone = 0;
  for (const file of await folder.files()) {
    if (!known.has(file.name)) continue;
    const bytes = await bytesOf(file);
    if (!bytes || (await hashOf(bytes)) !== memory.seen[file.name]?.hash) continue;
    await folder.remove(file.name);
    gone++;
  }
  return gone;
}
