import { attempt } from './attempt.ts';
import { decodePage } from './pages.ts';
import type { PageText, PlanRow } from './storage.ts';
import { unpacked } from './versions/packing.ts';
import { partFor } from './versions/parts.ts';
import type { PartRow, VersionRow } from './versions/version.ts';

/** What could be read of a plan. */
export interface Rescued {
  readonly id: string;
  readonly name: string;
  readonly pages: readonly PageText[];
  /** How many pages could not be read, and how many of those came out of a version instead. */
  readonly lost: number;
  readonly filled: number;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('unreadable'));
  });

/** Whatever version it has: nothing is upgraded, and nothing is written. */
function openAsItIs(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  // There is no such database: none is to be made.
  request.onupgradeneeded = () => request.transaction?.abort();
  return done(request);
}

const ofPlan = (plan: string): IDBKeyRange => IDBKeyRange.bound([plan], [plan, []]);

/** Reads a table in a transaction of its own: what is damaged ends the transaction that meets it. */
class Reader {
  readonly #database: IDBDatabase;
  constructor(database: IDBDatabase) {
    this.#database = database;
  }

  async keys(table: string, range?: IDBKeyRange): Promise<IDBValidKey[]> {
    const keys = await attempt(() => done(this.#table(table).getAllKeys(range)));
    return keys.ok ? keys.value : [];
  }

  async get<T>(table: string, key: IDBValidKey): Promise<T | null> {
    const row = await attempt(() => done(this.#table(table).get(key) as IDBRequest<T | undefined>));
    return row.ok ? (row.value ?? null) : null;
  }

  async all<T>(table: string, range?: IDBKeyRange): Promise<T[]> {
    const rows = await Promise.all((await this.keys(table, range)).map((key) => this.get<T>(table, key)));
    return rows.filter((row) => row !== null);
  }

  #table(name: string): IDBObjectStore {
    return this.#database.transaction(name).objectStore(name);
  }
}

const isWhole = async (page: PageText): Promise<boolean> => (await attempt(() => decodePage(page))).ok;

/** The same page as the newest version has it that still can be read. */
async function fromVersions(reader: Reader, plan: string, page: string): Promise<PageText | null> {
  const versions = await reader.all<VersionRow>('versions', ofPlan(plan));
  for (const { parts } of versions.sort((a, b) => b.at - a.at)) {
    const part = parts[partFor(parts, page)];
    const row = part && (await reader.get<PartRow>('parts', [plan, part.hash]));
    const pages = row && (await attempt(() => unpacked(row.bytes)));
    const found = pages?.ok ? pages.value.find((each) => each.page === page) : undefined;
    if (found && (await isWhole(found))) return found;
  }
  return null;
}

async function rescuePlan(reader: Reader, { id, name }: PlanRow): Promise<Rescued> {
  const pages: PageText[] = [];
  let [lost, filled] = [0, 0];
  for (const key of await reader.keys('pages', ofPlan(id))) {
    const page = (key as [string, string])[1];
    const stored = await reader.get<PageText>('pages', key);
    if (stored && (await isWhole(stored))) {
      pages.push({ page, text: stored.text });
      continue;
    }
    lost++;
    const earlier = await fromVersions(reader, id, page);
    if (earlier) filled++;
    if (earlier) pages.push(earlier);
  }
  return { id, name, pages, lost, filled };
}

/** All that can be read of a database, or of one plan in it, without changing anything. Plans in the bin are left there. */
export async function rescue(name: string, only: string | null): Promise<readonly Rescued[]> {
  const database = await openAsItIs(name);
  try {
    const reader = new Reader(database);
    const rows = await reader.all<PlanRow>('plans');
    const wanted = rows.filter(({ id, deletedAt }) => (only === null ? deletedAt === null : id === only));
    const rescued: Rescued[] = [];
    for (const row of wanted) rescued.push(await rescuePlan(reader, row));
    return rescued.filter(({ pages }) => pages.length > 0);
  } finally {
    database.close();
  }
}
