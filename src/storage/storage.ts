import type { Result } from '../model/failure.ts';
import type { Rec } from '../model/facts/index.ts';
import type { VersionStore } from './versions/store.ts';

/** The database's name. */
export const DATABASE = 'backcast';

/** What is kept about a plan beside its records. */
export interface PlanRow {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  /** Wall clock of the last commit, milliseconds. */
  readonly changedAt: number;
  /** When it was put in the bin; null = not. */
  readonly deletedAt: number | null;
  /** When it was last written to a file as a whole; missing = never. */
  readonly backedUpAt?: number;
  /** How often its facts have left this device: raised before any bytes do. */
  readonly exports: number;
  /** It was opened to be looked at: people do not change it. */
  readonly readOnly?: boolean;
  /** Number of the last commit. A tab that knows a lower one has something to read. */
  readonly seq: number;
}

/** The records of one kind and unit, in the text of pages.ts. */
export interface PageText {
  readonly page: string;
  readonly text: string;
}

export interface StoredPlan {
  readonly row: PlanRow;
  readonly pages: readonly PageText[];
}

/** What a write found and left: commits in between (`before`) are another tab's. */
export interface Written {
  readonly before: number;
  readonly seq: number;
  readonly exports: number;
}

/** What a writer takes a stored plan to be. */
export type KnownState = Pick<PlanRow, 'seq' | 'exports'>;

export type Records = ReadonlyMap<string, Rec>;
/** Records to be replaced as a whole; undefined = taken out, as if they had never been. */
export type Replacements = ReadonlyMap<string, Rec | undefined>;
/** Called once for each page: `stored` are its records, `ids` those of the wanted ones that belong to it. */
export type Replacing = (stored: Records, row: PlanRow, ids: readonly string[]) => Replacements;

/**
 * Where plans are kept. Every method is one transaction: done and durable when it resolves with ok, without any effect
 * when it resolves with a failure.
 */
export interface PlanStorage {
  /** False = memory only. */
  readonly keeps: boolean;
  list(): Promise<Result<readonly PlanRow[]>>;
  create(row: PlanRow, pages: readonly PageText[]): Promise<Result<void>>;
  /** All pages, or those written after commit `since`. Fails with `planMissing`. */
  read(planId: string, since?: number): Promise<Result<StoredPlan>>;
  /** Joins facts to what is stored; a fact that is already there does no harm. */
  join(planId: string, delta: readonly PageText[], at: number): Promise<Result<Written>>;
  /** Replaces whole pages if the plan is as it is known; else fails with `planMoved`. */
  rewrite(
    planId: string,
    pages: readonly PageText[],
    at: number,
    known: KnownState,
  ): Promise<Result<Written>>;
  /** Reads the records `ids` and replaces those that `act` returns, with no other write in between. */
  replace(planId: string, ids: readonly string[], at: number, act: Replacing): Promise<Result<Written>>;
  update(
    planId: string,
    fields: Partial<Pick<PlanRow, 'name' | 'deletedAt' | 'backedUpAt' | 'readOnly'>>,
  ): Promise<Result<void>>;
  /**
   * Raises `exports` and reads what is about to leave the device, with no other write in between: what is read can no
   * longer be taken back as if it had never been.
   */
  publish(planId: string): Promise<Result<StoredPlan>>;
  /** Earlier states of plans; null where nothing is kept. */
  versions(): Promise<VersionStore | null>;
  /** For good, with their versions. */
  erase(planIds: readonly string[]): Promise<Result<void>>;
  /** A big write is coming: what it takes is made ready. */
  prepare(): void;
  close(): void;
}
