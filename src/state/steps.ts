import type { Step } from '../model/facts/index.ts';
import type { StepLabel } from './contract.ts';

/** One act of the user in this tab, as undo needs it. */
export interface UndoEntry {
  readonly step: Step;
  readonly label: StepLabel;
  /** The plan's `exports` when the step was made: a higher one later means that others may hold its facts. */
  readonly exports: number;
}

/** More than anybody takes back; each entry holds the records it changed. */
const DEPTH = 200;

export class Steps {
  readonly #done: UndoEntry[] = [];
  readonly #undone: UndoEntry[] = [];
  /** Raised by every new act: an undo that was under way meanwhile can't be redone any more. */
  acts = 0;

  get undoable(): StepLabel | null {
    return this.#done.at(-1)?.label ?? null;
  }
  get redoable(): StepLabel | null {
    return this.#undone.at(-1)?.label ?? null;
  }

  did(entry: UndoEntry): void {
    this.acts++;
    this.#done.push(entry);
    if (this.#done.length > DEPTH) this.#done.shift();
    this.#undone.length = 0;
  }

  take(way: 'undo' | 'redo'): UndoEntry | undefined {
    return (way === 'undo' ? this.#done : this.#undone).pop();
  }

  /** The entry comes back where it was taken from: it could not be undone. */
  putBack(way: 'undo' | 'redo', entry: UndoEntry): void {
    (way === 'undo' ? this.#done : this.#undone).push(entry);
  }

  /** `entry` reverses what was taken; it goes to the other side. */
  took(way: 'undo' | 'redo', entry: UndoEntry, actsBefore: number): void {
    if (way === 'redo') this.#done.push(entry);
    else if (this.acts === actsBefore) this.#undone.push(entry);
  }
}
