import { t } from '../i18n/i18n.svelte.ts';
import { recordId } from '../model/ids.ts';
import { TELESALES, type StepKind } from '../model/records/measure.ts';
import type { SheetContext } from './definition.ts';

type Records = Pick<SheetContext, 'get'>;

/** What a measure is called: the plan's own word, else the template's, else its key. */
export function measureName(records: Records, key: string): string {
  const own = records.get(recordId.measure(key))?.['name'];
  return typeof own === 'string' && own !== '' ? own : (t().chain.measure[key] ?? key);
}

/** What the ratio of a step is called; steps that a missing measure merged are named by both ends. */
export function ratioName(records: Records, to: string, from: string, step: StepKind): string {
  const keys: readonly string[] = TELESALES;
  const usual = keys.includes(from) && keys.indexOf(to) - keys.indexOf(from) === 1;
  const word = usual ? t().chain.ratio[to] : undefined;
  if (word) return word;
  const [end, start] = [measureName(records, to), measureName(records, from)];
  return step === 'value' ? t().chain.valueOf(end, start) : t().chain.ratioOf(end, start);
}

export const isMoney = (records: Records, measure: string): boolean =>
  records.get(recordId.measure(measure))?.['unit'] === 'money';
