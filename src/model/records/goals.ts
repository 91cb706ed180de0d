import * as z from 'zod/mini';
import { kindOf, type RecordKind } from '../ids.ts';

/** Record `segment/<key>`: a part of what is sold (product, customer class, new or repeat), or a part of such a part. */
export const segmentSchema = z.object({
  name: z.string(),
  /** Key of the segment that it is a part of; null = one of the first level. There are two levels. */
  parent: z._default(z.nullable(z.string()), null),
  order: z._default(z.number(), 0),
});
export type Segment = z.infer<typeof segmentSchema> & { readonly key: string };

/**
 * Record `lock/<unit>/<from>/<to>/<segment or all>`: the sum of a unit's goals in these months, of a segment with its
 * parts or of all, stays what it is.
 */
export const lockSchema = z.object({
  /** What it was locked at, minor units: says after a merge what no longer fits. */
  amount: z._default(z.nullable(z.int()), null),
  owner: z._default(z.string(), ''),
  reason: z._default(z.string(), ''),
  /** ISO day it was set. */
  setOn: z._default(z.nullable(z.string()), null),
});
export type Lock = z.infer<typeof lockSchema>;

/** Ways to share a total out over the cells below it. */
export const SPREAD_METHODS = [
  'proportional',
  'equal',
  'lastYear',
  'history',
  'capacity',
  'potential',
  'season',
  'workingDays',
  'levelTask',
  'likeRow',
] as const;
export type SpreadMethod = (typeof SPREAD_METHODS)[number];

const methodSchema = z.enum(SPREAD_METHODS);

/** Record `spreadBy/<unit>/<from>/<to>/<segment or all>`: how the cells below this total were last shared out. */
export const spreadBySchema = z.object({
  method: z._default(methodSchema, 'proportional'),
  /** likeRow: key of the unit whose goals show the pattern. */
  like: z._default(z.nullable(z.string()), null),
  /** Growth over what the method's record says (0.1 = 10 %); null = a total was typed. */
  growth: z._default(z.nullable(z.number()), null),
  /** Several methods at once, by share; empty = `method` alone. */
  mix: z._default(z.array(z.object({ method: methodSchema, share: z.number().check(z.positive()) })), []),
  /** ISO day it was done. */
  setOn: z._default(z.nullable(z.string()), null),
});
export type SpreadBy = z.infer<typeof spreadBySchema>;

/** Record `task/<unit>/<month>`: what was asked of the unit from above, minor units; its reps' goals may add up to more. */
export const taskSchema = z.object({ amount: z._default(z.nullable(z.int()), null) });

/** What is said of a rep's goal, one after another. */
export const PROPOSAL_STEPS = ['commit', 'propose', 'withdraw', 'accept', 'keep', 'reply'] as const;

/**
 * Record `proposal/<rep>/<month>/<key>`: one step on the way to a goal that both stand by. A rep commits to a number or
 * proposes another, or takes that back; the manager accepts it, keeps the assigned one, or answers. Steps are added and
 * never changed, so that whatever two devices said stays said.
 */
export const proposalSchema = z.object({
  step: z.enum(PROPOSAL_STEPS),
  /** The number committed to, proposed, accepted or kept, minor units. */
  amount: z._default(z.nullable(z.int()), null),
  /** What was assigned when it was said: a commitment to another number is to be asked for again. */
  assigned: z._default(z.nullable(z.int()), null),
  reason: z._default(z.string(), ''),
  by: z._default(z.string(), ''),
  /** Who wrote down what a rep said in the room ('' = somebody without a name); null = it was said by `by` alone. */
  notedBy: z._default(z.nullable(z.string()), null),
  /** ms since 1970. */
  at: z._default(z.number(), 0),
});
export type Proposal = z.infer<typeof proposalSchema> & { readonly key: string };

/**
 * Record `place/<unit>/<month>`: before that month the unit's parent was this one. `unit/<key>` holds the present
 * parent; of several records the nearest after a month says where the unit was in it.
 */
export const placeSchema = z.object({
  parent: z._default(z.nullable(z.string()), null),
  /** Where it stood among its siblings of then; null = where it stands now. */
  order: z._default(z.nullable(z.number()), null),
});
export type Place = z.infer<typeof placeSchema>;

const OF_GOALS: ReadonlySet<RecordKind> = new Set([
  'goal',
  'lock',
  'spreadBy',
  'task',
  'proposal',
  'segment',
]);

/** Records that say what is wanted and agreed: what people can do is the same whatever they say. */
export const isOfGoals = (id: string): boolean => OF_GOALS.has(kindOf(id));
