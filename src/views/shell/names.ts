import { t } from '../../i18n/i18n.svelte.ts';
import type { RecordEntry } from '../../model/diff.ts';
import { recordId } from '../../model/ids.ts';
import type { StepKind } from '../../model/records/measure.ts';

/** What a measure is called: the plan's own word, else the template's, else its key. */
export function measureName(key: string, records?: ReadonlyMap<string, RecordEntry[1]>): string {
  const own = records?.get(recordId.measure(key))?.name;
  return typeof own === 'string' && own ? own : (t().chain.measure[key] ?? key);
}

/** What the ratio of the step into a measure is called; steps that a missing measure merged are named by both ends. */
export function ratioName(to: string, from: string, step: StepKind, name = measureName): string {
  const word = t().chain.ratio[`${from} ${to}`];
  if (word) return word;
  return step === 'value' ? t().chain.valueOf(name(to), name(from)) : t().chain.ratioOf(name(to), name(from));
}
