import { joinRec, type Rec, type Step } from '../model/facts/index.ts';
import { deltaOf, writtenIn } from '../storage/pages.ts';
import type { PageText } from '../storage/storage.ts';
import { encodeSlowly } from './encoding.ts';
import { inSlices } from './pace.ts';

/** A commit that is shown but not stored yet. */
interface WaitingCommit {
  readonly step: Step;
  readonly delta: ReadonlyMap<string, Rec>;
  /** Called once its transaction has committed, or has failed for now. */
  readonly answer: () => void;
  /** What has to be done with the plan as it is stored without this commit. */
  first?: (() => Promise<void>) | undefined;
}

/** What is yet to be stored, oldest first. Facts are joined, so storing one twice does no harm. */
export class Waiting {
  #commits: WaitingCommit[] = [];

  get empty(): boolean {
    return this.#commits.length === 0;
  }

  get deltas(): readonly ReadonlyMap<string, Rec>[] {
    return this.#commits.map(({ delta }) => delta);
  }

  add(
    step: Step,
    delta: ReadonlyMap<string, Rec> = deltaOf(step),
    first?: () => Promise<void>,
  ): Promise<void> {
    return new Promise((resolve) => this.#commits.push({ step, delta, answer: resolve, first }));
  }

  /** Before the oldest is stored. */
  async begin(): Promise<void> {
    const oldest = this.#commits[0];
    const first = oldest?.first;
    if (oldest) oldest.first = undefined;
    await first?.();
  }

  /** Takes back a commit that was never stored; false if it is not the last one waiting. */
  drop(step: Step): boolean {
    if (this.#commits.at(-1)?.step !== step) return false;
    this.#commits.pop()?.answer();
    return true;
  }

  /** All of it as pages, or as much as can be stored next, and the way to say that they are stored. */
  async batch(next = false): Promise<{ pages: readonly PageText[]; stored: () => void }> {
    const stop = next ? this.#commits.findIndex(({ first }) => first) : -1;
    const commits = stop < 0 ? [...this.#commits] : this.#commits.slice(0, stop);
    const pages = await encodeSlowly(joinAll(commits.map(({ delta }) => delta)));
    const stored = () => {
      this.#commits = this.#commits.filter((commit) => !commits.includes(commit));
      for (const { answer } of commits) answer();
    };
    return { pages, stored };
  }

  /** Nobody waits for an answer any longer; the commits stay. */
  answerAll(): void {
    for (const { answer } of this.#commits) answer();
  }
}

/** The delta of a big step, in slices. */
export async function bigDelta(step: Step): Promise<ReadonlyMap<string, Rec>> {
  const delta = new Map<string, Rec>();
  await inSlices([...step], 1000, (slice) => {
    for (const [id, entry] of slice) {
      const written = writtenIn(entry);
      if (written) delta.set(id, written);
    }
  });
  return delta;
}

function joinAll(deltas: readonly ReadonlyMap<string, Rec>[]): ReadonlyMap<string, Rec> {
  const [first = new Map<string, Rec>(), ...others] = deltas;
  if (!others.length) return first;
  const all = new Map(first);
  for (const delta of others) for (const [id, rec] of delta) all.set(id, joinRec(all.get(id), rec));
  return all;
}
