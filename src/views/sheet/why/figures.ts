import { currentLanguage, type Language } from '../../../i18n/i18n.svelte.ts';
import { formatNumber, numberFormat } from '../../../i18n/numbers.ts';
import { recordId } from '../../../model/ids.ts';
import type { RatioEvidence } from '../../../model/planning.ts';
import { REVENUE, type StepKind } from '../../../model/records/measure.ts';
import type { Settings } from '../../../model/records/settings.ts';
import { settingsOf } from '../../shell/settings-of.ts';
import { shownPerDay } from '../../../model/shown.ts';
import {
  NO_NUMBER,
  averageFigure,
  daysFigure,
  formulaMoney,
  ratioFigure,
  requirementFigure,
} from '../../../sheets/figures.ts';
import { ratioName } from '../../../sheets/names.ts';
import { planWords, type PlanWords } from '../../../sheets/words.ts';
import type { PlanSession } from '../../../state/contract.ts';
import { follow, textOr } from '../../shell/follow.ts';

type Step = Pick<RatioEvidence, 'measure' | 'from' | 'step'>;

/** How the numbers and names of a plan are written beside the sheet. */
export interface PlanFigures extends Pick<Settings, 'confidence' | 'confidenceOf'> {
  readonly words: PlanWords;
  readonly language: Language;
  readonly currency: string;
  /** A number of a measure: counts whole, 0.4 below one, money in whole major units. */
  amount(measure: string, value: number): string;
  /** The same in the fewest letters: ¥135万. */
  short(measure: string, value: number): string;
  /** For a column of one day: without the currency's mark, in full below 100,000, else 28万. */
  tiny(measure: string, value: number): string;
  money(minor: number): string;
  /** The work of a day; `total`: the sum of several persons', as shown. */
  perDay(measure: string, value: number, total: boolean): string;
  days(days: number): string;
  ratio(ratio: number, step: StepKind): string;
  /** 17.9–22.8%; '' where there is no interval. */
  interval(low: number, high: number, step: StepKind): string;
  ratioName(step: Step): string;
  unit(key: string): string;
  segment(key: string): string;
}

const COMPACT = { notation: 'compact', maximumSignificantDigits: 3 } as const;

function shortMoney(minor: number, language: Language, currency: string): string {
  if (!Number.isFinite(minor)) return NO_NUMBER;
  const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return numberFormat(language, { ...options, ...COMPACT }).format(minor / 100);
}

const LONG = 100_000;
const shortCount = (value: number, language: Language): string =>
  value >= LONG ? numberFormat(language, COMPACT).format(value) : requirementFigure(value, language);

/** Digits of a number that still stand in a column of one day. */
const TINY_LIMIT = 100_000;

/** Exact as long as it fits, so that the weeks add up to the eye. */
function tinyMoney(minor: number, language: Language): string {
  if (!Number.isFinite(minor)) return NO_NUMBER;
  const major = minor / 100;
  if (Math.abs(major) < TINY_LIMIT) return formatNumber(Math.round(major), language);
  return numberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 }).format(major);
}

/** The unit is written once: 17.9–22.8%, ¥4,760–5,450. */
export const joinInterval = (low: string, high: string): string =>
  `${low.replace(/%$/, '')}–${high.replace(/^[^\d−-]+/, '')}`;

/** The same of the plan as it is now, in the language of the page: a derived value that asks for it follows both. */
export function shownFigures(session: PlanSession): PlanFigures {
  follow(session.revision);
  return planFigures(session, currentLanguage());
}

export function planFigures(session: Pick<PlanSession, 'get' | 'ofKind'>, language: Language): PlanFigures {
  const { currency, confidence, confidenceOf } = settingsOf(session);
  const words = planWords(session.ofKind('measure'));
  const moneys = new Set(words.measures.filter(({ unit }) => unit === 'money').map(({ key }) => key));
  const isMoney = (measure: string) => measure === REVENUE || moneys.has(measure);
  const money = (minor: number) => formulaMoney(minor, language, currency);
  const ratio = (value: number, step: StepKind) => ratioFigure(value, step, language, currency);
  return {
    words,
    language,
    currency,
    confidence,
    confidenceOf,
    money,
    ratio,
    amount: (measure, value) => (isMoney(measure) ? money(value) : requirementFigure(value, language)),
    short: (measure, value) =>
      isMoney(measure) ? shortMoney(value, language, currency) : shortCount(value, language),
    tiny: (measure, value) =>
      isMoney(measure) ? tinyMoney(value, language) : requirementFigure(value, language),
    perDay: (measure, value, total) =>
      isMoney(measure) ? money(value) : averageFigure(total ? value : shownPerDay(value, 'count'), language),
    days: (days) => daysFigure(days, language),
    interval: (low, high, step) =>
      Number.isFinite(low) && Number.isFinite(high) ? joinInterval(ratio(low, step), ratio(high, step)) : '',
    ratioName: ({ measure, from, step }) => ratioName(session, measure, from, step),
    unit: (key) => textOr(session.get(recordId.unit(key))?.['name'], ''),
    segment: (key) => textOr(session.get(recordId.segment(key))?.['name'], key),
  };
}
