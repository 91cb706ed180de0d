import * as z from 'zod/mini';
import type { Values } from '../json.ts';
import { stepKinds } from './measure.ts';
import { workPatterns } from './settings.ts';

/** `of`: of the expected work, or of the work for the goals where nobody has any to do. */
const multiplierSchema = z.object({ times: z.number(), of: z.enum(['work', 'goal']) });
export type Multiplier = z.infer<typeof multiplierSchema>;

/**
 * Where a unit of the part was before a month, as `place/…` says it of the whole plan: a parent that is no unit of the
 * part is left out, and what it handed down is said instead.
 */
const placeInPartSchema = z.object({
  unit: z.string(),
  before: z.string(),
  parent: z._default(z.nullable(z.string()), null),
  order: z._default(z.nullable(z.number()), null),
  pattern: z._default(z.nullable(z.enum(workPatterns)), null),
});
export type PlaceInPart = z.infer<typeof placeInPartSchema>;

/**
 * Record `slice/part`: this is not the whole plan but the part of one unit, made to be given away. It lies in the file
 * of a slice only, and never comes back into the plan that it was made of.
 */
export const sliceSchema = z.object({
  /** Key of the unit whose part it is. */
  unit: z.string(),
  /** Keys of that unit and all below it: what of others is in the file are bare nodes of the tree. */
  units: z._default(z.array(z.string()), []),
  /** When it was made, ms. */
  madeAt: z._default(z.number(), 0),
  /** How many reps the plan had that it was made of. */
  reps: z._default(z.int().check(z.nonnegative()), 0),
  /** The first and last month of the plan's history: months age from the last one. */
  from: z._default(z.nullable(z.string()), null),
  to: z._default(z.nullable(z.string()), null),
  /** The measures that the plan's history has: they make its chain. */
  measures: z._default(z.array(z.string()), []),
  /** By month and by what the quotas are to reach (`goal`, `toGo`): the company's multiplier, where its confidence is one for all. */
  multipliers: z._default(z.record(z.string(), multiplierSchema), {}),
  places: z._default(z.array(placeInPartSchema), []),
});
export type SliceMark = z.infer<typeof sliceSchema>;

/** What a plan's record `slice/part` says; null = it is a whole plan. */
export function sliceMark(values: Values | undefined): SliceMark | null {
  const read = values && sliceSchema.safeParse(values);
  return read?.success ? read.data : null;
}

const known = z.nullable(z.number());

/** What a step was fitted to on the whole plan; null stands for what its kind has not. */
const fittedSchema = z.object({
  kind: z.enum(stepKinds),
  label: z.enum(['assumed', 'tooLittle']),
  /** More came out than went in: there is no ratio to plan with. */
  exceeds: z.boolean(),
  /** Month noise, the company's mean and the prior's strength, weighted as the plan says. */
  rho: known,
  mu: known,
  strength: known,
  /** Money steps: variance of the money behind one count, and between reps, and the counts behind the mean. */
  s2: known,
  tau2: known,
  K: known,
  /** Yields: pipeline money of one contract. */
  amount: known,
  /** How much the whole company's ratio wanders from month to month. */
  shared: known,
  /** What each rep of the part is drawn to, by unit. */
  means: z.record(z.string(), known),
});
export type Fitted = z.infer<typeof fittedSchema>;

/**
 * Record `prior/<measure>`: what the step into that measure was fitted to on the whole plan, so that a slice tells the
 * same ratios without the others' data. `before`: the same for the months before one, which looking back asks for.
 */
export const priorSchema = z.object({
  now: z.nullable(fittedSchema),
  before: z._default(z.record(z.string(), fittedSchema), {}),
});
export type Prior = z.infer<typeof priorSchema>;
