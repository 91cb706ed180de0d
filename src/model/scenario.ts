import type { Change } from './diff.ts';
import { kindOf, keysOf, recordId, SETTINGS_ID, type RecordKind } from './ids.ts';
import type { Json, Values } from './json.ts';
import type { ScenarioChange, ScenarioChanges } from './records/scenario.ts';

/*
 * A scenario is a diff beside the plan. The plan goes on meanwhile: a change whose field the plan has changed itself, or
 * whose record or unit is gone from it, is left out and named, never an error.
 */

type Get = (id: string) => Values | undefined;

/** What people try: goals, ratios, people and their days. What was counted is no matter of supposing. */
const SUPPOSABLE: ReadonlySet<string> = new Set<RecordKind>([
  ...(['goal', 'segment', 'lock', 'spreadBy', 'task', 'place'] as const),
  ...(['inHand', 'override', 'unit', 'season', 'dayOff'] as const),
]);
const SUPPOSABLE_SETTINGS: ReadonlySet<string> = new Set(['confidence', 'confidenceOf', 'pattern']);
const OF_A_UNIT: ReadonlySet<string> = new Set<RecordKind>([
  ...([
    'goal',
    'lock',
    'spreadBy',
    'task',
    'proposal',
    'place',
    'inHand',
    'override',
    'history',
    'actual',
    'systemActual',
    'monthToDate',
    'handedOut',
    'catchUp',
  ] as const),
]);

const isOf = (kinds: ReadonlySet<string>, id: string): boolean => kinds.has(kindOf(id));

/** A record that scenarios may change, at least in part. */
export const isSupposable = (id: string): boolean => isOf(SUPPOSABLE, id) || id === SETTINGS_ID;

export interface LeftOut {
  readonly id: string;
  /** null: the whole record. */
  readonly field: string | null;
  /** The plan changed it meanwhile, or it, or the unit that it is about, is gone from the plan. */
  readonly reason: 'changed' | 'gone';
}

/** A scenario's changes on the plan as it is now. */
export interface Supposed {
  /** The records that differ from the plan's, whole; null = gone. */
  readonly records: ReadonlyMap<string, Values | null>;
  readonly leftOut: readonly LeftOut[];
}

export function supposed(changes: ScenarioChanges, get: Get): Supposed {
  const records = new Map<string, Values | null>();
  const leftOut: LeftOut[] = [];
  for (const [id, change] of Object.entries(changes)) {
    if (!isSupposable(id)) continue;
    const lost = isUnitLost(id, changes, get);
    const made = lost ? { fields: [null], values: undefined } : applied(change, get(id));
    if (made.values !== undefined) records.set(id, made.values);
    for (const field of made.fields)
      leftOut.push({ id, field, reason: lost || get(id) === undefined ? 'gone' : 'changed' });
  }
  return { records, leftOut };
}

function isUnitLost(id: string, changes: ScenarioChanges, get: Get): boolean {
  if (!isOf(OF_A_UNIT, id)) return false;
  const unit = recordId.unit(keysOf(id)[0] ?? '');
  return get(unit) === undefined && changes[unit]?.was !== null;
}

/** The record under a change, undefined = as the plan has it, and the fields that are left out. */
interface Applied {
  readonly values: Values | null | undefined;
  readonly fields: readonly (string | null)[];
}

function applied({ was, now }: ScenarioChange, current: Values | undefined): Applied {
  if (current === undefined) {
    if (was === null && now !== null) return { values: now, fields: [] };
    // What is to be gone is gone already.
    return { values: undefined, fields: now === null ? [] : [null] };
  }
  const moved = (field: string): boolean => !isSame(current[field], was?.[field]);
  if (now === null) {
    const changed = Object.keys(was ?? {}).filter(moved);
    return { values: changed.length > 0 ? undefined : null, fields: changed };
  }
  const wanted = Object.keys(now).filter((field) => !isSame(current[field], now[field]));
  const fields = wanted.filter(moved);
  const held = wanted.filter((field) => !fields.includes(field));
  if (held.length === 0) return { values: undefined, fields };
  return { values: { ...current, ...Object.fromEntries(held.map((field) => [field, now[field]!])) }, fields };
}

/** A blank is as good as a missing field. */
const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  (a ?? null) === (b ?? null) ||
  JSON.stringify(canonical(a ?? null)) === JSON.stringify(canonical(b ?? null));

const canonical = (value: Json): Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? sorted(value as Values) : value;

const sorted = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What of some changes belongs into an open scenario, and what is the plan's own. */
export function split(changes: readonly Change[], get: Get): { supposed: Change[]; plan: Change[] } {
  const [inside, plan]: [Change[], Change[]] = [[], []];
  const removed = new Set(changes.flatMap((change) => ('remove' in change ? [change.remove] : [])));
  for (const change of changes) {
    const id = idOf(change);
    if (isOf(SUPPOSABLE, id)) inside.push(change);
    else if (id === SETTINGS_ID && 'field' in change && SUPPOSABLE_SETTINGS.has(change.field))
      inside.push(change);
    // A person who is gone in the scenario alone keeps what was counted.
    else if (!('remove' in change) || !isAbout(removed, id, get)) plan.push(change);
  }
  return { supposed: inside, plan };
}

function isAbout(removed: ReadonlySet<string>, id: string, get: Get): boolean {
  const unit = isOf(OF_A_UNIT, id) ? keysOf(id)[0] : kindOf(id) === 'alias' ? get(id)?.['unit'] : undefined;
  return typeof unit === 'string' && removed.has(recordId.unit(unit));
}

const idOf = (change: Change): string =>
  'create' in change ? change.create : 'remove' in change ? change.remove : change.id;

/** The scenario with more changes folded in, each record as one difference from the plan as it is now. */
export function withChanges(before: ScenarioChanges, changes: readonly Change[], get: Get): ScenarioChanges {
  const { records } = supposed(before, get);
  const now = new Map<string, Values | undefined>();
  for (const change of changes) {
    const id = idOf(change);
    const held = records.get(id);
    const current = now.has(id) ? now.get(id) : held === undefined ? get(id) : (held ?? undefined);
    now.set(id, changed(current, change));
  }
  const all = new Map(Object.entries(before));
  for (const [id, values] of now) {
    const difference = differenceOf(get(id), values);
    if (difference) all.set(id, difference);
    else all.delete(id);
  }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function changed(current: Values | undefined, change: Change): Values | undefined {
  if ('remove' in change) return undefined;
  if ('create' in change) return change.values;
  if (current === undefined && change.value === null) return undefined;
  return { ...current, [change.field]: change.value };
}

function differenceOf(plan: Values | undefined, now: Values | undefined): ScenarioChange | null {
  if (now === undefined) return plan === undefined ? null : { was: sorted(plan), now: null };
  const known = Object.entries(now).filter(([, value]) => value !== null);
  if (plan === undefined) return { was: null, now: sorted(Object.fromEntries(known)) };
  const fields = [...new Set([...Object.keys(plan), ...Object.keys(now)])].sort();
  const differing = fields.filter((field) => !isSame(plan[field], now[field]));
  const of = (values: Values): Values =>
    Object.fromEntries(differing.map((field) => [field, values[field] ?? null]));
  return differing.length > 0 ? { was: of(plan), now: of(now) } : null;
}

/** What makes a scenario the plan: what is left out of it stays out. */
export function keeping(changes: ScenarioChanges, get: Get): Change[] {
  return [...supposed(changes, get).records].flatMap(([id, values]): Change[] => {
    const plan = get(id);
    if (values === null) return [{ remove: id }];
    if (plan === undefined) return [{ create: id, values }];
    return Object.keys(values)
      .filter((field) => !isSame(plan[field], values[field]))
      .map((field) => ({ id, field, value: values[field]! }));
  });
}
