import type { PlanMerger } from '../model/merging.ts';
import type { PageText } from '../storage/storage.ts';

/** Plan files, passed in at boot: the state knows plans, not file formats. */
export interface PlanCodec {
  /** The bytes of a plan file with all facts of the plan. */
  encode(id: string, pages: readonly PageText[]): Promise<Uint8Array>;
  /** Reads files and merges them; a newer version, damage or hostile content is a failure of that file alone. */
  merger(): PlanMerger<PageText>;
  /** The name of a file for a plan of that name. */
  fileName(plan: string): string;
}
