import { stamp, type Facts, type Rec } from '../facts/index.ts';
import { keysOf, kindOf, SETTINGS_ID, SLICE_ID, type RecordKind } from '../ids.ts';
import type { Json } from '../json.ts';
import type { CarriedAnswer } from '../planning.ts';
import { monthOfDay, type Month } from '../time.ts';
import { makeSlice, PART_WRITER } from './make-slice.ts';
import { returnable } from './slice-return.ts';

/** Of these only the running month goes along; what they were before is in the history. */
const OF_A_DAY: ReadonlySet<RecordKind> = new Set(['actual', 'systemActual', 'catchUp']);
const OF_A_MONTH: ReadonlySet<RecordKind> = new Set(['goal', 'task', 'monthToDate', 'handedOut', 'inHand']);
/** Too long for a link. */
const LEFT_OUT: ReadonlySet<RecordKind> = new Set(['note', 'report']);

const DIGITS = 7;

export interface LinkPart {
  readonly unit: string;
  readonly carried: CarriedAnswer;
  /** Now, ms. */
  readonly at: number;
  /** The planning month that runs. */
  readonly month: Month;
}

/**
 * What a link has room for: of a whole plan the part of one unit with the running month alone; of a plan that is a part
 * itself, what may come back of it. A state of the same plan that joins like any other. null = no such unit.
 */
export function linkPart(facts: Facts, part: LinkPart): Facts | null {
  const isPart = facts.recs.has(SLICE_ID);
  const whole = isPart ? facts : makeSlice(facts, part.unit, part.carried, part.at);
  if (!whole) return null;
  const runs = runsIn(facts, part.month, isPart);
  const goes = (id: string) => runs(id) && (!isPart || id === SLICE_ID || returnable(kindOf(id), ''));
  const recs = new Map<string, Rec>();
  for (const [id, rec] of whole.recs) if (goes(id)) recs.set(id, isPart ? rec : lighter(id, rec, part.at));
  return { id: facts.id, recs };
}

function runsIn(facts: Facts, month: Month, isPart: boolean): (id: string) => boolean {
  const cutoff = facts.recs.get(SETTINGS_ID)?.v['cutoffDay'];
  const cutoffDay = typeof cutoff === 'number' ? cutoff : 0;
  return (id) => {
    const [kind, period = ''] = [kindOf(id), keysOf(id)[1]];
    if (LEFT_OUT.has(kind)) return false;
    if (OF_A_DAY.has(kind)) return monthOfDay(period, cutoffDay) === month;
    // A lock holds to the end of its months; what was said of a goal is answered in its month.
    if (kind === 'lock') return (keysOf(id)[2] ?? '') >= month;
    if (kind === 'proposal' && !isPart) return period >= month;
    return !OF_A_MONTH.has(kind) || period >= month;
  };
}

/**
 * Looking back needs the fits of the months before, and the last digits of the others change no ratio of three: files
 * carry them. A link counts in seconds where they count in milliseconds, so that it never takes from a device what a
 * file had brought.
 */
function lighter(id: string, rec: Rec, at: number): Rec {
  const kind = kindOf(id);
  if (kind !== 'prior' && kind !== 'slice') return rec;
  const s = stamp(PART_WRITER, Math.floor(at / 1000), at, {});
  return { s, v: kind === 'prior' ? { ...rec.v, now: shortened(rec.v['now'] ?? null), before: {} } : rec.v };
}

function shortened(value: Json): Json {
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shortened(each)]));
}
