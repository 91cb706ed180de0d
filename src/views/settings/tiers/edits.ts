import type { Change } from '../../../model/diff.ts';
import { keysOf, randomKey, recordId } from '../../../model/ids.ts';
import { TIERS, type Level, type Tier } from '../../../model/records/tier.ts';
import type { PlanSession } from '../../../state/contract.ts';

type Reads = Pick<PlanSession, 'get' | 'ofKind'>;

const creation = (key: string, name: string | null, order: number): Change => ({
  create: recordId.tier(key),
  values: { name, order, pay: null },
});

/** The four tiers that everybody knows, the lowest first. */
export const usualTiers = (): Change[] => TIERS.map((key, order) => creation(key, null, order));

/** Tiers with names of one's own. */
export const ownTiers = (names: readonly string[]): Change[] =>
  names.map((name, order) => creation(randomKey(), name, order));

const nextOrder = (known: readonly { readonly order: number }[]): number =>
  Math.max(-1, ...known.map(({ order }) => order)) + 1;

/** One more, above all others. */
export const addedTier = (known: readonly Tier[], name: string): Change =>
  creation(randomKey(), name, nextOrder(known));

export const addedLevel = (known: readonly Level[], name: string): Change => ({
  create: recordId.level(randomKey()),
  values: { name, order: nextOrder(known) },
});

const lines = (session: Reads, place: 0 | 1, key: string): Change[] =>
  session
    .ofKind('tierLine')
    .filter(([id]) => keysOf(id)[place] === key)
    .map(([id]) => ({ remove: id }));

/** A tier with all its thresholds. */
export const removedTier = (session: Reads, key: string): Change[] => [
  { remove: recordId.tier(key) },
  ...lines(session, 0, key),
];

/** A level with its thresholds; who was on it is on none. */
export const removedLevel = (session: Reads, key: string): Change[] => [
  { remove: recordId.level(key) },
  ...lines(session, 1, key),
  ...session
    .ofKind('unit')
    .filter(([, values]) => values['level'] === key)
    .map(([id]) => ({ id, field: 'level', value: null })),
];
