import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatMonth, formatNumber } from '../../i18n/numbers.ts';
import type { RatioEvidence } from '../../model/planning.ts';
import { ratioText } from '../shell/figures.ts';

const percent = (share: number): string => `${formatNumber(Math.round(share * 100), currentLanguage())}%`;

/** Where a ratio comes from, in a few words. */
export function basisWords({ basis, ownShare }: RatioEvidence): string {
  const words = t().phone;
  return basis === 'own' ? words.own(percent(ownShare)) : words[basis];
}

export interface Fact {
  readonly name: string;
  readonly text: string;
}

/** The evidence behind a ratio, line by line: own record, team, weights, window, interval. */
export function ratioFacts(
  ratio: RatioEvidence,
  currency: string,
  written: (measure: string, value: number) => string,
): Fact[] {
  const words = t().phone.ratio;
  const value = (number: number) => ratioText(number, ratio.step, currency);
  const month = (name: string) => formatMonth(name, currentLanguage());
  const { override, window, n, x } = ratio;
  const counted = words.ownCounts(written(ratio.measure, x), written(ratio.from, n));
  const recorded = n > 0 ? `${value(ratio.raw)} = ${counted}` : words.none;
  return [
    ...(override ? [{ name: words.override, text: value(override.ratio) }] : []),
    ...(override?.reason ? [{ name: words.reason, text: override.reason }] : []),
    { name: words.own, text: recorded },
    ...(Number.isFinite(ratio.team) ? [{ name: words.team, text: value(ratio.team) }] : []),
    ...(n > 0 ? [{ name: words.weights, text: weights(ratio) }] : []),
    ...(window && n > 0
      ? [
          {
            name: words.window,
            text: words.windowOf(month(window.from), month(window.to), ratio.months.length),
          },
        ]
      : []),
    ...(Number.isFinite(ratio.low)
      ? [{ name: words.interval, text: `${value(ratio.low)} – ${value(ratio.high)}` }]
      : []),
  ];
}

const weights = ({ ownShare }: RatioEvidence): string =>
  t().phone.ratio.weightsOf(percent(ownShare), percent(1 - ownShare));
