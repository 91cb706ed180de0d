import { plainMeasure, type Measure } from '../../model/records/measure.ts';
import { isFigure, OTHER_KINDS, unitOfOther } from '../../model/records/other.ts';
import { KNOWN_MEASURES, templateChain } from '../../model/templates.ts';
import type { PlanFacts, Target } from './types.ts';
import { FIELDS } from './types.ts';
import { splitUnit } from './scale.ts';
import { isMoneyWord } from './words.ts';

/** What files of any plan may bring along; the measures of other templates are taken where a person says so. */
const COMMON = new Set([
  ...templateChain('telesales').map(({ key }) => key),
  ...['talk60', 'talk300', 'leads', 'wins'],
  ...OTHER_KINDS,
  ...['newCustomers', 'margin'],
]);

/** What a word in a file may mean by itself: a field, a measure of the plan, or a common one. */
export const isOffered =
  ({ measures }: Pick<PlanFacts, 'measures'>) =>
  (target: Target): boolean =>
    isField(target) || COMMON.has(target) || measures.some(({ key }) => key === target);

/** What a remembered mapping may name: files of others must not invent targets. */
export const isTarget = (target: unknown, facts: PlanFacts): target is Target =>
  typeof target === 'string' &&
  (isField(target) ||
    KNOWN_MEASURES.has(target) ||
    isOther(target) ||
    facts.measures.some(({ key }) => key === target) ||
    /^own-[a-z0-9]+$/.test(target));

/** Money that comes in beside the chain, and what is never a step of one; its columns make the plan keep it. */
export const isOther = (target: Target): boolean =>
  (OTHER_KINDS as readonly string[]).includes(target) || (isFigure(target) && !KNOWN_MEASURES.has(target));

/** What of the imported the plan keeps beside the chain: deals won too, where they are no step of it. */
export const isBeside = (target: Target, chain: readonly Pick<Measure, 'key'>[]): boolean =>
  isOther(target) || (isFigure(target) && !chain.some(({ key }) => key === target));

export const isField = (target: Target): boolean => (FIELDS as readonly string[]).includes(target);

/** A measure that a column can become: the plan's, one that is known everywhere, or an own one named by its header. */
export function measureFor(target: Target, header: string, facts: PlanFacts): Measure {
  const known = facts.measures.find(({ key }) => key === target) ?? KNOWN_MEASURES.get(target);
  if (known) return known;
  if (isOther(target)) return { ...standIn, key: target, name: null, unit: unitOfOther(target) };
  const { name } = splitUnit(header);
  return {
    ...standIn,
    key: target,
    name: name.trim() || target,
    unit: isMoneyWord(name.toLowerCase()) ? 'money' : 'count',
  };
}

/** In no chain yet. */
const standIn = { ...plainMeasure, order: NaN, step: null } as const;

/** Each counts a part of the one before it: a row where it is more deserves a look. */
export const NESTED: readonly (readonly string[])[] = [
  ['dials', 'connects', 'talk60', 'conversations', 'talk300'],
  ['visits', 'needs'],
  ['leads', 'validLeads'],
];
