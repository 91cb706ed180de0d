import { Dexie } from 'dexie';
import type { Result } from '../model/failure.ts';
import { ok } from '../model/failure.ts';
import { attempt } from './attempt.ts';
import type { Database, PlaceRow } from './db.ts';
import { close, openDatabase } from './opening.ts';

export type { PlaceRow } from './db.ts';

const nothing = (): void => undefined;

/** Where plans are kept beside the database. A connection of its own, for as long as it takes. */
export class Places {
  readonly #database: string;

  constructor(database: string) {
    this.#database = database;
  }

  /** The one place of a plan; undefined = none. */
  of(plan: string): Promise<Result<PlaceRow | undefined>> {
    return this.#with((database) =>
      database.places.where(':id').between([plan, Dexie.minKey], [plan, Dexie.maxKey]).first(),
    );
  }

  /** A plan has one place: another one takes its room. */
  put(row: PlaceRow): Promise<Result<void>> {
    return this.#with((database) =>
      database.transaction('rw', database.places, async () => {
        await removeOf(database, row.plan);
        await database.places.put(row);
      }),
    );
  }

  /** What is remembered about a place, unless it has been left or changed for another meanwhile. */
  remember({ plan, name }: PlaceRow, about: PlaceRow['about']): Promise<Result<void>> {
    return this.#with(async (database) => {
      await database.places.update([plan, name], { about });
    });
  }

  remove(plan: string): Promise<Result<void>> {
    return this.#with((database) => removeOf(database, plan));
  }

  async #with<T>(act: (database: Database) => PromiseLike<T>): Promise<Result<T>> {
    const opened = await openDatabase({ blocked: nothing, lost: nothing }, this.#database);
    if (!opened.ok) return opened;
    const done = await attempt(() => act(opened.value));
    close(opened.value);
    return done.ok ? ok(done.value) : done;
  }
}

async function removeOf(database: Database, plan: string): Promise<void> {
  await database.places.where(':id').between([plan, Dexie.minKey], [plan, Dexie.maxKey]).delete();
}
