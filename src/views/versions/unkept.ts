import { fetchMessages, t, withMessages } from '../../i18n/i18n.svelte.ts';
import type { Failure } from '../../model/failure.ts';
import { failureText } from '../../ui/failures.ts';
import { showToast } from '../../ui/toasts.svelte.ts';

/** A version could not be kept; what it was meant for is done all the same. */
export async function sayUnkept(failure: Failure): Promise<void> {
  await withMessages('versions', fetchMessages('failures'));
  showToast({ text: t().versions.unkept(failureText(failure)) });
}
