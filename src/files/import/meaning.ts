import { isField } from './catalog.ts';
import { ownMeasureKey } from './keys.ts';
import { splitUnit } from './scale.ts';
import type { ColumnReason, PlanFacts, Target } from './types.ts';
import { headerWord, isInbound, isRatioWord, matchWord } from './words.ts';

export type Choice = readonly [target: Target, reason: ColumnReason, score: number];
const SCORES = { same: 1, synonym: 0.95, guess: 0.65 } as const;

/** The plan's own measure, called as the plan calls it. */
function ownMeasure(word: string, facts: PlanFacts): Choice | null {
  const own = facts.measures.find(({ name, key }) =>
    name ? headerWord(name) === word : key === ownMeasureKey(word),
  );
  return own ? [own.key, 'same', 1] : null;
}

/** What a header, or a name in a column of measures, means by its words alone. */
export function meaningOf(text: string, facts: PlanFacts): Choice | null {
  const word = headerWord(splitUnit(text).name);
  if (word === '') return null;
  const match = matchWord(word);
  if (isInbound(word)) return ['ignore', 'inbound', 1];
  if (match) return [match.target, match.how, SCORES[match.how]];
  if (isRatioWord(word) || isRatioWord(text.toLowerCase())) return ['ignore', 'ratio', 1];
  return ownMeasure(word, facts);
}

/** Known as a measure, or as a ratio of measures. */
export function namesMeasure(text: string): boolean {
  const word = headerWord(splitUnit(text).name);
  const match = matchWord(word);
  return match ? !isField(match.target) : word !== '' && isRatioWord(word);
}
