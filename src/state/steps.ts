import { stepEntry, type Step } from '../model/facts/index.ts';
import type { StepLabel } from './contract.ts';

/** One act of the user in this tab, as undo needs it. */
export interface UndoEntry {
  readonly step: Step;
  readonly label: StepLabel;
  /** The plan's `exports` when the step was made: a higher one later means that others may hold its facts. */
  readonly exports: number;
  /** When it was done, in ms. */
  readonly at?: number;
}

const goesOn = (last: UndoEntry, next: UndoEntry): boolean =>
  next.label.run !== undefined &&
  last.label.run === next.label.run &&
  (next.at ?? Infinity) - (last.at ?? 0) < RUN;

/** Both as one: from what was before the first to what is after the second, as old as the first. */
function joined(first: UndoEntry, second: UndoEntry): UndoEntry {
  const step = new Map(first.step);
  for (const [id, { before, after }] of second.step) {
    const start = step.has(id) ? step.get(id)?.before : before;
    step.set(id, stepEntry(start, after));
  }
  return { ...second, step, exports: first.exports };
}

/** More than anybody takes back; each entry holds the records it changed. */
const DEPTH = 200;
/** Acts of one run within so many ms of each other are one step. */
const RUN = 3000;

export class Steps {
  readonly #done: UndoEntry[] = [];
  readonly #undone: UndoEntry[] = [];
  /** Raised by every new act: an undo that was under way meanwhile can't be redone any more. */
  acts = 0;
  /** The last act, while nothing was done or taken back since. */
  #last: UndoEntry | null = null;

  get undoable(): StepLabel | null {
    return this.#done.at(-1)?.label ?? null;
  }
  get redoable(): StepLabel | null {
    return this.#undone.at(-1)?.label ?? null;
  }

  /** By which act a field holds what it does, if that was the last one. */
  justPut(id: string, field: string): StepLabel['code'] | null {
    const put = this.#last?.step.get(id);
    return put && put.before?.v[field] !== put.after?.v[field] ? this.#last!.label.code : null;
  }

  did(entry: UndoEntry): void {
    this.acts++;
    this.#last = entry;
    const last = this.#undone.length === 0 ? this.#done.at(-1) : undefined;
    if (last && goesOn(last, entry)) this.#done.pop();
    this.#done.push(last && goesOn(last, entry) ? joined(last, entry) : entry);
    if (this.#done.length > DEPTH) this.#done.shift();
    this.#undone.length = 0;
  }

  take(way: 'undo' | 'redo'): UndoEntry | undefined {
    this.#last = null;
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
