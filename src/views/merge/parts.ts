import type { MergePart } from '../../model/merging.ts';
import { partOf } from '../../files/merge/parts.ts';

/** Where a cell in dispute is found; only what is told has a part. */
export const partOfConflict = (id: string): MergePart => partOf(id) ?? 'other';
