import { t } from '../../i18n/i18n.svelte.ts';
import { formatShare } from '../../i18n/numbers.ts';
import { GAP_PARTS, type GapPart, type ReviewAnswer, type ReviewSum } from '../../model/planning.ts';
import type { PlanFigures } from '../sheet/why/figures.ts';
import { roundedParts } from './money.ts';
import { stepName } from './words.ts';

/** A part under this share of all that moved is not worth a word in one sentence. */
const WORTH_SAYING = 0.03;
const REACHED = 0.005;

interface Told {
  readonly part: GapPart;
  readonly money: number;
}

/** One sentence in money: how far from the goal, by what, and what went the other way. Never shares of a small gap. */
export function headline(sum: ReviewSum, period: string, figures: PlanFigures): string {
  const words = t().review.headline;
  const money = roundedParts(
    GAP_PARTS.map((part) => sum[part]),
    sum.gap,
  );
  const all = GAP_PARTS.map((part, at): Told => ({ part, money: money[at]! }));
  const moved = all.reduce((total, part) => total + Math.abs(part.money), 0);
  const told = all.filter(({ money: part }) => part !== 0 && Math.abs(part) >= WORTH_SAYING * moved);
  const missed = sum.gap < 0;
  const [down, up] = [sorted(told, -1), sorted(told, 1)];
  const [along, against] = missed ? [down, up] : [up, down];
  const lead = leadOf(sum, period, figures);
  const rest = all.reduce((total, part) => total + (told.includes(part) ? 0 : part.money), 0);
  const little = rest === 0 ? '' : words.by(words.rest, figures.money(Math.abs(rest)));
  const join = (parts: readonly Told[], sign: number): string =>
    [...parts.map((part) => phrase(part, sum, figures)), ...(sign * rest > 0 ? [little] : [])].join(
      words.comma,
    );
  const by = join(along, missed ? -1 : 1);
  const back = join(against, missed ? 1 : -1);
  const turned = back && (missed ? words.offset : words.taken)(back);
  const parts = [by, turned].filter(Boolean).join(words.semicolon);
  return `${lead}${parts ? words.colon : ''}${parts}${words.stop}`;
}

function leadOf({ gap, goal }: ReviewSum, period: string, figures: PlanFigures): string {
  const words = t().review.headline;
  if (Math.abs(gap) <= REACHED * goal) return words.reached(period);
  return (gap < 0 ? words.missed : words.beyond)(period, figures.money(Math.abs(gap)));
}

const sorted = (told: readonly Told[], sign: number): Told[] =>
  told.filter(({ money }) => sign * money > 0).sort((a, b) => sign * (b.money - a.money));

/** The step that ability is mostly about is named. */
function phrase({ part, money }: Told, sum: ReviewSum, figures: PlanFigures): string {
  const words = t().review.headline;
  const sign = Math.sign(money);
  const steps = sum.steps.filter(({ step, ability }) => step !== 'value' && sign * ability > 0);
  const [most] = steps.sort((a, b) => sign * (b.ability - a.ability));
  const name = t().review.part[part];
  const named = part === 'ability' && most ? words.mainly(name, stepName(figures, most)) : name;
  return words.by(named, figures.money(Math.abs(money)));
}

/** The line under it: goal, actual, who and how long, and who was left out. */
export function subline(answer: ReviewAnswer, sum: ReviewSum, figures: PlanFigures): string[] {
  const words = t().review.sub;
  const { withoutGoal, withoutResult, upTo } = answer;
  return [
    words.goal(figures.money(sum.goal)),
    words.actual(figures.money(sum.actual), reachedShare(sum, figures)),
    words.people(answer.reps.length),
    words.days(figures.days(answer.workingDays)),
    words.adds,
    ...(upTo === null ? [] : [words.running]),
    ...(withoutGoal.length > 0 ? [words.withoutGoal(withoutGoal.length)] : []),
    ...(withoutResult.length > 0 ? [words.withoutResult(withoutResult.length)] : []),
  ];
}

export const reachedShare = ({ actual, goal }: ReviewSum, { language }: PlanFigures): string =>
  goal > 0 ? formatShare(Number((actual / goal).toPrecision(3)), language) : '—';
