import * as z from 'zod/mini';

/** The tiers that have a name in all languages, the lowest first: 保级 · 中坚 · 高绩效 · 标杆. */
export const TIERS = ['retain', 'core', 'high', 'star'] as const;

/** Record `tier/<key>`: a named threshold of a period's revenue. */
export const tierSchema = z.object({
  /** null = the usual tier's own name, translated. */
  name: z._default(z.nullable(z.string()), null),
  order: z._default(z.number(), 0),
  /** Share of the period's revenue that is paid at this tier, 0..1; null = not said. */
  pay: z._default(z.nullable(z.number().check(z.gte(0), z.lte(1))), null),
});
export type Tier = z.infer<typeof tierSchema> & { readonly key: string };

/** Record `level/<key>`: a job level, which thresholds may differ by. */
export const levelSchema = z.object({ name: z.string(), order: z._default(z.number(), 0) });
export type Level = z.infer<typeof levelSchema> & { readonly key: string };

/** Stands for all levels in the id of a line. */
export const ALL_LEVELS = 'all';

/**
 * Record `tierLine/<tier>/<level>/<from>`: the revenue of a period that makes the tier, minor units, from that month on
 * until the next line; level `all` holds for whoever has none of their own. The period is the plan's (`tierPeriod`).
 */
export const tierLineSchema = z.object({ amount: z._default(z.nullable(z.int()), null) });
