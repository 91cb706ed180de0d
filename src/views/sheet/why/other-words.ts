import { t } from '../../../i18n/i18n.svelte.ts';
import type { OtherNote } from '../../../model/planning.ts';
import type { PlanFigures } from './figures.ts';

/** What comes in beside the chain, kind by kind, and what of it is still expected. */
export function otherSentences({ kinds, expected }: OtherNote, figures: PlanFigures): string[] {
  const words = t().why.other;
  const ofKind = ({ kind, come, mean, months }: OtherNote['kinds'][number]): string =>
    [
      words.in(figures.words.measure(kind), figures.money(come)),
      months > 0 ? words.mean(figures.money(mean), months) : words.noRecord,
    ].join(t().why.other.and);
  return [...kinds.map(ofKind), ...(expected > 0 ? [words.rest(figures.money(expected))] : []), words.effect];
}
