import type { RecordEntry } from '../../../model/diff.ts';
import { keysOf } from '../../../model/ids.ts';

/** How much is recorded of a measure. */
export interface Recorded {
  readonly months: number;
  readonly people: number;
}

/** Counts the months and people with numbers, by measure. */
export function recordedByMeasure(history: readonly RecordEntry[]): ReadonlyMap<string, Recorded> {
  const found = new Map<string, { months: Set<string>; people: Set<string> }>();
  for (const [id, values] of history) {
    const [person = '', month = ''] = keysOf(id);
    for (const measure in values) {
      if (typeof values[measure] !== 'number') continue;
      let sets = found.get(measure);
      if (!sets) found.set(measure, (sets = { months: new Set(), people: new Set() }));
      sets.months.add(month);
      sets.people.add(person);
    }
  }
  return new Map(
    [...found].map(([measure, { months, people }]) => [
      measure,
      { months: months.size, people: people.size },
    ]),
  );
}
