import type { Values } from '../../model/json.ts';
import { numberOf, readRecord } from '../../model/read-record.ts';
import { catchUpSchema, type CatchUpSpan } from '../../model/records/actual.ts';
import { isDay, isMonth, type Day, type Month } from '../../model/time.ts';

/** The targets of a month as they were given out on a day, by measure. */
export interface Handing {
  readonly day: Day;
  readonly targets: ReadonlyMap<string, number>;
}

/** From a day on, how the gap of that day is made up. */
export interface CatchUp {
  readonly day: Day;
  readonly over: CatchUpSpan;
}

/** What was given out, and how people chose to catch up; by unit, the oldest first. */
export class HandedOut {
  readonly #handings = new Map<string, Handing[]>();
  readonly #catchUps = new Map<string, CatchUp[]>();
  /** Raised by every edit. */
  edits = 0;

  put(unit: string, month: Month, day: Day, values: Values | null): void {
    if (!isMonth(month) || !isDay(day)) return;
    this.edits++;
    const targets = new Map<string, number>();
    for (const measure in values) {
      const target = numberOf(values[measure]);
      if (target !== null && target >= 0) targets.set(measure, target);
    }
    replace(this.#handings, `${unit}/${month}`, day, targets.size > 0 ? { day, targets } : null);
  }

  putCatchUp(unit: string, day: Day, values: Values | null): void {
    if (!isDay(day)) return;
    this.edits++;
    const choice = values && readRecord(catchUpSchema, values);
    replace(this.#catchUps, unit, day, choice && { day, over: choice.over });
  }

  /** All that was given out for a month, the oldest first. */
  handings(unit: string, month: Month): readonly Handing[] {
    return this.#handings.get(`${unit}/${month}`) ?? [];
  }

  /** What holds on a day: the latest that was given out by then; null = nothing. */
  on(unit: string, month: Month, day: Day): Handing | null {
    if (this.#handings.size === 0) return null;
    return this.handings(unit, month).findLast((handing) => handing.day <= day) ?? null;
  }

  /** Whether anybody ever chose how to catch up. */
  get hasChoices(): boolean {
    return this.#catchUps.size > 0;
  }

  /** The latest choice by a day; null = none. */
  catchUpOn(unit: string, day: Day): CatchUp | null {
    if (this.#catchUps.size === 0) return null;
    return this.#catchUps.get(unit)?.findLast((choice) => choice.day <= day) ?? null;
  }
}

function replace<T extends { readonly day: Day }>(
  table: Map<string, T[]>,
  key: string,
  day: Day,
  value: T | null,
): void {
  const rest = (table.get(key) ?? []).filter((each) => each.day !== day);
  if (value) rest.push(value);
  rest.sort((a, b) => (a.day < b.day ? -1 : 1));
  if (rest.length > 0) table.set(key, rest);
  else table.delete(key);
}
