import type { Values } from '../../model/json.ts';
import { isOnCircle } from '../../model/parent-circle.ts';
import { readRecord } from '../../model/read-record.ts';
import { placeSchema } from '../../model/records/goals.ts';
import type { PlaceInPart } from '../../model/records/slice.ts';
import type { Unit } from '../../model/records/unit.ts';
import { isMonth, type Month } from '../../model/time.ts';

/** Where a unit was before a month. */
interface Place {
  readonly before: Month;
  readonly parent: string | null;
  readonly order: number | null;
  /** What was handed down by teams that a part of a plan does not know. */
  readonly pattern?: Unit['pattern'];
}

/** Where units were in earlier months; `unit/<key>` says where they are. */
export class Places {
  /** The oldest first. */
  readonly #units = new Map<string, readonly Place[]>();
  #begins: readonly Month[] | null = null;

  put(unit: string, before: Month, values: Values | null): void {
    if (!isMonth(before)) return;
    const place = values && readRecord(placeSchema, values);
    const rest = (this.#units.get(unit) ?? []).filter((each) => each.before !== before);
    const all = place ? [...rest, { ...place, before }].sort((a, b) => (a.before < b.before ? -1 : 1)) : rest;
    if (all.length > 0) this.#units.set(unit, all);
    else this.#units.delete(unit);
    this.#begins = null;
  }

  /** What a part of a plan says of it; there are no records then. */
  putPart(places: readonly PlaceInPart[]): void {
    const units = new Set(places.map(({ unit }) => unit));
    for (const unit of units)
      this.#units.set(
        unit,
        places.filter((place) => place.unit === unit && isMonth(place.before)),
      );
    this.#begins = null;
  }

  copy(): Places {
    const copy = new Places();
    this.#units.forEach((places, unit) => copy.#units.set(unit, places));
    return copy;
  }

  /** The months that begin with another tree than the one before them, the oldest first. */
  get begins(): readonly Month[] {
    return (this.#begins ??= [
      ...new Set([...this.#units.values()].flatMap((places) => places.map(({ before }) => before))),
    ].sort());
  }

  /**
   * The units as the tree of a month has them. A team that is gone from the plan leaves what was in it at the top of the
   * tree that it hangs in now, so that the company's sums stay.
   */
  unitsIn(month: Month, units: ReadonlyMap<string, Unit>): ReadonlyMap<string, Unit> {
    const then = new Map(units);
    for (const [key, places] of this.#units) {
      const unit = units.get(key);
      const place = places.find(({ before }) => before > month);
      if (!unit || !place) continue;
      const isThere = place.parent === null || units.has(place.parent);
      const parent = isThere ? place.parent : topOf(unit, units);
      const pattern = unit.pattern ?? place.pattern ?? null;
      then.set(key, { ...unit, parent, pattern, order: place.order ?? unit.order });
    }
    return withoutCircles(then, units, [...this.#units.keys()]);
  }
}

/**
 * A merge can put units below each other in a month: those stand where they stand now, so that the company's sums keep
 * what they have.
 */
function withoutCircles(
  then: Map<string, Unit>,
  units: ReadonlyMap<string, Unit>,
  placed: readonly string[],
): ReadonlyMap<string, Unit> {
  const parentOf = (key: string): string | null => then.get(key)?.parent ?? null;
  for (;;) {
    const back = placed.filter((key) => then.get(key) !== units.get(key) && isOnCircle(key, parentOf));
    if (back.length === 0) return then;
    for (const key of back) then.set(key, units.get(key)!);
  }
}

function topOf(unit: Unit, units: ReadonlyMap<string, Unit>): string | null {
  const met = new Set<string>([unit.key]);
  let top: string | null = null;
  for (let up = units.get(unit.parent ?? ''); up && !met.has(up.key); up = units.get(up.parent ?? '')) {
    met.add(up.key);
    top = up.key;
  }
  return top;
}
