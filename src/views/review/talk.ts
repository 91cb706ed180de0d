import { t } from '../../i18n/i18n.svelte.ts';
import type { ReviewCause, ReviewedRep } from '../../model/planning.ts';
import type { PlanFigures } from '../sheet/why/figures.ts';
import { awayShare, causeStep, stepName } from './words.ts';

/** What to say and what to ask, from the main cause and how sure it is. */
export interface Talk {
  readonly say: string;
  readonly ask: string;
}

/** Asks, and never blames; what is within luck says so. */
export function talkOf(rep: ReviewedRep, work: string | null, figures: PlanFigures): Talk {
  const { say, ask } = t().review;
  const { cause } = rep;
  if (!cause) return { say: say.reached, ask: ask.reached };
  const less = rep.gap < 0;
  const measure = figures.words.measure(work ?? '');
  const share = awayShare(rep.work.perDayPlanned, rep.work.perDay, figures);
  const days = figures.days(Math.abs(rep.work.days - rep.work.daysPlanned));
  const money = figures.money(Math.abs(cause.money));
  const either = (worse: string, better: string): string => (less ? worse : better);
  const talks: Record<ReviewCause['part'], () => Talk> = {
    execution: () => ({
      say: less ? say.executionLess(measure, share) : say.executionMore(measure, share),
      ask: either(ask.executionLess(measure), ask.executionMore),
    }),
    calendar: () => ({
      say: less ? say.calendarLess(days) : say.calendarMore(days),
      ask: either(ask.calendarLess, ask.calendarMore),
    }),
    ability: () => stepTalk(rep, cause, figures),
    size: () => stepTalk(rep, cause, figures),
    luck: () =>
      cause.verdict === 'tooLittle'
        ? { say: say.tooLittle, ask: ask.tooLittle(measure) }
        : { say: either(say.luckLess, say.luckMore), ask: either(ask.luckLess, ask.luckMore) },
    goalSet: () => ({ say: either(say.goalSetLess, say.goalSetMore), ask: ask.goalSet }),
    carried: () => ({ say: either(say.carriedLess(money), say.carriedMore(money)), ask: ask.carried }),
    other: () => ({ say: less ? say.otherLess(money) : say.otherMore(money), ask: ask.other }),
    unexplained: () => ({ say: say.unexplained(money), ask: ask.unexplained }),
  };
  return talks[cause.part]();
}

function stepTalk(rep: ReviewedRep, cause: ReviewCause, figures: PlanFigures): Talk {
  const { say, ask } = t().review;
  const step = causeStep(rep, cause);
  if (!step) return { say: say.reached, ask: ask.reached };
  const ratio = say.ratio(
    figures.ratioName(step),
    figures.ratio(step.actual, step.step),
    figures.ratio(step.believed, step.step),
  );
  const sure = cause.verdict === 'maybe' ? say.maybe : say.real;
  const name = stepName(figures, step);
  const less = cause.verdict === 'maybe' ? ask.maybeLess(name) : ask.abilityLess(name);
  return { say: `${ratio}${space()}${sure}`, ask: rep.gap < 0 ? less : ask.abilityMore(name) };
}

/** Sentences follow each other without a space where the language has none. */
const space = (): string => (t().review.headline.stop === '.' ? ' ' : '');
