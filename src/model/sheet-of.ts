import { kindOf, type RecordKind } from './ids.ts';

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

const SHEET: { readonly [kind in RecordKind]: RecordSheet } = {
  goal: 'goals',
  segment: 'goals',
  lock: 'goals',
  spreadBy: 'goals',
  task: 'goals',
  proposal: 'goals',
  place: 'team',
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

/** Every kind of record that this version knows. */
export const RECORD_KINDS = Object.keys(SHEET) as readonly RecordKind[];

/** The sheet of a record; `other` for kinds of newer versions. */
export function sheetOf(id: string): RecordSheet {
  const kind = kindOf(id);
  return Object.hasOwn(SHEET, kind) ? SHEET[kind] : 'other';
}
