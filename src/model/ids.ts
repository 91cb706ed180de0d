import type { Day, Month, MonthSpan } from './time.ts';

/**
 * Record ids are `kind/…`. Records with a natural key have an id made from it, so that two devices that enter the
 * same cell meet in one record. Ids carry no names of people.
 */
export type RecordKind =
  | 'settings'
  | 'unit'
  | 'measure'
  | 'other'
  | 'history'
  | 'goal'
  | 'inHand'
  | 'override'
  | 'season'
  | 'segment'
  | 'lock'
  | 'spreadBy'
  | 'task'
  | 'proposal'
  | 'place'
  | 'dayOff'
  | 'alias'
  | 'mapping'
  | 'scenario'
  | 'actual'
  | 'systemActual'
  | 'monthToDate'
  | 'handedOut'
  | 'catchUp'
  | 'tier'
  | 'tierLine'
  | 'level'
  | 'note'
  | 'report'
  | 'alert'
  | 'slice'
  | 'prior'
  | 'writer';

export const SETTINGS_ID = 'settings/plan';
/** Says of what part of the plan this is; only a slice has it. */
export const SLICE_ID = 'slice/part';

/** Stands for all segments in an id; no segment has this key. */
export const ALL_SEGMENTS = 'all';

/** One cell of the goals, at whatever height: a unit, a month or more, a segment (null = all of them). */
export interface GoalPlace {
  readonly unit: string;
  readonly span: MonthSpan;
  readonly segment: string | null;
}

export const recordId = {
  unit: (key: string) => `unit/${key}`,
  measure: (key: string) => `measure/${key}`,
  other: (key: string) => `other/${key}`,
  history: (unit: string, month: Month) => `history/${unit}/${month}`,
  /** Without a segment: what of a rep's month is not split over segments. */
  goal: (unit: string, month: Month, segment?: string | null) =>
    segment ? `goal/${unit}/${month}/${segment}` : `goal/${unit}/${month}`,
  inHand: (unit: string, month: Month) => `inHand/${unit}/${month}`,
  override: (unit: string, measure: string, from: Month) => `override/${unit}/${measure}/${from}`,
  season: (monthOfYear: number) => `season/${String(monthOfYear).padStart(2, '0')}`,
  segment: (key: string) => `segment/${key}`,
  lock: ({ unit, span, segment }: GoalPlace) =>
    `lock/${unit}/${span.from}/${span.to}/${segment ?? ALL_SEGMENTS}`,
  spreadBy: ({ unit, span, segment }: GoalPlace) =>
    `spreadBy/${unit}/${span.from}/${span.to}/${segment ?? ALL_SEGMENTS}`,
  task: (unit: string, month: Month) => `task/${unit}/${month}`,
  proposal: (unit: string, month: Month, key: string) => `proposal/${unit}/${month}/${key}`,
  place: (unit: string, before: Month) => `place/${unit}/${before}`,
  dayOff: (day: Day) => `dayOff/${day}`,
  alias: (key: string) => `alias/${key}`,
  mapping: (key: string) => `mapping/${key}`,
  scenario: (key: string) => `scenario/${key}`,
  actual: (unit: string, day: Day) => `actual/${unit}/${day}`,
  systemActual: (unit: string, day: Day) => `systemActual/${unit}/${day}`,
  monthToDate: (unit: string, month: Month) => `monthToDate/${unit}/${month}`,
  handedOut: (unit: string, month: Month, day: Day) => `handedOut/${unit}/${month}/${day}`,
  catchUp: (unit: string, day: Day) => `catchUp/${unit}/${day}`,
  tier: (key: string) => `tier/${key}`,
  tierLine: (tier: string, level: string, from: Month) => `tierLine/${tier}/${level}/${from}`,
  level: (key: string) => `level/${key}`,
  note: (key: string) => `note/${key}`,
  report: (unit: string, period: string) => `report/${unit}/${period}`,
  alert: (signature: string) => `alert/${signature}`,
  prior: (measure: string) => `prior/${measure}`,
  writer: (by: string) => `writer/${by}`,
};

export const kindOf = (id: string): RecordKind => id.slice(0, id.indexOf('/')) as RecordKind;

/** The parts of an id behind its kind: `history/u1/2026-11` gives `['u1', '2026-11']`. */
export const keysOf = (id: string): string[] => id.split('/').slice(1);

/** A fresh random key (unit or own measure): 72 bits, URL-safe, no meaning. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
