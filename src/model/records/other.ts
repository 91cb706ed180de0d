import * as z from 'zod/mini';

/**
 * Record `other/<key>`: a kind of money that comes in beside the chain, as from regular customers. Its months stand in the
 * history under its key, and are no part of what the chain wins there.
 */
export const otherSchema = z.object({
  order: z._default(z.number(), 0),
});
export type OtherKind = z.infer<typeof otherSchema> & { readonly key: string };

/** The kinds that have a name in all languages; a plan keeps those that it has a record of. */
export const OTHER_KINDS = ['repeatRevenue', 'inboundRevenue', 'referralRevenue'] as const;

/** As a plan begins to keep a usual kind. */
export const otherValues = (key: string): { order: number } => ({
  order: 10 * (1 + (OTHER_KINDS as readonly string[]).indexOf(key)),
});

export const byOtherOrder = (a: OtherKind, b: OtherKind): number =>
  a.order - b.order || (a.key < b.key ? -1 : 1);
