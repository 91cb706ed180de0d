import type { Change } from '../../model/diff.ts';
import type { Rec } from '../../model/facts/index.ts';
import { ok, type Failure, type Result } from '../../model/failure.ts';
import type { RecordSheet } from '../../model/sheet-of.ts';
import { attempt } from '../attempt.ts';
import { StorageRefusal } from '../failure-of.ts';
import { close, openDatabase } from '../opening.ts';
import { decodePage, decodePages, pageOf } from '../pages.ts';
import { rescue, type Rescued } from '../rescue.ts';
import type { PageText } from '../storage.ts';
import {
  changesBack,
  comparison,
  differing,
  type Comparison,
  type Differing,
  type Shown,
} from './comparing.ts';
import { changeLog, pastOf, type CellPast, type ChangeLog, type LogFilter, type LogShown } from './log.ts';
import { VersionStore } from './store.ts';
import type { Usage, VersionAsked, VersionInfo } from './version.ts';

/** A version by its id; null = the plan as it is stored now. */
export type StateId = string | null;

/** Two states of a plan. */
export interface Two {
  readonly database: string;
  readonly plan: string;
  readonly from: StateId;
  readonly to: StateId;
}

/** The plan as it is now, by the number of its last commit. */
export interface Present {
  readonly database: string;
  readonly plan: string;
  readonly seq: number;
}

/** Opens the database for one piece of work, so that it never blocks an upgrade for long. */
async function withStore<T>(
  database: string,
  work: (store: VersionStore) => Promise<Result<T>>,
): Promise<Result<T>> {
  const opened = await openDatabase({ blocked: () => undefined, lost: () => undefined }, database);
  if (!opened.ok) return opened;
  try {
    return await work(new VersionStore(opened.value));
  } finally {
    close(opened.value);
  }
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new StorageRefusal(result.failure satisfies Failure);
  return result.value;
}

const pagesOf = async (store: VersionStore, plan: string, state: StateId): Promise<readonly PageText[]> =>
  must(await (state === null ? store.present(plan) : store.pages(plan, state)));

/** What is done with versions off the page. What was read last is kept at hand, for the next look at the same. */
export class VersionWork {
  #two: { readonly key: string; readonly differing: Differing } | null = null;
  #now: { readonly key: string; readonly recs: ReadonlyMap<string, Rec> } | null = null;

  keep(database: string, asked: VersionAsked, read: () => void): Promise<Result<VersionInfo | null>> {
    return withStore(database, (store) => store.keep(asked, read));
  }

  /** `seq`: the plan's last commit, so that a change is not overlooked. */
  compare(two: Two, seq: number, shown: Shown): Promise<Result<Comparison>> {
    return attempt(async () => comparison(await this.#differing(two, seq), shown));
  }

  /** The changes that bring `from` back. */
  restore(two: Two, seq: number, sheets: readonly RecordSheet[] | null): Promise<Result<readonly Change[]>> {
    return attempt(async () => changesBack(await this.#differing(two, seq), sheets));
  }

  log(present: Present, filter: LogFilter, shown: LogShown): Promise<Result<ChangeLog>> {
    return attempt(async () => changeLog(await this.#present(present), filter, shown));
  }

  /** All that is known of a cell, from the plan as it is and from its versions. */
  past({ database, plan }: Present, id: string, field: string): Promise<Result<readonly CellPast[]>> {
    return withStore(database, (store) =>
      attempt(async () => {
        const page = pageOf(id);
        const now = must(await store.present(plan, page));
        const pages = [...must(await store.pageInAll(plan, page)), ...now];
        return pastOf(
          pages.map((each) => decodePage(each).get(id)),
          field,
        );
      }),
    );
  }

  usage(database: string): Promise<Result<Usage>> {
    return withStore(database, (store) => attempt(() => store.usage()));
  }

  /** What can be read where something is damaged. */
  rescue(database: string, plan: string | null): Promise<Result<readonly Rescued[]>> {
    return attempt(() => rescue(database, plan));
  }

  async #differing(two: Two, seq: number): Promise<Differing> {
    const key = JSON.stringify([two, seq]);
    if (this.#two?.key !== key) {
      const read = await withStore(two.database, async (store) => {
        const states = [two.from, two.to].map((state) => pagesOf(store, two.plan, state));
        const [before, after] = await Promise.all(states);
        return ok(differing(before!, after!));
      });
      this.#two = { key, differing: must(read) };
    }
    return this.#two.differing;
  }

  async #present({ database, plan, seq }: Present): Promise<ReadonlyMap<string, Rec>> {
    const key = JSON.stringify([database, plan, seq]);
    if (this.#now?.key !== key) {
      const read = await withStore(database, (store) => store.present(plan));
      this.#now = { key, recs: decodePages(must(read)) };
    }
    return this.#now.recs;
  }
}
