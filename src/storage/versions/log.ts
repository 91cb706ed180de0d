import { alive, cellOf, LIFE, shownStamp, type Rec, type Stamp } from '../../model/facts/index.ts';
import type { Json } from '../../model/json.ts';
import { isSaid, isThing } from '../../model/record-subject.ts';
import { unitOfRecord } from '../../model/unit-of-record.ts';
import { sheetOf, type RecordSheet } from '../../model/sheet-of.ts';
import { unitNames } from './comparing.ts';

/** Which changes are asked for; null = all of that kind. */
export interface LogFilter {
  readonly writers: readonly string[] | null;
  readonly sheet: RecordSheet | null;
  readonly units: readonly string[] | null;
  /** Milliseconds, both included. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface LogCell {
  readonly id: string;
  /** `$`: the row was deleted. */
  readonly field: string;
  readonly value: Json;
}

/** One act of one writer on one sheet: the cells that still are as it left them. */
export interface LogAct {
  readonly by: string;
  readonly n: number;
  readonly at: number;
  readonly sheet: RecordSheet;
  readonly count: number;
  /** The first of them. */
  readonly cells: readonly LogCell[];
}

export interface ChangeLog {
  /** The newest first. */
  readonly acts: readonly LogAct[];
  /** How many there are, and how many cells. */
  readonly total: number;
  readonly cells: number;
  /** All writers of the plan, whatever is filtered, and when they wrote last. */
  readonly writers: readonly (readonly [by: string, at: number])[];
  readonly names: Readonly<Record<string, string>>;
}

export interface LogShown {
  readonly acts: number;
  /** So many cells of each act. */
  readonly each: number;
  /** The act that is looked at whole. */
  readonly open?: { readonly by: string; readonly n: number; readonly sheet: RecordSheet };
  readonly openLimit?: number;
}

interface Growing {
  readonly stamp: Stamp;
  readonly sheet: RecordSheet;
  readonly limit: number;
  count: number;
  readonly cells: LogCell[];
}

type Wanted = (stamp: Stamp) => boolean;

function wantedBy({ writers, from, to }: LogFilter): Wanted {
  const only = writers && new Set(writers);
  return ({ by, at }) =>
    (only?.has(by) ?? true) && (from === null || at >= from) && (to === null || at <= to);
}

function inScope({ sheet, units }: LogFilter): (id: string) => boolean {
  const only = units && new Set(units);
  return (id) => {
    if (!isSaid(id) || (sheet !== null && sheetOf(id) !== sheet)) return false;
    return only === null || only.has(unitOfRecord(id) ?? '');
  };
}

/** The cells of a record that somebody wrote: of a deleted one the deletion alone. */
function written(id: string, rec: Rec): string[] {
  if (!alive(rec)) return [LIFE];
  const fields = Object.keys(rec.v).filter((field) => field !== LIFE);
  return fields.length > 0 || !isThing(id) ? fields : [LIFE];
}

class Acts {
  readonly growing = new Map<string, Growing>();
  readonly writers = new Map<string, number>();
  cells = 0;
  readonly #shown: LogShown;

  constructor(shown: LogShown) {
    this.#shown = shown;
  }

  seen({ by, at }: Stamp): void {
    if (at > (this.writers.get(by) ?? -Infinity)) this.writers.set(by, at);
  }

  add(id: string, field: string, value: Json, stamp: Stamp): void {
    const sheet = sheetOf(id);
    const key = `${stamp.by} ${stamp.n} ${sheet}`;
    const act = this.growing.get(key) ?? this.#begin(key, stamp, sheet);
    act.count++;
    this.cells++;
    if (act.cells.length < act.limit) act.cells.push({ id, field, value });
  }

  #begin(key: string, stamp: Stamp, sheet: RecordSheet): Growing {
    const { open, openLimit = 0, each } = this.#shown;
    const isOpen = open?.by === stamp.by && open.n === stamp.n && open.sheet === sheet;
    const act = { stamp, sheet, limit: isOpen ? openLimit : each, count: 0, cells: [] };
    this.growing.set(key, act);
    return act;
  }
}

/** Who changed what when, as far as the cells still say: what was written over stands in the versions. */
export function changeLog(recs: ReadonlyMap<string, Rec>, filter: LogFilter, shown: LogShown): ChangeLog {
  const acts = new Acts(shown);
  const isWanted = wantedBy(filter);
  const isInScope = inScope(filter);
  for (const [id, rec] of recs) {
    const scoped = isInScope(id);
    for (const field of written(id, rec)) {
      const stamp = shownStamp(rec, field);
      if (!stamp) continue;
      acts.seen(stamp);
      if (scoped && isWanted(stamp)) acts.add(id, field, field === LIFE ? null : rec.v[field]!, stamp);
    }
  }
  const sorted = [...acts.growing.values()].sort((a, b) => b.stamp.at - a.stamp.at || b.stamp.n - a.stamp.n);
  const first = sorted
    .slice(0, shown.acts)
    .map(({ stamp: { by, n, at }, sheet, count, cells }): LogAct => ({ by, n, at, sheet, count, cells }));
  const ids = first.flatMap(({ cells }) => cells.map(({ id }) => id));
  const writers = [...acts.writers].sort(([, a], [, b]) => b - a);
  return { acts: first, total: sorted.length, cells: acts.cells, writers, names: unitNames(ids, recs) };
}

/** What a cell said at some time; `gone`: the whole row was deleted then. */
export interface CellPast {
  readonly value: Json;
  readonly by: string;
  readonly at: number;
  readonly gone: boolean;
}

/** Everything that is known of a cell from these states of its record, the newest first. */
export function pastOf(recs: readonly (Rec | undefined)[], field: string): CellPast[] {
  const known = new Map<string, { readonly past: CellPast; readonly n: number }>();
  for (const rec of recs)
    for (const each of [field, LIFE])
      for (const { v, s } of cellOf(rec, each)) {
        if (each === LIFE && (v === true || v === null)) continue;
        const past = { value: each === LIFE ? null : v, by: s.by, at: s.at, gone: each === LIFE };
        known.set(`${s.by} ${s.n} ${JSON.stringify(past.value)} ${past.gone}`, { past, n: s.n });
      }
  // Within one moment a writer's later act comes first.
  const newest = [...known.values()].sort((a, b) => b.past.at - a.past.at || b.n - a.n);
  return newest.map(({ past }) => past);
}
