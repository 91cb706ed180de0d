import { fileName } from '../../files/plan-file/codec.ts';
import { filesToGive, type FilesToGive, type NamedBytes } from '../../files/slice/client.ts';
import type { CarriedAnswer } from '../../model/planning.ts';
import type { Month } from '../../model/time.ts';
import type { PlanSession, PlanShelf } from '../../state/contract.ts';
import { noteParts, sentParts, type SentParts } from './sent.ts';

/** A file that is ready to leave; `unit`: whose part it is, null = the whole plan or several parts. */
export interface GivenFile extends NamedBytes {
  readonly unit: string | null;
}

/** Whoever gets a part: a rep or a team. */
export interface Receiver {
  readonly key: string;
  readonly name: string;
}

/** Fewer than this, and each can work out the others from what they have in common. */
export const FEW_REPS = 4;
const LOCKED = '.age';

interface Opened {
  readonly name: string;
  readonly files: FilesToGive;
  readonly carried: CarriedAnswer | null;
  readonly seq: number | null;
}

/** The plan as it was when the panel was opened, in a worker that makes files of it. */
export class Giving {
  /** Bytes of the whole plan's file, and of each part's, as they become known. */
  whole = $state<number | null>(null);
  sizes = $state.raw<ReadonlyMap<string, number>>(new Map());
  failed = $state(false);
  /** So many of so many files are made; null = none is being made. */
  progress = $state.raw<{ readonly done: number; readonly of: number } | null>(null);
  sent = $state.raw<SentParts>({});
  /** Reps of the whole plan; null = not known yet. */
  reps = $state<number | null>(null);
  readonly planId: string;
  readonly #shelf: PlanShelf;
  readonly #session: PlanSession;
  #opened: Promise<Opened>;
  #closed = false;

  constructor(shelf: PlanShelf, session: PlanSession) {
    this.#shelf = shelf;
    this.#session = session;
    this.planId = session.planId;
    this.sent = sentParts(this.planId);
    this.#opened = this.#open(session);
    this.#opened.catch(() => (this.failed = true));
  }

  async #open(session: PlanSession): Promise<Opened> {
    const { name, pages, seq } = await this.#shelf.contentOf(this.planId);
    const files = await filesToGive(this.planId, pages);
    const carried = await session.read({ kind: 'carried' });
    this.reps = carried?.reps ?? null;
    return { name, files, carried, seq };
  }

  /** What is given is the plan as it is now, not as the panel found it: another tab may have taken something back. */
  async #leaving(): Promise<Opened> {
    const opened = await this.#opened;
    const { name, pages, seq } = await this.#shelf.publish(this.planId);
    if (seq !== null && seq === opened.seq) return opened;
    await opened.files.renew(pages);
    const carried = (await this.#session.read({ kind: 'carried' })) ?? opened.carried;
    const now = { ...opened, name, seq, carried };
    this.#opened = Promise.resolve(now);
    return now;
  }

  /** Says the sizes, the whole plan's first. */
  async measure(units: readonly string[]): Promise<void> {
    try {
      const { files, carried } = await this.#opened;
      this.whole ??= await files.wholeSize();
      for (const unit of units) {
        if (this.#closed || !carried) return;
        if (this.sizes.has(unit)) continue;
        const size = await files.partSize(unit, carried);
        if (size !== null) this.sizes = new Map(this.sizes).set(unit, size);
      }
    } catch {
      this.failed = !this.#closed;
    }
  }

  /** The whole plan's file. What leaves the device counts as published. */
  async wholeFile(readOnly: boolean, passphrase: string | null): Promise<GivenFile> {
    const { name, files } = await this.#leaving();
    const bytes = await files.whole(readOnly, passphrase);
    await (await this.#shelf.storage).update(this.planId, { backedUpAt: Date.now() });
    return { name: named(name, passphrase), bytes, unit: null };
  }

  /** A file for each; who is gone from the plan meanwhile gets none. */
  async partFiles(receivers: readonly Receiver[], passphrase: string | null): Promise<GivenFile[]> {
    const { name, files, carried } = await this.#leaving();
    if (!carried) return [];
    const made: GivenFile[] = [];
    const used = new Set<string>();
    try {
      for (const [done, { key, name: whose }] of receivers.entries()) {
        this.progress = { done, of: receivers.length };
        const bytes = await files.part(key, carried, passphrase);
        if (bytes) made.push({ name: once(`${name} ${whose}`, used, passphrase), bytes, unit: key });
      }
    } finally {
      this.progress = null;
    }
    return made;
  }

  /** One person's part, as small as a link needs it; null = nobody of that key. */
  async linkBytes(unit: string, month: Month): Promise<Uint8Array | null> {
    const { files, carried } = await this.#leaving();
    return carried && files.link(unit, carried, month);
  }

  /** All of them in one. */
  async archive(parts: readonly GivenFile[], called: (plan: string) => string): Promise<GivenFile> {
    const { name, files } = await this.#opened;
    const bytes = await files.zip(parts.map((part) => ({ name: part.name, bytes: part.bytes })));
    return { name: fileName(called(name), '.zip'), bytes, unit: null };
  }

  noteSent(units: readonly string[], at: number): void {
    noteParts(this.planId, units, 'sent', at);
    this.sent = sentParts(this.planId);
  }

  close(): void {
    this.#closed = true;
    void this.#opened.then(
      ({ files }) => files.close(),
      () => undefined,
    );
  }
}

const named = (name: string, passphrase: string | null): string =>
  fileName(name) + (passphrase === null ? '' : LOCKED);

/** Two people of one name get files of two names. */
function once(name: string, used: Set<string>, passphrase: string | null): string {
  let at = 1;
  let free = named(name, passphrase);
  while (used.has(free)) free = named(`${name} (${String(++at)})`, passphrase);
  used.add(free);
  return free;
}
