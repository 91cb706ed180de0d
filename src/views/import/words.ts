import { measureFor } from '../../files/import/catalog.ts';
import type { ColumnGuess, PlanFacts, RowProblem, Target } from '../../files/import/types.ts';
import { formatNumber, formatShare } from '../../i18n/numbers.ts';
import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { FIGURES, OTHER_KINDS } from '../../model/records/other.ts';
import { KNOWN_MEASURES } from '../../model/templates.ts';
import { failureText } from '../../ui/failures.ts';

export const SURE = 0.9;

interface Named {
  readonly key: string;
  readonly name: string | null;
}

/** A measure as this plan calls it. */
export const measureLabel = ({ key, name }: Named): string => name ?? t().chain.measure[key] ?? key;

export const number = (value: number): string => formatNumber(value, currentLanguage());

/** A column's header, with what a second header row says above it. */
export const headerOf = ({
  header,
  above,
  index,
}: Pick<ColumnGuess, 'header' | 'above' | 'index'>): string =>
  header ? `${above} ${header}`.trim() : t().imports.columnNumber(index + 1);

/** What a column or a row can be of: the plan's measures, the known others, and what comes in beside a chain. */
export const knownMeasures = (facts: PlanFacts): Target[] => [
  ...new Set([
    ...facts.measures.map(({ key }) => key),
    ...[...KNOWN_MEASURES.values()].sort((a, b) => a.order - b.order).map(({ key }) => key),
    ...OTHER_KINDS,
    ...FIGURES,
  ]),
];

/** As `targetLabel`; a measure that the plan does not have yet is called after its header. */
export const measureChoice = (key: Target, header: string, facts: PlanFacts): string =>
  key.startsWith('own-') && !facts.measures.some((measure) => measure.key === key)
    ? t().imports.newMeasure(header)
    : targetLabel(key, header, facts);

/** What a person should look at before importing. */
export const isDoubtful = ({ target, score, reason, dayOrder }: ColumnGuess): boolean =>
  target !== 'ignore' &&
  (score < SURE ||
    (reason !== 'chosen' && dayOrder?.certain === false && (target === 'day' || target === 'month')));

/** Why a column is what it is, in a few words under its choice. */
export function reasonText(column: ColumnGuess): string {
  const words = t().imports.reasons;
  const percent = Math.round(column.score * 100);
  const dated = column.target === 'day' || column.target === 'month';
  if (column.reason === 'guess' || (column.reason === 'values' && column.score < SURE))
    return words[column.reason](percent);
  if (dated && column.dayOrder?.certain === false) return words.dayOrder(column.dayOrder.order);
  if (column.scale !== 1 && column.target !== 'ignore') return words.scale(number(column.scale));
  if (column.month && column.target !== 'cells' && column.target !== 'ignore') return column.month;
  return column.reason === 'values' ? words.chosen : words[column.reason];
}

export const targetLabel = (target: Target, header: string, facts: PlanFacts): string =>
  t().imports.targets[target] ?? measureLabel(measureFor(target, header, facts));

/** Why a guess was made, as a sentence for the panel. */
export function guessSentence({ target, evidence }: ColumnGuess, conversationSeconds: number): string {
  const { why } = t().imports;
  const language = currentLanguage();
  const of = evidence ? (t().chain.measure[evidence.of] ?? evidence.of) : '';
  const share = evidence
    ? why.share(of, formatShare(evidence.low, language), formatShare(evidence.high, language))
    : '';
  if (target === 'conversations') return share + why.conversations(conversationSeconds);
  if (target === 'revenue') return share + why.revenue;
  return share + why.look;
}

/** What is wrong with a row; measures by the names that the file gives them. */
export function problemText({ failure }: RowProblem): string {
  const { header, limit } = failure.values ?? {};
  if (failure.code !== 'exceeds') return failureText(failure);
  return failureText({ ...failure, values: { other: header ?? '', limit: number(Number(limit)) } });
}
