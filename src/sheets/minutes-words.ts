import { t, type Language } from '../i18n/i18n.svelte.ts';
import { numberFormat } from '../i18n/numbers.ts';
import { recordId } from '../model/ids.ts';
import { unitMinutes } from '../model/records/unit.ts';
import { minutesOf } from '../model/work-minutes.ts';
import type { SheetContext } from './definition.ts';
import type { PlanWords } from './words.ts';

/** 1.5: minutes have decimals where they were typed with some. */
export const minutesFigure = (minutes: number, language: Language): string =>
  numberFormat(language, { maximumFractionDigits: 2 }).format(minutes);

/** What takes other minutes at a unit than in the plan's settings, its own or from above; null = nothing does. */
export function minutesSentence(
  records: Pick<SheetContext, 'get'>,
  unit: string,
  { measures, measure }: PlanWords,
  language: Language,
): string | null {
  const here = minutesHere(records, unit);
  const parts = measures.flatMap((each) => {
    const minutes = each.unit === 'count' ? here.get(each.key) : undefined;
    const differs = minutes !== undefined && minutes !== minutesOf(each);
    return differs ? [t().load.minutesEach(measure(each.key), minutesFigure(minutes, language))] : [];
  });
  return parts.length > 0 ? t().load.otherMinutes(parts) : null;
}

/** By measure: the nearest on the way to the top; a circle of parents ends where it began. */
function minutesHere(records: Pick<SheetContext, 'get'>, unit: string): Map<string, number> {
  const here = new Map<string, number>();
  const met = new Set<string>();
  for (let key: unknown = unit; typeof key === 'string' && !met.has(key);) {
    met.add(key);
    const values = records.get(recordId.unit(key)) ?? {};
    for (const [measure, minutes] of unitMinutes(values)) if (!here.has(measure)) here.set(measure, minutes);
    key = values['parent'];
  }
  return here;
}
