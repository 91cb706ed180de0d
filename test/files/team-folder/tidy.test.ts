import { expect, it } from 'vitest';
import type { Folder } from '../../../src/files/team-folder/folder.ts';
import { hashOf } from '../../../src/files/team-folder/look.ts';
import { newMemory, type FolderMemory } from '../../../src/files/team-folder/memory.ts';
import { tidy } from '../../../src/files/team-folder/tidy.ts';
import { newOwnName } from '../../../src/files/team-folder/names.ts';
import { View } from './world.ts';

const copyOf = (name: string) => `${name}.0123456789ab (conflicted copy).backcast`;
const [READ, REPLACED, GONE] = [copyOf('a'), copyOf('b'), copyOf('c')];
const ALL = [READ, REPLACED, GONE];
const bytes = new TextEncoder().encode('what the plan knows');

/** Three copies that were merged; of these one says something else now, and one can't be read. */
async function folder(): Promise<{ view: View; asSeen: Folder; memory: FolderMemory }> {
  const view = new View(() => 1);
  for (const name of ALL) await view.write(name, bytes);
  await view.write(REPLACED, new TextEncoder().encode('what nobody has read'));
  const hash = await hashOf(bytes);
  const seen = Object.fromEntries(
    ALL.map((name) => [
      name,
      { size: bytes.length, changed: 1, hash, fate: { code: 'nothingNew' as const, savedAt: 1 }, at: 1 },
    ]),
  );
  const asSeen: Folder = {
    files: async () =>
      (await view.files()).map((file) =>
        file.name === GONE ? { ...file, bytes: () => Promise.reject(new Error('NotReadableError')) } : file,
      ),
    write: (name, content) => view.write(name, content),
    remove: (name) => view.remove(name),
  };
  return { view, asSeen, memory: { ...newMemory('陈', newOwnName('陈')), seen } };
}

it('only copies that still are what was merged are tidied up; one that is being replaced holds nothing up', async () => {
  const { view, asSeen, memory } = await folder();
  expect(await tidy(asSeen, memory)).toBe(1);
  expect([...view.stored.keys()]).toEqual([REPLACED, GONE]);
});
