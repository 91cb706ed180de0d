import type { RecordEntry } from '../model/diff.ts';
import { commitStep, newWriter, type Rec } from '../model/facts/index.ts';
import type { Result } from '../model/failure.ts';
import { randomKey, SETTINGS_ID } from '../model/ids.ts';
import type { PageText, PlanRow, PlanStorage } from '../storage/storage.ts';
import type { PlanCodec } from './codec.ts';
import type { PlanContent } from './contract.ts';
import { decodeSlowly, encodeSlowly } from './encoding.ts';
import { nameIn, newRecords, newRow, shownOf, withName } from './plan-content.ts';
import type { Session } from './session.svelte.ts';

/** A plan that was made, and whether it could be stored: where not, it is kept in memory alone. */
export interface Added {
  readonly row: PlanRow;
  readonly recs: ReadonlyMap<string, Rec>;
  readonly storage: PlanStorage;
  readonly kept: Result<void>;
}

interface Content {
  readonly name: string;
  readonly recs: () => Promise<ReadonlyMap<string, Rec>>;
  readonly pages: () => Promise<readonly PageText[]>;
}

/** Whole plans: made, copied, written to files and read from them. */
export class WholePlans {
  readonly #codec: () => Promise<PlanCodec>;
  readonly #storage: () => Promise<PlanStorage>;
  readonly #openPlan: (planId: string) => Session | undefined;

  constructor(
    codec: () => Promise<PlanCodec>,
    storage: () => Promise<PlanStorage>,
    openPlan: (planId: string) => Session | undefined,
  ) {
    this.#codec = codec;
    this.#storage = storage;
    this.#openPlan = openPlan;
  }

  /** A new plan. Where it can't be stored it is kept in memory, so that it can be looked at and exported. */
  async add(records: readonly RecordEntry[], at: number, name?: string): Promise<Added> {
    const recs = await newRecords(name === undefined ? records : withName(records, name), at);
    const row = newRow(randomKey(), recs, at);
    const storage = await this.#storage();
    return { row, recs, storage, kept: await storage.create(row, await encodeSlowly(recs)) };
  }

  async copyOf(planId: string, name: string): Promise<RecordEntry[]> {
    const { recs } = await this.#contentOf(planId);
    return withName(await shownOf(await recs()), name);
  }

  /** Renames a plan that is not open. */
  async rename(planId: string, name: string, at: number): Promise<Result<void>> {
    const storage = await this.#storage();
    const writer = newWriter();
    const change = { id: SETTINGS_ID, field: 'name', value: name };
    const written = await storage.replace(planId, [SETTINGS_ID], at, (stored) => {
      const step = commitStep(stored, writer, at, [change]);
      return new Map([...step].map(([id, { after }]) => [id, after]));
    });
    return written.ok ? storage.update(planId, { name }) : written;
  }

  async exportFile(planId: string): Promise<{ name: string; bytes: Uint8Array }> {
    const { name, pages } = await this.publish(planId);
    const codec = await this.#codec();
    const bytes = await codec.encode(planId, pages);
    await (await this.#storage()).update(planId, { backedUpAt: Date.now() });
    return { name: codec.fileName(name), bytes };
  }

  /** Facts are about to leave the device: what they are is read as they are counted as published. */
  async publish(planId: string): Promise<PlanContent> {
    const session = this.#openPlan(planId);
    await session?.settled();
    const published = await (await this.#storage()).publish(planId);
    if (published.ok && !session?.problem) {
      const { row, pages } = published.value;
      return { name: session ? nameIn(session.facts) : row.name, pages, seq: row.seq };
    }
    // A full disk must not keep a plan from leaving it: then undo is told in another way.
    session?.share();
    return { ...(await this.pagesOf(planId)), seq: null };
  }

  async pagesOf(planId: string): Promise<PlanContent> {
    const session = this.#openPlan(planId);
    const seq = (await session?.settled()) ?? null;
    const { name, pages } = await this.#contentOf(planId);
    return { name, pages: await pages(), seq };
  }

  /** A plan's name and content, from memory if it is open. */
  async #contentOf(planId: string): Promise<Content> {
    const session = this.#openPlan(planId);
    if (session) {
      const { facts } = session;
      return { name: nameIn(facts), recs: () => Promise.resolve(facts), pages: () => encodeSlowly(facts) };
    }
    const read = await (await this.#storage()).read(planId);
    if (!read.ok) throw new Error(`plan ${planId} can't be read: ${read.failure.code}`);
    const { row, pages } = read.value;
    return { name: row.name, recs: () => decodeSlowly(pages), pages: () => Promise.resolve(pages) };
  }
}
