import { filesToGive, type FilesToGive } from '../../files/slice/client.ts';
import { fileName } from '../../files/plan-file/codec.ts';
import type { PlanSession, PlanShelf } from '../../state/contract.ts';

/** A file that is ready to leave. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The plan as it was when the panel was opened, in a worker that makes files of it. */
export class Giving {
  /** Bytes of the whole plan's file; null = not known yet. */
  whole = $state<number | null>(null);
  failed = $state(false);
  readonly #shelf: PlanShelf;
  readonly #planId: string;
  readonly #opened: Promise<{ name: string; files: FilesToGive }>;

  constructor(shelf: PlanShelf, session: PlanSession) {
    this.#shelf = shelf;
    this.#planId = session.planId;
    this.#opened = this.#open();
    void this.#measure();
  }

  async #open(): Promise<{ name: string; files: FilesToGive }> {
    const { name, pages } = await this.#shelf.contentOf(this.#planId);
    return { name, files: await filesToGive(this.#planId, pages) };
  }

  async #measure(): Promise<void> {
    try {
      const { files } = await this.#opened;
      this.whole = (await files.whole()).length;
    } catch {
      this.failed = true;
    }
  }

  /** The whole plan's file. What leaves the device counts as published. */
  async wholeFile(): Promise<GivenFile> {
    const { name, files } = await this.#opened;
    await this.#shelf.publish(this.#planId);
    const bytes = await files.whole();
    await (await this.#shelf.storage).update(this.#planId, { backedUpAt: Date.now() });
    return { name: fileName(name), bytes };
  }

  close(): void {
    void this.#opened.then(
      ({ files }) => files.close(),
      () => undefined,
    );
  }
}
