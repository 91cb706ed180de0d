import { t } from '../../i18n/i18n.svelte.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import type { GivenFile, Giving, Receiver } from './files.svelte.ts';
import { handOver } from './hand-over.ts';

/** Files on their way off this device: made, handed over, and noted as sent. */
export class Leaving {
  busy = $state(false);
  /** What waits to be handed over by a tap for each. */
  outbox = $state.raw<readonly GivenFile[]>([]);
  readonly #giving: Giving;

  constructor(giving: Giving) {
    this.#giving = giving;
  }

  /** `share`: by the system's sheet, else as a download. */
  async leave(file: GivenFile, share: boolean): Promise<boolean> {
    const left = await handOver(file, share);
    if (left && !share) showToast({ text: t().share.made(file.name) });
    if (left && file.unit !== null) this.#giving.noteSent([file.unit], Date.now());
    return left;
  }

  whole(readOnly: boolean, passphrase: string | null): Promise<void> {
    return this.#make(async () => {
      await this.leave(await this.#giving.wholeFile(readOnly, passphrase), false);
    });
  }

  /** One part as it is, several in one archive, which is called what `called` makes of the plan's name. */
  parts(
    receivers: readonly Receiver[],
    passphrase: string | null,
    called: (plan: string) => string,
  ): Promise<void> {
    return this.#make(async () => {
      const parts = await this.#giving.partFiles(receivers, passphrase);
      const [only] = parts;
      if (only && parts.length === 1) await this.leave(only, false);
      else if (only) {
        await this.leave(await this.#giving.archive(parts, called), false);
        this.#giving.noteSent(
          parts.flatMap(({ unit }) => unit ?? []),
          Date.now(),
        );
      }
    });
  }

  /** One after the other: a browser lets a page open the system's sheet only for a tap. */
  wholeByHand(readOnly: boolean, passphrase: string | null): Promise<void> {
    return this.#make(async () => {
      this.outbox = [await this.#giving.wholeFile(readOnly, passphrase)];
    });
  }

  partsByHand(receivers: readonly Receiver[], passphrase: string | null): Promise<void> {
    return this.#make(async () => {
      this.outbox = await this.#giving.partFiles(receivers, passphrase);
    });
  }

  async #make(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.outbox = [];
    try {
      await work();
    } catch {
      showToast({ text: t().share.failed });
    } finally {
      this.busy = false;
    }
  }
}
