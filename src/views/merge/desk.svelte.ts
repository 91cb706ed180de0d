import type { Failure } from '../../model/failure.ts';
import type { MergePart, MergePreview, MergeProgress, MergeRow } from '../../model/merging.ts';
import type { PlanFilesRead, PlanMerge } from '../../state/contract.ts';
import { changesOf, conflictKey, sideOf, type Choices, type Side } from './choices.ts';

/** So many lines are fetched at a time. */
export const CHUNK = 100;

/** A merge on its screen: what it would change, and what was chosen. */
export class MergeDesk {
  state = $state<'working' | 'ready' | 'applying' | 'done' | 'failed'>('working');
  progress = $state.raw<MergeProgress>({ done: 0, of: 0, changed: 0 });
  preview = $state.raw<MergePreview | null>(null);
  failure = $state.raw<Failure | null>(null);
  choices = $state.raw<Choices>({});
  /** The part that the list is limited to; null = all. */
  part = $state<MergePart | null>(null);
  /** Fetched lines by the number of their chunk; anew for each part. */
  chunks = $state.raw<ReadonlyMap<number, readonly MergeRow[]>>(new Map());
  #merge: PlanMerge | null = null;
  #fetching = new Set<number>();

  constructor(files: PlanFilesRead, plan: string) {
    void this.#work(files, plan);
  }

  async #work(files: PlanFilesRead, plan: string): Promise<void> {
    try {
      const merged = await files.merge(plan, (progress) => (this.progress = progress));
      if (merged.ok) this.#show(merged.value);
      else this.#fail(merged.failure);
    } catch {
      this.#fail({ code: 'fileReadingDied' });
    }
  }

  #show(merge: PlanMerge): void {
    this.#merge = merge;
    this.preview = merge.preview;
    this.state = 'ready';
  }

  #fail(failure: Failure): void {
    this.failure = failure;
    this.state = 'failed';
  }

  get merge(): PlanMerge | null {
    return this.#merge;
  }

  /** How many lines the list has. */
  get lines(): number {
    const { preview, part } = this;
    if (!preview) return 0;
    if (part === null) return preview.lines;
    const counts = preview.parts.find((each) => each.part === part)?.counts;
    return counts ? counts.added + counts.removed + counts.updated : 0;
  }

  row(at: number): MergeRow | undefined {
    return this.chunks.get(Math.floor(at / CHUNK))?.[at % CHUNK];
  }

  /** Lines from..to are to be seen. */
  want(from: number, to: number): void {
    for (let chunk = Math.floor(from / CHUNK); chunk <= Math.floor(to / CHUNK); chunk++)
      if (!this.chunks.has(chunk) && !this.#fetching.has(chunk)) void this.#fetch(chunk);
  }

  async #fetch(chunk: number): Promise<void> {
    const { part } = this;
    this.#fetching.add(chunk);
    const rows = (await this.#merge?.rows(part, chunk * CHUNK, CHUNK)) ?? [];
    if (part !== this.part) return;
    this.#fetching.delete(chunk);
    this.chunks = new Map([...this.chunks, [chunk, rows]]);
  }

  show(part: MergePart | null): void {
    this.part = part;
    this.#fetching = new Set();
    this.chunks = new Map();
  }

  choose(key: string, option: number): void {
    this.choices = { ...this.choices, [key]: option };
  }

  chooseAll(side: Side): void {
    const conflicts = this.preview?.conflicts ?? [];
    this.choices = Object.fromEntries(
      conflicts.map((conflict) => [conflictKey(conflict), sideOf(conflict, side)]),
    );
  }

  /** True = it is in. */
  async apply(): Promise<boolean> {
    if (!this.#merge || this.state !== 'ready') return false;
    this.state = 'applying';
    const applied = await this.#merge.apply(changesOf(this.preview?.conflicts ?? [], this.choices));
    if (!applied.ok) this.failure = applied.failure;
    this.state = applied.ok ? 'done' : 'failed';
    return applied.ok;
  }
}
