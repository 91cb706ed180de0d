import { kindOf, type RecordKind } from './ids.ts';

/** Who people are is no part of what a plan says: it is neither compared nor taken back. */
export const isSaid = (id: string): boolean => !id.startsWith('writer/');

/** Kinds that are things of their own; a record of any other kind is cells of a table that is always there. */
const THINGS: ReadonlySet<string> = new Set<RecordKind>([
  'unit',
  'measure',
  'other',
  'alias',
  'mapping',
  'scenario',
  'segment',
  'lock',
  'proposal',
  'tier',
  'level',
  'note',
  'alert',
]);

/** Whether the record is a row that comes and goes; else its cells are filled and emptied. */
export const isThing = (id: string): boolean => THINGS.has(kindOf(id));
