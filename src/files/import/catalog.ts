import { REVENUE, type Measure } from '../../model/records/measure.ts';
import { templateMeasures } from '../../model/templates.ts';
import { keysOf } from '../../model/ids.ts';
import type { PlanFacts, Target } from './types.ts';
import { FIELDS } from './types.ts';
import { splitUnit } from './scale.ts';
import { isMoneyWord } from './words.ts';

/** Where measures beyond the default chain stand in it: between the template's own orders. */
const EXTRAS: Readonly<Record<string, number>> = { talk60: 25, talk300: 35, leads: 37, wins: 55 };

const TEMPLATE: ReadonlyMap<string, Measure> = new Map(
  templateMeasures('telesales').map(([id, values]) => {
    const key = keysOf(id)[0] ?? '';
    return [key, { key, ...(values as unknown as Omit<Measure, 'key'>) }];
  }),
);

/** What a remembered mapping may name: files of others must not invent targets. */
export const isTarget = (target: unknown, facts: PlanFacts): target is Target =>
  typeof target === 'string' &&
  (isField(target) ||
    Object.hasOwn(EXTRAS, target) ||
    TEMPLATE.has(target) ||
    facts.measures.some(({ key }) => key === target) ||
    /^own-[a-z0-9]+$/.test(target));

export const isField = (target: Target): boolean => (FIELDS as readonly string[]).includes(target);

/** A measure that a column can become: the plan's, the template's, a known extra one, or an own one named by its header. */
export function measureFor(target: Target, header: string, facts: PlanFacts): Measure {
  const known = facts.measures.find(({ key }) => key === target) ?? TEMPLATE.get(target);
  if (known) return known;
  const { name } = splitUnit(header);
  const unit = !Object.hasOwn(EXTRAS, target) && isMoneyWord(name.toLowerCase()) ? 'money' : 'count';
  return {
    key: target,
    name: name.trim() || target,
    order: Object.hasOwn(EXTRAS, target) ? EXTRAS[target]! : NaN,
    unit,
    step: null,
    assumed: null,
    lagMedian: 0,
    lag90: 0,
    minutes: null,
  };
}

/** Each counts a part of the one before it: a row where it is more deserves a look. */
export const ACTIVITY = ['dials', 'connects', 'talk60', 'conversations', 'talk300'] as const;
export const isRevenue = (key: string): boolean => key === REVENUE;
