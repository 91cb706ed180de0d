import { t } from '../i18n/i18n.svelte.ts';
import type { OddsAnswer } from '../model/planning.ts';
import type { Settings } from '../model/records/settings.ts';

type Confidence = Pick<Settings, 'confidence' | 'confidenceOf'>;

/** A chance counted out: 8 of 10 cases, 85 of 100 cases. */
export function chanceCases(chance: number): string {
  const tenths = Math.round(chance * 100) / 10;
  const [enough, outOf] = Number.isInteger(tenths) ? [tenths, 10] : [Math.round(chance * 100), 100];
  return t().odds.cases(String(enough), String(outOf));
}

/** A computed chance deserves no more than tenths, and is never certain. */
function aboutCases(chance: number): string {
  const tenths = Math.round(chance * 10);
  if (tenths < 1) return t().odds.seldom('10');
  return tenths > 9 ? t().odds.mostly('10') : t().odds.about(t().odds.cases(String(tenths), '10'));
}

/** How often each rep's quota is enough, on average over those with something left to win; NaN = not known. */
export function quotaChance({ units, atQuota }: OddsAnswer, isRep: (key: string) => boolean): number {
  const chances = units.flatMap((key, at) => {
    const chance = atQuota[at] ?? NaN;
    return isRep(key) && chance < 1 ? [chance] : [];
  });
  return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}

/** What the plan's confidence means, in a sentence; `chance`: that of the expected quotas, where it is known. */
export function confidenceSentence({ confidence, confidenceOf }: Confidence, chance = NaN): string {
  const words = t().odds;
  if (confidence !== null) return words.means[confidenceOf](chanceCases(confidence));
  return Number.isNaN(chance) ? words.meansExpected : words.meansExpectedHere(aboutCases(chance));
}

/** The same in the header over the quotas. */
export function confidenceHeader({ confidence, confidenceOf }: Confidence, chance = NaN): string {
  const words = t().odds;
  if (confidence !== null) return words.short[confidenceOf](chanceCases(confidence));
  return Number.isNaN(chance) ? words.shortExpected : words.shortExpectedHere(aboutCases(chance));
}
