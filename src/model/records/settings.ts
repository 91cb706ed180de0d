import * as z from 'zod/mini';

export const workPatterns = ['five', 'six', 'alternating'] as const;
/** five: Monday to Friday; six: to Saturday; alternating: every second Saturday, counted from `anchorWeek` (大小周). */
export type WorkPattern = (typeof workPatterns)[number];

/** Record `settings/plan`. Money is stored in integer minor units of `currency`; `splitUnit` too (100 = 1 yuan). */
export const settingsSchema = z.object({
  name: z.string(),
  currency: z._default(z.string(), 'CNY'),
  splitUnit: z._default(z.int().check(z.positive()), 100),
  template: z._default(z.string(), 'telesales'),
  /** First month of the year, 1 to 12: quarters are counted from it. */
  firstMonth: z._default(z.int().check(z.gte(1), z.lte(12)), 1),
  /** Last day of a planning month, 1 to 28; 0 = the calendar month. */
  cutoffDay: z._default(z.int().check(z.gte(0), z.lte(28)), 0),
  /** ISO country code, optionally with a region: `CN`, `US`, `DE-BY`. */
  country: z._default(z.string(), 'CN'),
  pattern: z._default(z.enum(workPatterns), 'five'),
  /** A Monday of a week with a working Saturday. */
  anchorWeek: z._default(z.string(), '2026-01-05'),
  /** flow: the history's pipeline is what was added in the month; stock: what was in hand during it (储备). */
  pipelineKind: z._default(z.enum(['flow', 'stock']), 'flow'),
  activityHalfLife: z._default(z.number().check(z.positive()), 3),
  moneyHalfLife: z._default(z.number().check(z.positive()), 6),
  /** How many times as strongly as the record asks thin records are drawn to the team. */
  priorWeight: z._default(z.number().check(z.positive()), 1),
  /** A conversation is a call of at least this many seconds. */
  conversationSeconds: z._default(z.int().check(z.positive()), 180),
  /** Chance (0..1) that a handed-out quota is to be enough; null = the expected requirement, goal ÷ ratios. */
  confidence: z._default(z.nullable(z.number().check(z.gt(0), z.lt(1))), null),
  /** Whose chance: each rep's own, or the whole company's, by one multiplier on everybody's quota. */
  confidenceOf: z._default(z.enum(['rep', 'company']), 'rep'),
  /** Minutes of a working day that are for work, breaks taken off, and what of them goes into other things than the chain. */
  workMinutes: z._default(z.number().check(z.gte(0), z.lte(1440)), 420),
  adminMinutes: z._default(z.number().check(z.gte(0), z.lte(1440)), 30),
  /** The working day and its break, in minutes after midnight: how much of a day's quota is due by now. */
  dayStart: z._default(z.int().check(z.gte(0), z.lte(1440)), 9 * 60),
  dayEnd: z._default(z.int().check(z.gte(0), z.lte(1440)), 18 * 60),
  breakStart: z._default(z.int().check(z.gte(0), z.lte(1440)), 12 * 60),
  breakEnd: z._default(z.int().check(z.gte(0), z.lte(1440)), 14 * 60),
  /** The period that tiers are reached in. */
  tierPeriod: z._default(z.enum(['month', 'quarter']), 'month'),
  /** What the reps' goals are to add up to, as a share of what was asked from above (1.05 = 105 %); null = nothing is planned. */
  overAssign: z._default(z.nullable(z.number().check(z.positive())), null),
  /** A sample plan is clearly named and never mixed with the user's own data. */
  sample: z._default(z.boolean(), false),
});
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = settingsSchema.parse({ name: '' });
