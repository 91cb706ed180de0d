import { t } from '../../../i18n/i18n.svelte.ts';
import { formatDay, formatNumber } from '../../../i18n/numbers.ts';
import type { LagNote } from '../../../model/planning.ts';
import type { PlanFigures } from './figures.ts';

/** Less than this share of the money is not worth a sentence. */
const LEAST_SHARE = 0.005;

/** What a chain that takes time does to a month, in sentences: the measure that is looked at, what is too late, the spill. */
export function lagSentences(lag: LagNote, measure: string, figures: PlanFigures): string[] {
  const words = t().why.lag;
  const { measure: named } = figures.words;
  const looked = lag.latest.find((one) => one.measure === measure) ?? lag.latest.at(-1);
  const late = lag.feasible === null ? 0 : 1 - lag.feasible / lag.missing;
  return [
    ...(looked ? [latestSentence(looked, named(looked.measure), figures)] : []),
    ...(lag.underWay ? [words.underWay(figures.money(lag.underWay))] : []),
    ...(late > LEAST_SHARE && lag.feasible !== null
      ? [words.tooLate(`${formatNumber(100 * late, figures.language)}%`, figures.money(lag.feasible))]
      : []),
    ...(lag.spillIn > 0 || lag.spillOut > 0
      ? [words.spill(figures.money(lag.spillIn), figures.money(lag.spillOut))]
      : []),
  ];
}

const latestSentence = (
  { day }: LagNote['latest'][number],
  name: string,
  { language }: PlanFigures,
): string =>
  day === null
    ? t().why.lag.before(name)
    : t().why.lag.latest(name, formatDay(day, language, { month: 'numeric', day: 'numeric' }));
