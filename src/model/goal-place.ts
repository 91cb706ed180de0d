import { ALL_SEGMENTS, keysOf, type GoalPlace } from './ids.ts';
import { isMonth } from './time.ts';

/** The place that the id of a lock or a `spreadBy` stands for; null = it names none. */
export function goalPlaceOf(id: string): GoalPlace | null {
  const [unit = '', from = '', to = '', segment = ''] = keysOf(id);
  if (!unit || !isMonth(from) || !isMonth(to) || to < from || !segment) return null;
  return { unit, span: { from, to }, segment: segment === ALL_SEGMENTS ? null : segment };
}

export const isSamePlace = (a: GoalPlace, b: GoalPlace): boolean =>
  a.unit === b.unit && a.segment === b.segment && a.span.from === b.span.from && a.span.to === b.span.to;
