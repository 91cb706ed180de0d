import { unpacker, type NamedBytes, type Unpacker } from '../../files/slice/client.ts';
import { isAge, isZip } from '../../files/slice/magic.ts';
import { t, withMessages } from '../../i18n/i18n.svelte.ts';
import type { Failure, Result } from '../../model/failure.ts';
import { failureText } from '../../ui/failures.ts';
import type { Workspace } from '../shell/workspace.svelte.ts';

/** A file that waits for its passphrase. */
export interface LockedFile {
  readonly name: string;
  /** Resolves to why it was not opened; null = it was, or is left out (no passphrase given). */
  answer(passphrase: string | null): Promise<string | null>;
}

const unlockText = (failure: Failure): string => {
  const own: Readonly<Record<string, () => string>> = t().share.failures;
  return own[failure.code]?.() ?? failureText(failure);
};

const plainName = (name: string): string => name.replace(/\.age$/i, '');

class Unpacking {
  readonly #work: Workspace;
  readonly #worker: Unpacker;
  /** The passphrase that opened the last file: those who send several mostly take one. Gone with this act. */
  #last: string | null = null;

  constructor(work: Workspace, worker: Unpacker) {
    this.#work = work;
    this.#worker = worker;
  }

  async of(file: NamedBytes): Promise<readonly NamedBytes[]> {
    if (isAge(file.bytes)) {
      const bytes = await this.#unlocked(file);
      return bytes ? this.of({ name: plainName(file.name), bytes }) : [];
    }
    if (!isZip(file.bytes)) return [file];
    const files = await this.#worker.unzip(file.bytes);
    if (!files.ok) return this.#refuse(file.name, files.failure);
    const inside: NamedBytes[] = [];
    // An archive within an archive is no plan, and is refused as such.
    for (const each of files.value)
      inside.push(...(isAge(each.bytes) && !isZip(each.bytes) ? await this.of(each) : [each]));
    return inside;
  }

  #refuse(file: string, failure: Failure): readonly NamedBytes[] {
    this.#work.refusal = { file, text: unlockText(failure) };
    return [];
  }

  async #unlocked({ name, bytes }: NamedBytes): Promise<Uint8Array | null> {
    if (this.#last !== null) {
      const again = await this.#worker.unlock(bytes, this.#last);
      if (again.ok) return again.value;
    }
    return new Promise((resolve) => {
      this.#work.locked = {
        name,
        answer: async (passphrase) => {
          const opened: Result<Uint8Array | null> =
            passphrase === null ? { ok: true, value: null } : await this.#worker.unlock(bytes, passphrase);
          if (!opened.ok) return unlockText(opened.failure);
          this.#last = passphrase;
          this.#work.locked = null;
          resolve(opened.value);
          return null;
        },
      };
    });
  }
}

/** The plan files in these: archives are opened, and passphrases asked for. Files that stay shut are left out. */
export async function unpackFiles(
  work: Workspace,
  given: readonly NamedBytes[],
): Promise<readonly NamedBytes[]> {
  if (!given.some(({ bytes }) => isAge(bytes) || isZip(bytes))) return given;
  await withMessages(['share', 'failures'], Promise.resolve());
  const worker = unpacker();
  try {
    const unpacking = new Unpacking(work, worker);
    const files: NamedBytes[] = [];
    for (const file of given) files.push(...(await unpacking.of(file)));
    return files;
  } finally {
    worker.close();
  }
}
