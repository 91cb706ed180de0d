import type { Failure } from '../model/failure.ts';
import { t } from './i18n.svelte.ts';

/** The sentence of a failure in the language in use. */
export function failureText(failure: Failure): string {
  const sentences = t().failures as Record<string, ((v: Record<string, unknown>) => string) | undefined>;
  const values = { ...failure.at, ...failure.values };
  return sentences[failure.code]?.(values) ?? t().app.unknownFailure(failure.code);
}
