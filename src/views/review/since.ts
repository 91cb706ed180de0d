import { t } from '../../i18n/i18n.svelte.ts';
import { formatMonth } from '../../i18n/numbers.ts';
import type { SinceNote } from '../../model/planning.ts';
import type { Month } from '../../model/time.ts';
import type { PlanFigures } from '../sheet/why/figures.ts';

/** What became of a ratio, or of the work a day, since a month was talked over; how sure it is that it moved. */
export function sinceWords(since: SinceNote, talked: Month, figures: PlanFigures): string {
  const { talk, headline, verdict } = t().review;
  const month = formatMonth(talked, figures.language);
  const { measure, from, step, before, after, x, n } = since;
  if (step === null || from === null)
    return talk.sincePace({
      ...{ month, measure: figures.words.measure(measure) },
      before: figures.perDay(measure, before, false),
      after: figures.perDay(measure, after, false),
    });
  const text = talk.since({
    ...{ month, ratio: figures.ratioName({ measure, from, step }) },
    ...{ before: figures.ratio(before, step), after: figures.ratio(after, step) },
    count: `${figures.amount(measure, x)} / ${figures.amount(from, n)}`,
  });
  return `${text}${headline.comma}${verdict[since.verdict]}`;
}
