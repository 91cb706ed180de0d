import { putDraftsBy, putLeftBy } from '../storage/drafts.ts';
import type { PageText } from '../storage/storage.ts';

/** What one plan could not store, put by outside the database for a later load, and forgotten once it is stored. */
export class PutBy {
  readonly #planId: string;
  #hasDrafts = false;
  #hasLeft = false;

  constructor(planId: string) {
    this.#planId = planId;
  }

  drafts(pages: readonly PageText[]): void {
    this.#hasDrafts = true;
    putDraftsBy(this.#planId, pages);
  }

  /** The page is closed while this waits. */
  left(pages: readonly PageText[]): void {
    this.#hasLeft = true;
    putLeftBy(this.#planId, pages);
  }

  /** Drafts of an earlier load are on their way into the database: then they can go. */
  adopted(): void {
    this.#hasDrafts = true;
  }

  forget(): void {
    if (this.#hasDrafts) putDraftsBy(this.#planId, []);
    if (this.#hasLeft) putLeftBy(this.#planId, []);
    this.#hasDrafts = false;
    this.#hasLeft = false;
  }
}
