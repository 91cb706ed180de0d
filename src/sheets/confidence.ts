import { t } from '../i18n/i18n.svelte.ts';
import type { Settings } from '../model/records/settings.ts';

type Confidence = Pick<Settings, 'confidence' | 'confidenceOf'>;

/** A chance counted out: 8 of 10 cases, 85 of 100 cases. */
export function chanceCases(chance: number): string {
  const tenths = Math.round(chance * 100) / 10;
  const [enough, outOf] = Number.isInteger(tenths) ? [tenths, 10] : [Math.round(chance * 100), 100];
  return t().odds.cases(String(enough), String(outOf));
}

/** What the plan's confidence means, in a sentence. */
export const confidenceSentence = ({ confidence, confidenceOf }: Confidence): string =>
  confidence === null ? t().odds.meansExpected : t().odds.means[confidenceOf](chanceCases(confidence));

/** The same in the header over the quotas. */
export const confidenceHeader = ({ confidence, confidenceOf }: Confidence): string =>
  confidence === null ? t().odds.shortExpected : t().odds.short[confidenceOf](chanceCases(confidence));
