import { t } from '../../../i18n/i18n.svelte.ts';
import type { OddsCurveAnswer, OddsPoint, WhyAnswer } from '../../../model/planning.ts';
import { chanceFigure } from '../../../sheets/figures.ts';
import { chanceCases } from '../../../sheets/confidence.ts';
import { formatNumber } from '../../../i18n/numbers.ts';
import type { Kept } from './track-record.svelte.ts';
import type { PlanFigures } from './figures.ts';

/** The chances whose work the curve names. */
const NAMED = [0.5, 0.8];

/** The work of a day in a curve; over several reps it is no sum of what is shown. */
const perDayText = (answer: OddsCurveAnswer, { perDay }: OddsPoint, figures: PlanFigures): string =>
  figures.perDay(answer.work ?? '', perDay, false);

/** 每天外呼 96：41%，109：50%，160：80% — the expected quota first, then what fixed chances take. */
export function curveSentence(answer: OddsCurveAnswer, figures: PlanFigures): string {
  const words = t().odds;
  const { expected, confident, work } = answer;
  if (!expected || work === null) return '';
  const points = [expected, ...confident].toSorted((a, b) => a.perDay - b.perDay);
  const written = points.map((point) =>
    words.point(perDayText(answer, point, figures), chanceFigure(point.chance, figures.language)),
  );
  const beyond = NAMED.find((chance) => confident.every((point) => point.chance !== chance));
  if (beyond !== undefined) written.push(words.unreachable(chanceFigure(beyond, figures.language)));
  return words.chances(figures.words.measure(work), written);
}

export interface NamedChance {
  readonly name: 'pace' | 'quota' | 'best';
  readonly label: string;
  readonly perDay: string;
  readonly chance: string;
}

/** What the usual pace, the quota and the proven best come to, each by its name. */
export function namedChances(answer: OddsCurveAnswer, isTeam: boolean, figures: PlanFigures): NamedChance[] {
  const words = t().odds;
  const labels = { pace: words.pace, quota: words.quota, best: words.best[isTeam ? 'team' : 'rep'] };
  return (['pace', 'quota', 'best'] as const).flatMap((name) => {
    const point = answer[name];
    if (!point) return [];
    const perDay = words.perDay(perDayText(answer, point, figures));
    return [{ name, label: labels[name], perDay, chance: chanceFigure(point.chance, figures.language) }];
  });
}

/** 在已过的月份里：说 80% 以上的 34 次，成了 29 次。 */
export const keptSentence = ({ promised, said, came }: Kept, { language }: PlanFigures): string =>
  t().odds.kept(chanceFigure(promised, language), formatNumber(said, language), formatNumber(came, language));

/** Why the money that is aimed at is more than what is to be won; '' where no confidence asks for more. */
export function aimSentence(why: WhyAnswer, figures: PlanFigures): string {
  const { confidence, confidenceOf } = figures;
  if (confidence === null || why.aim === null) return '';
  const ofChain = Math.max(0, why.goal.value - (why.other?.value ?? 0));
  const target = figures.money(why.mode === 'goal' ? ofChain : why.toGo.value);
  const isTeam = why.goal.formula.op === 'children';
  const of = confidenceOf === 'rep' && isTeam ? 'reps' : confidenceOf;
  return t().odds.aimSentence[of](target, chanceCases(confidence), figures.money(why.aim));
}
