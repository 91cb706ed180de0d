import { t } from '../../../i18n/i18n.svelte.ts';
import type { Day } from '../../../model/time.ts';

/** Numbers of one day under the measures' names; NaN = none. Money in major units. */
export interface RepDay {
  readonly name: string;
  readonly numbers: readonly { readonly measure: string; readonly value: number }[];
}

/** Chats break lines as they like; a name of several words keeps its number only behind a colon. */
const pair = ({ measure, value }: RepDay['numbers'][number]): string =>
  /\s/.test(measure) || /[a-z]$/i.test(measure) ? `${measure}: ${value}` : `${measure}${value}`;

const known = ({ numbers }: RepDay) => numbers.filter(({ value }) => Number.isFinite(value));

/** What was done, a line each, as the import reads it back; who has no number has no line. */
export const doneText = (reps: readonly RepDay[], day: Day): string =>
  reps
    .filter((rep) => known(rep).length > 0)
    .map((rep) => `${rep.name} ${day} ${known(rep).map(pair).join(' ')}`)
    .join('\n');

/** What is asked of everybody that day. A heading says so: quotas are no actuals. */
export function quotaText(reps: readonly RepDay[], day: string): string {
  const words = t().ways.text;
  const lines = reps
    .filter((rep) => known(rep).length > 0)
    .map((rep) =>
      words.quotaLine(
        rep.name,
        known(rep).map(({ measure, value }) => `${measure} ${value}`),
      ),
    );
  return lines.length === 0 ? '' : [words.quotaHead(day), ...lines].join('\n');
}
