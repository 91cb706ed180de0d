import type { Rec } from '../../model/facts/index.ts';
import { SETTINGS_ID } from '../../model/ids.ts';
import type {
  FileReport,
  GivenFile,
  MergePart,
  MergePreview,
  MergeProgress,
  MergeRow,
} from '../../model/merging.ts';
import type { RecordChange } from '../../model/diff.ts';
import { ok, type Result } from '../../model/failure.ts';
import { Refusal } from '../plan-file/check.ts';
import { rowOf } from '../plan-file/columns.ts';
import { open, type OpenFile } from '../plan-file/index.ts';
import type { Page, Paging } from '../plan-file/job.ts';
import { assembled } from '../plan-file/record.ts';
import { Incoming, markOf } from './incoming.ts';
import { Outcome } from './outcome.ts';
import { recheck } from './recheck.ts';
import { mixedTotals } from './totals.ts';

type Told = ((done: MergeProgress) => void) | undefined;

/** A file of this act, and what is inside; null = it can't be read. */
interface Held {
  report: FileReport;
  readonly content: OpenFile | null;
}

/** What a file's settings call the plan. */
function nameIn({ groups, lists }: OpenFile): string {
  for (const columns of groups) {
    const row = columns.ids.indexOf(SETTINGS_ID);
    if (row < 0) continue;
    const name = assembled(rowOf(columns, row), lists).v['name'];
    return typeof name === 'string' ? name : '';
  }
  return '';
}

/** Between two files progress is sent and nothing else; a pause lets the messages out. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What the worker does for one act of opening files. */
export class MergeJob {
  readonly #paging: Paging;
  readonly #held: Held[] = [];
  #incoming = new Incoming(new Map());
  #outcome: Outcome | null = null;

  constructor(paging: Paging) {
    this.#paging = paging;
  }

  /** One file alone is checked whole, so that it is refused before anything is asked; of many, each as it is joined. */
  async read(files: readonly GivenFile[], told?: Told): Promise<readonly FileReport[]> {
    for (const [done, file] of files.entries()) {
      this.#held.push(await heldOf(file, files.length === 1 ? check : open));
      told?.({ done: done + 1, of: files.length, changed: 0 });
    }
    return this.#held.map(({ report }) => report);
  }

  /** All that the files say of a plan; a failure where none of them can be read. */
  async pagesOf(plan: string): Promise<Result<readonly Page[]>> {
    const wanted = this.#of(plan);
    await this.#join(plan, new Map<string, Rec>());
    const [first] = wanted;
    if (first && !wanted.some(({ report }) => report.ok) && !first.report.ok)
      return { ok: false, failure: first.report.failure };
    return ok(this.#paging.write(this.#incoming.recs));
  }

  #of(plan: string): Held[] {
    return this.#held.filter(({ report }) => report.ok && report.plan === plan);
  }

  async preview(plan: string, stored: readonly Page[], now: number, told?: Told): Promise<MergePreview> {
    const mine = this.#paging.read(stored);
    await this.#join(plan, mine, told);
    const outcome = new Outcome(mine, this.#incoming, now);
    this.#outcome = outcome;
    return {
      ...outcome.preview,
      plan,
      files: this.#held.map(({ report }) => report).filter((report) => !report.ok || report.plan === plan),
      faults: [
        ...recheck(mine, outcome.changed),
        ...mixedTotals(mine, outcome.changed, this.#incoming.older),
      ],
    };
  }

  rows(part: MergePart | null, from: number, count: number): readonly MergeRow[] {
    return this.#outcome?.rows(part, from, count) ?? [];
  }

  changes(from: number, count: number): readonly RecordChange[] {
    return this.#outcome?.changes(from, count) ?? [];
  }

  delta(): readonly Page[] {
    return this.#outcome ? this.#paging.write(this.#outcome.brought) : [];
  }

  /** A file with an impossible value is named, and the others go on. */
  async #join(plan: string, mine: ReadonlyMap<string, Rec>, told?: Told): Promise<void> {
    const wanted = this.#of(plan);
    this.#incoming = new Incoming(mine);
    for (const [done, held] of wanted.entries()) {
      try {
        if (held.content) this.#incoming.add(held.report.file, held.content);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { file, bytes } = held.report;
        held.report = { file, bytes, ok: false, failure: error.failure };
      }
      told?.({ done: done + 1, of: wanted.length, changed: this.#incoming.recs.size });
      await pause();
    }
  }
}

/** Opens a file and holds all its values against their fields. */
async function check(bytes: Uint8Array): Promise<Result<OpenFile>> {
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  try {
    new Incoming(new Map()).add('', opened.value);
    return opened;
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    throw error;
  }
}

async function heldOf({ name, bytes }: GivenFile, reading: typeof open): Promise<Held> {
  const about = { file: name, bytes: bytes.length };
  const opened = await reading(bytes);
  if (!opened.ok) return { report: { ...about, ok: false, failure: opened.failure }, content: null };
  const content = opened.value;
  const { plan, meta, records } = content;
  const part = markOf(content)?.unit ?? null;
  const { savedAt, readOnly = false } = meta;
  return {
    report: { ...about, ok: true, plan, name: nameIn(content), savedAt, records, part, readOnly },
    content,
  };
}
