import { keysOf, kindOf, type RecordKind } from './ids.ts';

const OF_A_UNIT: ReadonlySet<string> = new Set<RecordKind>([
  'unit',
  'goal',
  'lock',
  'spreadBy',
  'task',
  'proposal',
  'place',
  'history',
  'inHand',
  'override',
  'handedOut',
  'actual',
  'systemActual',
  'monthToDate',
  'catchUp',
  'report',
]);

/** The unit that a record is about, by its id; null = none, or only its values say. */
export const unitOfRecord = (id: string): string | null =>
  OF_A_UNIT.has(kindOf(id)) ? (keysOf(id)[0] ?? null) : null;
