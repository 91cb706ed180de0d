import { isField, isOffered } from './catalog.ts';
import { ownMeasureKey } from './keys.ts';
import { splitUnit } from './scale.ts';
import type { ColumnReason, PlanFacts, Target } from './types.ts';
import { headerWord, isInbound, isRatioWord, isStaffNumber, matchWord } from './words.ts';

export type Choice = readonly [target: Target, reason: ColumnReason, score: number];
const SCORES = { same: 1, synonym: 0.95, guess: 0.65 } as const;

/** A measure that the plan calls by a name of its own, or that came from a file with this header. */
function ownMeasure(word: string, facts: PlanFacts): Choice | null {
  const own =
    facts.measures.find(({ name }) => name && headerWord(name) === word) ??
    facts.measures.find(({ key }) => key === ownMeasureKey(word));
  return own ? [own.key, 'same', 1] : null;
}

/** What a header, or a name in a column of measures, means by its words alone. */
export function meaningOf(text: string, facts: PlanFacts): Choice | null {
  const word = headerWord(splitUnit(text).name);
  if (word === '') return null;
  const own = ownMeasure(word, facts);
  const match = matchWord(word, isOffered(facts));
  if (own && !(match && isField(match.target))) return own;
  if (isStaffNumber(word)) return ['ignore', 'staffNumber', 1];
  if (isInbound(word)) return ['ignore', 'inbound', 1];
  if (match) return [match.target, match.how, SCORES[match.how]];
  if (isRatioWord(word) || isRatioWord(text.toLowerCase())) return ['ignore', 'ratio', 1];
  return null;
}

/** Known as a measure, or as a ratio of measures. */
export function namesMeasure(text: string): boolean {
  const word = headerWord(splitUnit(text).name);
  const match = matchWord(word);
  return match ? !isField(match.target) : word !== '' && isRatioWord(word);
}
