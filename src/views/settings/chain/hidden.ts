import { keysOf } from '../../../model/ids.ts';
import type { PlanSession } from '../../../state/contract.ts';

/** How much is recorded of a measure. */
export interface Recorded {
  readonly months: number;
  readonly people: number;
}

const KINDS = ['history', 'actual', 'systemActual'] as const;
const MONTH_LENGTH = '2026-11'.length;

/** Counts the months and people with numbers, of months or of days in them, by measure. */
export function recordedByMeasure(plan: Pick<PlanSession, 'ofKind'>): ReadonlyMap<string, Recorded> {
  const found = new Map<string, { months: Set<string>; people: Set<string> }>();
  for (const [id, values] of KINDS.flatMap((kind) => plan.ofKind(kind))) {
    const [person = '', period = ''] = keysOf(id);
    const month = period.slice(0, MONTH_LENGTH);
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
