import { keysOf, kindOf, type RecordKind } from './ids.ts';

/** Where people look for a record. */
export const RECORD_SHEETS = [
  'goals',
  'team',
  'history',
  'backcast',
  'actuals',
  'tiers',
  'whatIf',
  'reports',
  'settings',
  'other',
] as const;
export type RecordSheet = (typeof RECORD_SHEETS)[number];

const SHEET: { readonly [kind in RecordKind]?: RecordSheet } = {
  goal: 'goals',
  unit: 'team',
  history: 'history',
  inHand: 'history',
  override: 'backcast',
  handedOut: 'backcast',
  actual: 'actuals',
  systemActual: 'actuals',
  monthToDate: 'actuals',
  catchUp: 'actuals',
  tier: 'tiers',
  tierLine: 'tiers',
  level: 'tiers',
  scenario: 'whatIf',
  note: 'reports',
  report: 'reports',
  alert: 'reports',
  settings: 'settings',
  measure: 'settings',
  other: 'settings',
  season: 'settings',
  dayOff: 'settings',
  alias: 'settings',
  mapping: 'settings',
  slice: 'settings',
  prior: 'settings',
  writer: 'settings',
};

/** The sheet of a record; `other` for kinds of newer versions. */
export function sheetOf(id: string): RecordSheet {
  const kind = kindOf(id);
  return (Object.hasOwn(SHEET, kind) ? SHEET[kind] : undefined) ?? 'other';
}

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
  'tier',
  'level',
  'note',
  'alert',
]);

/** Whether the record is a row that comes and goes; else its cells are filled and emptied. */
export const isThing = (id: string): boolean => THINGS.has(kindOf(id));

const OF_A_UNIT: ReadonlySet<string> = new Set<RecordKind>([
  'unit',
  'goal',
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
