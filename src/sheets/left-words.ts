import { t } from '../i18n/i18n.svelte.ts';
import type { OddsCurveAnswer } from '../model/planning.ts';

interface Written {
  readonly money: (minor: number) => string;
  readonly days: (days: number) => string;
}

/** What is still to go from today on, as the sheet has it: less the other revenue that is expected. */
export function leftSentence(
  { left, other, days }: Pick<OddsCurveAnswer, 'left' | 'other' | 'days'>,
  written: Written,
): string {
  const words = t().odds;
  const sentence = words.from(written.money(Math.max(0, left - other)), written.days(days));
  return other > 0 ? sentence + words.lessOther(written.money(other)) : sentence;
}
