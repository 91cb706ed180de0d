import { t } from '../../i18n/i18n.svelte.ts';
import { formatMonth, formatNumber } from '../../i18n/numbers.ts';
import type { ReviewAnswer, ReviewCause, ReviewedRep, ReviewStep, ReviewSum } from '../../model/planning.ts';
import { quarterOf, type Month } from '../../model/time.ts';
import type { PlanFigures } from '../sheet/why/figures.ts';

/** Days that come to less than this are none. */
const NO_DAYS = 0.05;

/** A month or a quarter in words; the days that count where it is not over. */
export function periodName(
  { months, upTo }: Pick<ReviewAnswer, 'months' | 'upTo'>,
  quarter: boolean,
  firstMonth: number,
  { language }: PlanFigures,
): string {
  const month = months[0] ?? '';
  const name = quarter ? quarterName(month, firstMonth) : formatMonth(month, language);
  return upTo === null ? name : t().review.headline.upTo(name, upTo.slice(5));
}

export function quarterName(month: Month, firstMonth: number): string {
  const { from, to } = quarterOf(month, firstMonth);
  const number = ((Number(from.slice(5)) - firstMonth + 12) % 12) / 3 + 1;
  return t().review.quarterName(to.slice(0, 4), number);
}

export const stepName = (figures: PlanFigures, { measure, from, step }: ReviewStep): string =>
  step === 'value' ? figures.ratioName({ measure, from, step }) : figures.words.measure(measure);

/** 23% or 0.7%, from planned to actual; '' where nothing was planned, or it is as planned. */
export function awayShare(planned: number, actual: number, { language }: PlanFigures): string {
  const percent = 100 * Math.abs(actual / planned - 1);
  if (!Number.isFinite(percent) || percent < 0.05) return '';
  return `${formatNumber(percent, language, percent < 9.95 ? 1 : 0)}%`;
}

/** Work a day against the plan; '' where it is as planned. */
export function workNote({ work }: ReviewSum, measure: string, figures: PlanFigures): string {
  const { less, more } = t().review.note;
  const share = awayShare(work.perDayPlanned, work.perDay, figures);
  if (share === '') return '';
  return (work.perDay < work.perDayPlanned ? less : more)(figures.words.measure(measure), share);
}

export function daysNote({ work }: ReviewSum, figures: PlanFigures): string {
  const { daysLess, daysMore } = t().review.note;
  const away = work.days - work.daysPlanned;
  if (Math.abs(away) < NO_DAYS) return '';
  return (away < 0 ? daysLess : daysMore)(figures.days(Math.abs(away)));
}

/** 19.7%, record 24.4%. */
export const ratioNote = ({ actual, believed, step }: ReviewStep, figures: PlanFigures): string =>
  t().review.note.record(figures.ratio(actual, step), figures.ratio(believed, step));

/** 24.4% → 19.7%: in the little room below a bar. */
export const ratioMove = ({ actual, believed, step }: ReviewStep, figures: PlanFigures): string =>
  `${figures.ratio(believed, step)} → ${figures.ratio(actual, step)}`;

export const causeStep = (rep: ReviewedRep, { measure }: ReviewCause): ReviewStep | null =>
  rep.steps.find((step) => step.measure === measure) ?? null;

export interface CauseWords {
  /** Ability · conversations */
  readonly name: string;
  /** 19.7%, record 24.4% */
  readonly detail: string;
}

/** The main cause in words, without a verdict on the person; how it stands where there is none. */
export function causeWords(rep: ReviewedRep, work: string | null, figures: PlanFigures): CauseWords {
  const words = t().review;
  const { cause } = rep;
  if (!cause) return { name: words.standing[rep.standing], detail: '' };
  const step = causeStep(rep, cause);
  const part = words.part[cause.part];
  if (step) return { name: `${part} · ${stepName(figures, step)}`, detail: ratioNote(step, figures) };
  const details: Partial<Record<ReviewCause['part'], string>> = {
    execution: workNote(rep, work ?? '', figures),
    calendar: daysNote(rep, figures),
    goalSet: words.note.goalSet,
    carried: words.note.carried,
    unexplained: words.note.unexplained,
  };
  return { name: part, detail: details[cause.part] ?? '' };
}

export const countText = (value: number, { language }: PlanFigures): string =>
  Number.isFinite(value)
    ? formatNumber(value, language, Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1)
    : '—';

/** 42 / 160; money as ¥. */
export const countOf = (figures: PlanFigures, { measure, from, x, n }: ReviewStep): string =>
  n > 0 ? `${figures.amount(measure, x)} / ${figures.amount(from, n)}` : '—';
