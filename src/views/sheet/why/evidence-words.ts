import { t } from '../../../i18n/i18n.svelte.ts';
import { formatMonth, formatNumber } from '../../../i18n/numbers.ts';
import type { RatioEvidence, WhyAnswer } from '../../../model/planning.ts';
import { WHY, formulaOf, formulaTokens } from '../../../sheets/reason.ts';
import type { PlanFigures } from './figures.ts';
import { aimSentence } from './odds-words.ts';

/** Where a ratio comes from, in a few words. */
export function basisWords(ratio: RatioEvidence, figures: PlanFigures): string {
  const {
    reasons: words,
    why: { panel },
  } = t();
  if (!Number.isFinite(ratio.used)) return words.problem.broken;
  switch (ratio.basis) {
    case 'assumed':
      return panel.assumed;
    case 'override':
      return panel.byHand(figures.ratio(ratio.shrunk, ratio.step));
    case 'tooLittle':
      return panel.thin(figures.short(ratio.from, ratio.n));
    case 'own':
      return words.own(`${formatNumber(Math.round(ratio.ownShare * 100), figures.language)}%`);
  }
}

const BASE = 100;

/** What a step says of the world: every ¥100 of pipeline brings ¥20.3 of revenue. */
export function stepSentence({ step, measure, from, used }: RatioEvidence, figures: PlanFigures): string {
  if (!Number.isFinite(used)) return '';
  const words = t().why.panel;
  const [to, start] = [figures.words.measure(measure), figures.words.measure(from)];
  if (step === 'value') return words.valueSentence(start, to, figures.ratio(used, step));
  const per = Number((used * BASE).toPrecision(3));
  if (step === 'yield') {
    const money = figures.ratio(per * 100, 'value');
    return words.yieldSentence(start, to, figures.money(BASE * 100), money);
  }
  return words.shareSentence(start, to, String(per));
}

/** How the used ratio comes about: own counts and their months, the team's ratio, and the weight of each. */
export function recordSentence(ratio: RatioEvidence, figures: PlanFigures): string {
  const { measure, from, step, basis, raw, team, shrunk, window } = ratio;
  if (basis !== 'own' || !window || !Number.isFinite(raw)) return '';
  const month = (each: string): string => formatMonth(each, figures.language);
  const counts = `${figures.amount(measure, ratio.x)} ÷ ${figures.amount(from, ratio.n)}`;
  const words = t().why.panel;
  return words.record({
    span: window.from === window.to ? month(window.from) : words.span(month(window.from), month(window.to)),
    raw: `${counts} = ${figures.ratio(raw, step)}`,
    team: Number.isFinite(team) ? figures.ratio(team, step) : null,
    own: `${String(Math.round(ratio.ownShare * 100))}%`,
    used: figures.ratio(shrunk, step),
  });
}

/** What a number of the chain is called. */
export function targetName(target: string, figures: PlanFigures): string {
  const { goal, won, other, toGo, aim, perDay } = t().chain;
  if (target === WHY.perDay) return perDay(figures.words.measure(figures.words.work ?? ''));
  return (
    { goal, won, other, toGo, aim, chance: t().odds.chanceAtPace }[target] ?? figures.words.measure(target)
  );
}

/** How the selected number comes about: the sentence of its step, else its formula in names and in values. */
export function targetSentence(why: WhyAnswer, target: string, figures: PlanFigures): string {
  if (target === WHY.aim) return aimSentence(why, figures);
  const link = why.links.find(({ measure }) => measure === target);
  if (link) return stepSentence(link.ratio, figures);
  const formula = formulaOf(why, target);
  if (!formula || (formula.op === 'value' && formula.input)) return '';
  const { names, values } = formulaTokens(formula, figures.language, figures, figures.words);
  return [names, values].map((tokens) => tokens.map(({ text }) => text).join(' ')).join(' = ');
}

/** The selected number as it is shown large. */
export function targetValue(why: WhyAnswer, target: string, figures: PlanFigures): string {
  if (target === WHY.goal) return figures.money(why.goal.value);
  if (target === WHY.won) return figures.money(why.won);
  if (target === WHY.other) return figures.money(why.other?.value ?? NaN);
  if (target === WHY.toGo) return figures.money(why.toGo.value);
  if (target === WHY.aim) return figures.money(why.aim ?? NaN);
  if (target === WHY.perDay) {
    const { measure = '', value = NaN, formula } = why.perDay ?? {};
    return figures.perDay(measure, value, formula?.op === 'children');
  }
  const link = why.links.find(({ measure }) => measure === target);
  return figures.amount(target, link?.value ?? NaN);
}
