import { monthsOf, type Month, type MonthSpan } from '../../../model/time.ts';
import type { GoalFacts } from './types.ts';

/** Who stands under whom, month by month: units may have moved. */
export class GoalTree {
  private readonly units: ReadonlyMap<string, GoalFacts['units'][number]>;
  private readonly moved: ReadonlyMap<string, GoalFacts['places']>;
  private readonly known = new Map<number, ReadonlyMap<string, readonly string[]>>();
  private readonly months: readonly Month[];

  constructor(facts: Pick<GoalFacts, 'units' | 'places'>) {
    this.units = new Map(facts.units.map((unit) => [unit.key, unit]));
    const moved = new Map<string, GoalFacts['places'][number][]>();
    for (const place of facts.places) moved.set(place.unit, [...(moved.get(place.unit) ?? []), place]);
    for (const places of moved.values()) places.sort((a, b) => (a.before < b.before ? -1 : 1));
    this.moved = moved;
    this.months = [...new Set(facts.places.map(({ before }) => before))].sort();
  }

  parent(unit: string, month: Month): string | null {
    const place = this.moved.get(unit)?.find(({ before }) => month < before);
    return place ? place.parent : (this.units.get(unit)?.parent ?? null);
  }

  isUnder = (unit: string, above: string, month: Month): boolean => this.above(unit, month).includes(above);

  /** A unit and those it stands under. */
  private above(unit: string, month: Month): string[] {
    const met: string[] = [];
    for (let at: string | null = unit; at !== null && !met.includes(at); at = this.parent(at, month))
      met.push(at);
    return met;
  }

  /** The reps of a unit in a month; months between two moves are alike. */
  reps(unit: string, month: Month): readonly string[] {
    const era = this.months.filter((before) => before <= month).length;
    const known = this.known.get(era) ?? this.repsOfAll(month);
    this.known.set(era, known);
    return known.get(unit) ?? [];
  }

  /** Of every unit, from the reps upward. */
  private repsOfAll(month: Month): ReadonlyMap<string, readonly string[]> {
    const reps = new Map<string, string[]>();
    for (const { key, kind } of this.units.values()) {
      if (kind !== 'rep') continue;
      for (const unit of this.above(key, month)) {
        const there = reps.get(unit);
        if (there) there.push(key);
        else reps.set(unit, [key]);
      }
    }
    return reps;
  }

  /** A rep's months, as `rep month`. */
  leaves(unit: string, span: MonthSpan): string[] {
    return monthsOf(span).flatMap((month) => this.reps(unit, month).map((rep) => `${rep} ${month}`));
  }
}
