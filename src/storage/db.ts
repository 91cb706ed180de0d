import { Dexie, type Table } from 'dexie';
import { migrations, type Migration } from './migrations/index.ts';
import { DATABASE, type PageText, type PlanRow } from './storage.ts';

export interface PageRow extends PageText {
  readonly plan: string;
  /** Number of the commit that wrote it last. */
  readonly seq: number;
}

export class Database extends Dexie {
  declare readonly plans: Table<PlanRow, string>;
  declare readonly pages: Table<PageRow, [string, string]>;

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
