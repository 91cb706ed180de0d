import { kindOf, type RecordKind } from '../../model/ids.ts';
import type { MergePart } from '../../model/merging.ts';
import { sheetOf } from '../../model/sheet-of.ts';

/** Said of people and of files: no change of the plan. */
const UNTOLD: ReadonlySet<string> = new Set<RecordKind>(['writer', 'slice', 'prior']);

/** The part of the plan that a record belongs to; null = nobody is told of it. */
export const partOf = (id: string): MergePart | null => (UNTOLD.has(kindOf(id)) ? null : sheetOf(id));
