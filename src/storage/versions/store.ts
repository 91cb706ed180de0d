import { Dexie } from 'dexie';
import { randomKey } from '../../model/ids.ts';
import type { Result } from '../../model/failure.ts';
import { attempt } from '../attempt.ts';
import type { Database } from '../db.ts';
import { StorageRefusal } from '../failure-of.ts';
import type { PageText } from '../storage.ts';
import { planRow } from '../transactions.ts';
import { packed, unpacked, written, type Written } from './packing.ts';
import { partFor, partsOf } from './parts.ts';
import { outdated } from './thinning.ts';
import {
  infoOf,
  type Usage,
  type PartRef,
  type PartRow,
  type VersionAsked,
  type VersionInfo,
  type VersionList,
  type VersionRow,
} from './version.ts';

/** Files of a team folder may come every minute: so much time lies between two versions kept for them. */
const FOLDER_MS = 3_600_000;

const whole = (plan: string) =>
  [
    [plan, Dexie.minKey],
    [plan, Dexie.maxKey],
  ] as const;

interface Described extends Written {
  readonly from: string;
}

/** Earlier states of plans, in the database beside them. */
export class VersionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The name of the database that it is in. */
  get database(): string {
    return this.#database.name;
  }

  /**
   * Keeps the plan as it is stored now. `read` is called as soon as that has been read: what is written from then on is
   * not in it. null: there is one of that day, or of that hour before files of a folder, already; or nothing has changed
   * since the last one.
   */
  async keep(asked: VersionAsked, read: () => void = () => undefined): Promise<Result<VersionInfo | null>> {
    const kept = await this.#keep(asked, read);
    // Another tab thinned what this one was about to share.
    return kept.ok || kept.failure.code !== 'versionMoved' ? kept : this.#keep(asked, read);
  }

  #keep(asked: VersionAsked, read: () => void): Promise<Result<VersionInfo | null>> {
    return attempt(async () => {
      const { seq, pages } = await this.#stored(asked.plan);
      read();
      if (await this.#isThere(asked, seq)) return null;
      const parts = await Promise.all(partsOf(pages).map(describe));
      const row = await this.#put({ ...asked, id: randomKey(), seq, parts: [] }, parts);
      return infoOf(row);
    });
  }

  list(plan: string): Promise<Result<VersionList>> {
    return attempt(async () => {
      const rows = await this.#rows(plan);
      const sizes = new Map(rows.flatMap(({ parts }) => parts.map(({ hash, size }) => [hash, size])));
      const versions = rows.map(infoOf).sort((a, b) => b.at - a.at || b.seq - a.seq);
      return { versions, size: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
    });
  }

  /** The pages of a version. Fails with `versionMissing` or `versionDamaged`. */
  pages(plan: string, id: string): Promise<Result<readonly PageText[]>> {
    return attempt(async () => {
      const { parts } = await this.#row(plan, id);
      return (await Promise.all(parts.map((part) => this.#unpacked(plan, part)))).flat();
    });
  }

  /** The plan as it is stored now, or one page of it. */
  present(plan: string, page?: string): Promise<Result<readonly PageText[]>> {
    return attempt(async () => {
      if (page === undefined) return (await this.#stored(plan)).pages;
      const found = await this.#database.pages.get([plan, page]);
      return found ? [found] : [];
    });
  }

  /** Bytes of all plans, and of all versions. */
  async usage(): Promise<Usage> {
    const { pages, parts } = this.#database;
    const sum = { plans: 0, versions: 0 };
    await pages.each(({ text }) => (sum.plans += text.length));
    await parts.each(({ bytes }) => (sum.versions += bytes.length));
    return sum;
  }

  /** One page in every version that has it, the oldest first; equal ones once. */
  async pageInAll(plan: string, page: string): Promise<Result<readonly PageText[]>> {
    return attempt(async () => {
      const rows = (await this.#rows(plan)).sort((a, b) => a.at - b.at || a.seq - b.seq);
      const parts = new Map(
        rows.flatMap(({ parts }) => {
          const part = parts[partFor(parts, page)];
          return part ? [[part.hash, part]] : [];
        }),
      );
      const found = await Promise.all([...parts.values()].map((part) => this.#unpacked(plan, part)));
      return found.flat().filter((each) => each.page === page);
    });
  }

  /** A name keeps a version for good; null takes the name away. */
  name(plan: string, id: string, name: string | null): Promise<Result<void>> {
    const { versions } = this.#database;
    return attempt(() =>
      this.#database.transaction('rw', versions, async () => {
        const row = { ...(await this.#row(plan, id)) };
        delete row.name;
        await versions.put(name === null ? row : { ...row, name });
      }),
    );
  }

  erase(plan: string, ids: readonly string[]): Promise<Result<void>> {
    const { versions, parts } = this.#database;
    return attempt(() =>
      this.#database.transaction('rw', versions, parts, async () => {
        await versions.bulkDelete(ids.map((id) => [plan, id]));
        const used = new Set((await this.#rows(plan)).flatMap((row) => row.parts.map(({ hash }) => hash)));
        const unused = (await this.#hashes(plan)).filter((hash) => !used.has(hash));
        await parts.bulkDelete(unused.map((hash) => [plan, hash]));
      }),
    );
  }

  /** Takes away automatic ones that have had their time. */
  async thin(plan: string, now: number): Promise<Result<void>> {
    const listed = await this.list(plan);
    if (!listed.ok) return listed;
    const old = outdated(listed.value.versions, now);
    return old.length ? this.erase(plan, old) : { ok: true, value: undefined };
  }

  #stored(plan: string): PromiseLike<{ seq: number; pages: readonly PageText[] }> {
    const { plans, pages } = this.#database;
    return this.#database.transaction('r', plans, pages, async () => {
      const { seq } = await planRow(this.#database, plan);
      const stored = await pages
        .where('[plan+page]')
        .between(...whole(plan))
        .toArray();
      return { seq, pages: stored };
    });
  }

  /** What nobody asked for is kept once for its time, and not without a change. */
  async #isThere({ plan, reason, day, at }: VersionAsked, seq: number): Promise<boolean> {
    if (reason !== 'daily' && reason !== 'folder') return false;
    const rows = await this.#rows(plan);
    const ofItsTime = (row: VersionRow) =>
      row.reason === reason && (reason === 'daily' ? row.day === day : Math.abs(at - row.at) < FOLDER_MS);
    return rows.some((row) => row.seq === seq || ofItsTime(row));
  }

  #rows(plan: string): PromiseLike<VersionRow[]> {
    return this.#database.versions
      .where('[plan+id]')
      .between(...whole(plan))
      .toArray();
  }

  async #row(plan: string, id: string): Promise<VersionRow> {
    const row = await this.#database.versions.get([plan, id]);
    if (!row) throw new StorageRefusal({ code: 'versionMissing' });
    return row;
  }

  async #hashes(plan: string): Promise<string[]> {
    const keys = await this.#database.parts
      .where('[plan+hash]')
      .between(...whole(plan))
      .primaryKeys();
    return keys.map(([, hash]) => hash);
  }

  async #unpacked(plan: string, { hash }: PartRef): Promise<PageText[]> {
    const part = await this.#database.parts.get([plan, hash]);
    if (!part) throw new StorageRefusal({ code: 'versionDamaged' });
    return unpacked(part.bytes);
  }

  /** Packs what is not there yet, and writes it with the version or not at all. */
  async #put(asked: VersionRow, parts: readonly Described[]): Promise<VersionRow> {
    const { plan } = asked;
    const known = new Set(await this.#hashes(plan));
    const fresh: PartRow[] = await Promise.all(
      parts
        .filter(({ hash }) => !known.has(hash))
        .map(async ({ hash, bytes }) => ({ plan, hash, bytes: await packed(bytes) })),
    );
    const { versions, parts: table } = this.#database;
    return this.#database.transaction('rw', versions, table, async () => {
      await table.bulkPut(fresh);
      const stored = await table.bulkGet(parts.map(({ hash }) => [plan, hash]));
      if (stored.some((part) => !part)) throw new StorageRefusal({ code: 'versionMoved' });
      const refs = parts.map(({ hash, from }, i) => ({ hash, from, size: stored[i]!.bytes.length }));
      const row = { ...asked, parts: refs };
      await versions.add(row);
      return row;
    });
  }
}

const describe = async ({ from, pages }: ReturnType<typeof partsOf>[number]): Promise<Described> => ({
  from,
  ...(await written(pages)),
});
