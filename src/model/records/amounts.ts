import * as z from 'zod/mini';

/** Record `history/<unit>/<month>`: one field per measure key; counts, or minor units for money. Blank is not zero. */
export const historySchema = z.record(z.string(), z.nullable(z.number()));

/**
 * Record `goal/<rep>/<month>/<segment>`: money to win of a segment, minor units; `goal/<rep>/<month>`: what of the rep's
 * month is not split over segments. These are the leaves: every other goal is a sum of them.
 */
export const goalSchema = z.object({ amount: z._default(z.nullable(z.int()), null) });

/** Record `inHand/<unit>/<month>`: open pipeline at hand, minor units; only where the pipeline is a stock. */
export const inHandSchema = z.object({ amount: z._default(z.nullable(z.int()), null) });

/** Record `override/<unit>/<measure>/<from>`: replaces the used ratio of the step into `measure`, from a month to a month. */
export const overrideSchema = z.object({
  ratio: z.number().check(z.positive()),
  /** Last month it holds; null = until it is restored. */
  until: z._default(z.nullable(z.string()), null),
  reason: z._default(z.string(), ''),
  /** ISO day it was set. */
  setOn: z._default(z.nullable(z.string()), null),
});

/** Record `season/<01..12>`: the weight of that month of the year; blank everywhere = even months. */
export const seasonSchema = z.object({
  weight: z._default(z.nullable(z.number().check(z.nonnegative())), null),
  /** The weight as the history had it, and of which years, the first, the last and how many (`2023 2025 3`); null = typed. Another weight was typed since. */
  learned: z._default(z.nullable(z.number()), null),
  years: z._default(z.nullable(z.string()), null),
});

/** Record `dayOff/<day>`: a company day. weight 0 = off, 1 = everybody works. */
export const dayOffSchema = z.object({
  weight: z._default(z.number().check(z.gte(0), z.lte(1)), 0),
  name: z._default(z.string(), ''),
});

/** Record `alias/<normalised text>`: that name in a file means this unit (null: skip it). */
export const aliasSchema = z.object({ unit: z._default(z.nullable(z.string()), null) });

/** Record `mapping/<signature of the headers>`: header text → target (a measure key, `rep`, `month`, `day`, `ignore`). */
export const mappingSchema = z.object({ columns: z.record(z.string(), z.string()) });
