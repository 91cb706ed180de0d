import type { Fate, Look } from './folder.ts';

/** A file of somebody else as it was read last. */
export interface Seen extends Look {
  readonly hash: string;
  readonly fate: Fate;
  /** When it was read, by this device's clock. */
  readonly at: number;
}

/** What a device remembers of a folder, kept beside the folder's handle. Plain JSON. */
export interface FolderMemory {
  /** What people call this device. */
  readonly label: string;
  /** The only file that this device writes. */
  readonly own: string;
  /** Hash of what it wrote last, and of what it was about to write: a page may die before it hears of the end. */
  readonly written: string | null;
  readonly writing: string | null;
  /** How the own file looked after it was written, and when that was. */
  readonly stood: Look | null;
  readonly wroteAt: number | null;
  /** What the plan was when it was written (`FolderPlan.state`). */
  readonly state: number | null;
  readonly lookedAt: number | null;
  readonly seen: { readonly [name: string]: Seen };
}

/** Before the first look: a file of one's own is named and not yet written. */
export const newMemory = (label: string, own: string): FolderMemory => ({
  label,
  own,
  written: null,
  writing: null,
  stood: null,
  wroteAt: null,
  state: null,
  lookedAt: null,
  seen: {},
});
