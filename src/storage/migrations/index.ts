import type { Transaction } from 'dexie';
import { initial } from './1-initial.ts';
import { versionsAndPlaces } from './2-versions-and-places.ts';

/** One named change of the database's shape. A released migration never changes; the next one gets the next number. */
export interface Migration {
  readonly version: number;
  readonly stores: { readonly [table: string]: string | null };
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

export const migrations: readonly Migration[] = [initial, versionsAndPlaces];
