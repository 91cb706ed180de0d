import { t } from '../../i18n/i18n.svelte.ts';
import { GAP_PARTS, type ReviewAnswer, type ReviewSum } from '../../model/planning.ts';
import type { PlanFigures } from '../sheet/why/figures.ts';
import { headline, subline } from './headline.ts';
import { roundedParts, signedText } from './money.ts';
import { talkOf } from './talk.ts';
import { causeWords } from './words.ts';

/** What was kept of the talk with a rep in place of what the rules suggest. */
export interface KeptTalk {
  readonly unit: string;
  readonly text: string;
  readonly followUp: string | null;
}

/** The review as plain text for a meeting, fit to be pasted into a chat. */
export function outlineText(
  answer: ReviewAnswer,
  sum: ReviewSum,
  of: { readonly period: string; readonly scope: string; readonly kept: readonly KeptTalk[] },
  figures: PlanFigures,
): string {
  const words = t().review;
  const amounts = roundedParts(
    GAP_PARTS.map((part) => sum[part]),
    sum.gap,
  );
  const parts = GAP_PARTS.flatMap((part, at) =>
    amounts[at] ? [`- ${words.part[part]} ${signedText(amounts[at], figures.language)}`] : [],
  );
  const people = answer.reps
    .filter(({ cause }) => cause !== null)
    .map((rep, at) => {
      const { name, detail } = causeWords(rep, answer.work, figures);
      const sure = words.verdict[rep.cause!.verdict];
      const why = [`${name} · ${sure}`, detail].filter(Boolean).join(words.headline.comma);
      const gap = signedText(rep.gap, figures.language);
      const kept = of.kept.find(({ unit }) => unit === rep.unit);
      const { say, ask } = talkOf(rep, answer.work, figures);
      const lines = kept
        ? [...kept.text.split('\n'), ...(kept.followUp ? [words.outline.follow(kept.followUp)] : [])]
        : [say, words.outline.ask(ask)];
      return [
        `${String(at + 1)}. ${words.outline.person(figures.unit(rep.unit), gap, why)}`,
        ...lines.map((line) => `   ${line}`),
      ].join('\n');
    });
  return [
    words.outline.title(of.period, of.scope),
    headline(sum, of.period, figures),
    subline(answer, sum, figures).slice(0, 4).join(' · '),
    '',
    words.outline.parts,
    ...parts,
    ...(people.length > 0 ? ['', words.outline.people, ...people] : []),
  ].join('\n');
}
