import { Dexie, type Table } from 'dexie';
import type { Json } from '../model/json.ts';
import { migrations, type Migration } from './migrations/index.ts';
import { DATABASE, type PageText, type PlanRow } from './storage.ts';
import type { PartRow, VersionRow } from './versions/version.ts';

export interface PageRow extends PageText {
  readonly plan: string;
  /** Number of the commit that wrote it last. */
  readonly seq: number;
}

/** A place outside the browser where a plan is kept too. */
export interface PlaceRow {
  readonly plan: string;
  /** What this device calls it. */
  readonly name: string;
  /** A file or folder of the File System Access API, which the database can hold. */
  readonly handle: unknown;
  /** What is remembered about it. */
  readonly about: { readonly [name: string]: Json };
}

export class Database extends Dexie {
  declare readonly plans: Table<PlanRow, string>;
  declare readonly pages: Table<PageRow, [string, string]>;
  declare readonly versions: Table<VersionRow, [string, string]>;
  declare readonly parts: Table<PartRow, [string, string]>;
  declare readonly places: Table<PlaceRow, [string, string]>;

  constructor(name = DATABASE, steps: readonly Migration[] = migrations) {
    // Strict: "saved" has to survive a crash of the machine. Cache off: this app keeps its own copy.
    super(name, { autoOpen: false, chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const { version, stores, upgrade } of steps) {
      const declared = this.version(version).stores({ ...stores });
      if (upgrade) declared.upgrade(upgrade);
    }
  }

  /** The version on the disk, which may be newer than the one that this code declares. */
  get storedVersion(): number {
    return this.backendDB().version / 10;
  }
}
