import { t } from '../i18n/i18n.svelte.ts';
import type { Failure } from '../model/failure.ts';

/** The sentence of a failed entry in the language in use. */
export function failureSentence(failure: Failure): string {
  if (failure.code === 'badLeave') return t().sheets.badLeave;
  const sentences = t().failures as Record<string, ((v: Record<string, unknown>) => string) | undefined>;
  return sentences[failure.code]?.({ ...failure.at, ...failure.values }) ?? failure.code;
}
