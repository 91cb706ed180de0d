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

/**
 * What is followed beside the chain and is no revenue of its own, kept by a record as a kind is: nothing is planned or
 * foretold by it. Deals won are followed so where they are no step of the chain.
 */
export const FIGURES = ['wins', 'newCustomers', 'margin'] as const;

export const isFigure = (key: string): boolean => (FIGURES as readonly string[]).includes(key);

/** What is kept beside the chain is money, or a count. */
export const unitOfOther = (key: string): 'count' | 'money' =>
  key === 'wins' || key === 'newCustomers' ? 'count' : 'money';

const USUAL: readonly string[] = [...OTHER_KINDS, ...FIGURES];

/** As a plan begins to keep a usual kind or figure. */
export const otherValues = (key: string): { order: number } => ({ order: 10 * (1 + USUAL.indexOf(key)) });

export const byOtherOrder = (a: OtherKind, b: OtherKind): number =>
  a.order - b.order || (a.key < b.key ? -1 : 1);
