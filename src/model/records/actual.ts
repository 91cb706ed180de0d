import * as z from 'zod/mini';

/**
 * Records `actual/<unit>/<day>`, what a person typed or tapped, and `systemActual/<unit>/<day>`, what a system's export
 * says of the same day: one field per measure key; counts, or minor units for money. Blank is not zero. Both are kept:
 * which of them counts is said by the measure (`source`), the other is a check.
 */
export const actualSchema = z.record(z.string(), z.nullable(z.number()));

/**
 * Record `monthToDate/<unit>/<month>`: days were begun in a month that had a row of its own. The row holds what was done
 * before the day `until`, at least; from that day on the days count.
 */
export const monthToDateSchema = z.object({ until: z._default(z.nullable(z.string()), null) });

/**
 * Record `handedOut/<unit>/<month>/<day>`: the month's targets as they were given out on that day, one field per measure
 * key; counts, or minor units for money. They hold until the next handing out of the month; past ones stay.
 */
export const handedOutSchema = z.record(z.string(), z.nullable(z.number().check(z.gte(0))));

export const catchUpSpans = ['none', 'week', 'month', 'quarter'] as const;
/** Over what a gap is made up; month is the rule where nothing was chosen. */
export type CatchUpSpan = (typeof catchUpSpans)[number];

/** Record `catchUp/<unit>/<day>`: how, from that day on, the gap of that day is made up; the latest choice holds. */
export const catchUpSchema = z.object({ over: z._default(z.enum(catchUpSpans), 'month') });

export const actualSources = ['system', 'person'] as const;
export type ActualSource = (typeof actualSources)[number];

/** What people know better than the system: what came of a talk, and what a deal may be worth. */
const KNOWN_BY_PEOPLE = new Set(['intents', 'pipeline', 'needs', 'opportunities']);

/** Whose number counts where both have one and the plan does not say. */
export const usualSource = (measure: string): ActualSource =>
  KNOWN_BY_PEOPLE.has(measure) ? 'person' : 'system';
