import type { Change, RecordEntry } from '../model/diff.ts';
import { ok, type Result } from '../model/failure.ts';
import type { GivenFile, MergeProgress } from '../model/merging.ts';
import type { PlanStorage } from '../storage/storage.ts';
import type { PlanCodec } from './codec.ts';
import type { Merged, PlanFilesRead } from './contract.ts';
import type { FileShelf } from './plan-files.ts';
import { infoOf } from './plan-info.ts';
import type { Occasion } from './reason-to-keep.ts';
import type { Session } from './session.svelte.ts';
import { WholePlans, type Added } from './whole-plans.ts';

/** What files need of the shelf. */
export interface FilesParts {
  /** Fetched with the first file that is written or read. */
  readonly codec: () => Promise<PlanCodec>;
  readonly storage: () => Promise<PlanStorage>;
  readonly openPlan: (planId: string) => Session | undefined;
  readonly now: () => number;
  readonly add: (records: readonly RecordEntry[]) => Promise<Added>;
  /** Other tabs and the list hear of a change of the shelf. */
  readonly changed: (result: Result<unknown>) => Promise<void>;
  readonly committed: (planId: string, seq: number) => void;
  readonly keepVersion: (planId: string, occasion: Occasion) => Promise<void>;
}

/** Plans as files, and whole plans. */
export class ShelfFiles {
  readonly whole: WholePlans;
  readonly #parts: FilesParts;

  constructor(parts: FilesParts) {
    this.#parts = parts;
    this.whole = new WholePlans(parts.codec, parts.storage, parts.openPlan);
  }

  async read(files: readonly GivenFile[], progress?: (done: MergeProgress) => void): Promise<PlanFilesRead> {
    const { PlanFiles } = await import('./plan-files.ts');
    return new PlanFiles(await this.#shelf()).read(files, progress);
  }

  async mergeInto(
    planId: string,
    files: readonly GivenFile[],
    choices: readonly Change[] = [],
  ): Promise<Merged> {
    const { mergeInto } = await import('./plan-files.ts');
    return mergeInto(await this.#shelf(), planId, files, choices);
  }

  async #shelf(): Promise<FileShelf> {
    const { codec, add, ...parts } = this.#parts;
    const files = await codec();
    return {
      ...parts,
      merger: () => files.merger(),
      add: async (records) => {
        const { kept, row } = await add(records);
        return kept.ok ? ok(infoOf(row)) : kept;
      },
    };
  }
}
