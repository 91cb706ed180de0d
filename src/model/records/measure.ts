import * as z from 'zod/mini';
import { actualSources } from './actual.ts';

export const stepKinds = ['share', 'rate', 'value', 'yield'] as const;
/** share: a subset, 0..1. rate: count per count, may pass 1. value: money per count. yield: money per money. */
export type StepKind = (typeof stepKinds)[number];

/**
 * Record `measure/<key>`: one link of the chain. The chain is the measures by `order`, from the work (dials) to the
 * result (revenue). `step` is the kind of the step that leads to this measure from the one before; null for the first,
 * and null makes the chain break there.
 */
export const measureSchema = z.object({
  /** null = the template's own name, translated; else what the user calls it. */
  name: z._default(z.nullable(z.string()), null),
  order: z.number(),
  unit: z.enum(['count', 'money']),
  step: z._default(z.nullable(z.enum(stepKinds)), null),
  /** The template's default ratio of that step (value steps: minor units per count); used, marked assumed, until 3 reps have data. */
  assumed: z._default(z.nullable(z.number()), null),
  /** How long that step takes, in working days: half has come by `lagMedian` (0 = the same day), nine in ten by `lag90`. */
  lagMedian: z._default(z.number().check(z.gte(0)), 0),
  lag90: z._default(z.number().check(z.gte(0)), 0),
  /** Minutes that one count takes, beside those of the measures before it; null = the usual ones of the measure. */
  minutes: z._default(z.nullable(z.number().check(z.gte(0))), null),
  /** Whose actuals count where a system and a person both say a number; null = the usual one of the measure. */
  source: z._default(z.nullable(z.enum(actualSources)), null),
  /** False = counted, but nobody is given a quota of it. */
  quota: z._default(z.boolean(), true),
});
export type Measure = z.infer<typeof measureSchema> & { readonly key: string };

/** What a measure has that nothing was said about. */
export const plainMeasure = {
  ...{ name: null, assumed: null, lagMedian: 0, lag90: 0, minutes: null, source: null, quota: true },
} satisfies Partial<Measure>;

/** The result of every chain, which goals are set in. */
export const REVENUE = 'revenue';
/** The measure that can be a stock in hand. */
export const PIPELINE = 'pipeline';
