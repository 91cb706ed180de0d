import { t } from '../../i18n/i18n.svelte.ts';
import { dailyText, moneyText } from '../shell/figures.ts';
import { measureName } from '../shell/names.ts';
import type { Quickstart } from './model.svelte.ts';

/** What a day takes, in words; null = the chain gives no number. */
export function headlineOf(quick: Quickstart): string | null {
  const perDay = quick.answer?.perDay;
  if (!perDay || !Number.isFinite(perDay.value)) return null;
  const words = t().quickstart;
  const measure = measureName(perDay.measure, new Map(quick.parts.records));
  if (perDay.money) return words.perDayMoney(moneyText(perDay.value, quick.currency), measure);
  return words.perDay(dailyText(perDay.value), measure);
}
