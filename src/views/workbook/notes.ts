import type { BookColumn, BookNote } from '../../files/workbook/types.ts';
import { t } from '../../i18n/i18n.svelte.ts';
import { numberFormat } from '../../i18n/numbers.ts';
import type { BackcastPlan } from '../../sheets/backcast/plan.ts';
import { confidenceSentence } from '../../sheets/confidence.ts';
import type { SheetContext } from '../../sheets/definition.ts';

/** What the plan was, and how the sheets are to be read. */
export function bookNotes(plan: BackcastPlan, mode: string, columns: readonly BookColumn[]): BookNote[] {
  const words = t().workbook.notes;
  const { context } = plan;
  const { settings, month, asOf } = context;
  return [
    { term: words.plan, is: settings.name },
    { term: words.month, is: { month } },
    { term: words.mode, is: mode },
    { term: words.asOf, is: { day: asOf } },
    { term: words.currency, is: settings.currency },
    { term: words.confidence, is: confidenceText(plan) },
    { term: words.reading, is: words.readingText },
    ...otherNote(columns),
    ...aimNote(context, columns),
    { term: words.rounding, is: words.roundingText },
    { term: words.days, is: words.daysText },
    { term: words.ratios, is: words.ratiosText },
    { term: words.none, is: words.noneText },
  ];
}

function confidenceText({ context: { settings, language }, quotaChance }: BackcastPlan): string {
  const words = t().workbook.notes;
  if (settings.confidence === null) return confidenceSentence(settings, quotaChance);
  const whose = settings.confidenceOf === 'rep' ? words.ofRep : words.ofCompany;
  return words.percent(
    numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(settings.confidence),
    whose,
  );
}

function otherNote(columns: readonly BookColumn[]): BookNote[] {
  const other = columns.find(({ of }) => of.name === 'other');
  return other ? [{ term: other.title, is: t().workbook.notes.other }] : [];
}

/** Where new work has to bring other money than the goal: why. */
function aimNote({ settings }: SheetContext, columns: readonly BookColumn[]): BookNote[] {
  const aim = columns.find(({ of }) => of.name === 'aim');
  if (!aim) return [];
  const words = t().workbook.notes;
  const why = aim.formula
    ? words.aimLag
    : settings.confidence === null
      ? words.aimMoved
      : words.aimConfidence;
  return [{ term: words.aim, is: why }];
}
