import type { Failure } from '../model/failure.ts';
import { t } from './i18n.svelte.ts';
import type { Messages } from './zh-CN/index.ts';

type Sentences = Record<string, ((v: Record<string, unknown>) => string) | undefined>;

/** The sentence of a failure in the language in use. Its words come once the first screen stands. */
export function failureText(failure: Failure): string {
  const { failures, app }: Partial<Pick<Messages, 'failures'>> & Pick<Messages, 'app'> = t();
  const values = { ...failure.at, ...failure.values };
  return (failures as Sentences | undefined)?.[failure.code]?.(values) ?? app.unknownFailure(failure.code);
}
