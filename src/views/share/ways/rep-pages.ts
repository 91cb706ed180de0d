import { currentLanguage, t } from '../../../i18n/i18n.svelte.ts';
import { formatDay } from '../../../i18n/numbers.ts';
import { DAY_STATES, type ActualsAnswer, type PaceAnswer } from '../../../model/planning.ts';
import type { Day } from '../../../model/time.ts';
import { amountText, plainMoney } from '../../shell/figures.ts';
import type { TreeUnit } from '../../shell/units.ts';

/** One person's month on paper: where each measure stands, and each day's quota beside what was done. */
export interface RepPage {
  readonly key: string;
  readonly name: string;
  readonly measures: readonly {
    readonly name: string;
    /** Of the month, done, due before today, and a working day from today on. */
    readonly figures: readonly string[];
  }[];
  readonly dayMeasures: readonly string[];
  readonly days: readonly {
    readonly day: string;
    readonly week: number;
    /** Away or free; '' = at work. */
    readonly state: string;
    /** Quota and done of each of `dayMeasures`; '' = none. */
    readonly cells: readonly { readonly quota: string; readonly done: string }[];
  }[];
}

export interface PageWords {
  readonly name: (measure: string) => string;
  readonly isMoney: (measure: string) => boolean;
}

/** `days`: one answer for each measure of which quotas are given. */
export function repPages(
  reps: readonly TreeUnit[],
  pace: PaceAnswer,
  days: readonly ActualsAnswer[],
  words: PageWords,
): RepPage[] {
  const inMonth = days[0]?.days ?? [];
  return reps.map(({ key, name }) => ({
    ...{ key, name },
    measures: monthOf(key, pace, words),
    dayMeasures: days.map(({ measure }) => words.name(measure)),
    days: inMonth.map(({ day, week }, at) => ({
      ...{ day: dayName(day), week },
      state: stateText(key, days[0], at),
      cells: days.map((answer) => dayCell(key, answer, at, words)),
    })),
  }));
}

const dayName = (day: Day): string =>
  formatDay(day, currentLanguage(), { month: 'short', day: 'numeric', weekday: 'short' });

function monthOf(unit: string, pace: PaceAnswer, { name, isMoney }: PageWords): RepPage['measures'] {
  const row = pace.units.indexOf(unit);
  return pace.measures.map((measure, at) => {
    const text = isMoney(measure) ? plainMoney : amountText;
    const tables = [pace.target, pace.done, pace.due, pace.perDay];
    return { name: name(measure), figures: tables.map((table) => text(table[at]?.[row] ?? NaN)) };
  });
}

function dayCell(
  unit: string,
  { units, quota, values, measure }: ActualsAnswer,
  at: number,
  words: PageWords,
) {
  const row = units.indexOf(unit);
  const text = words.isMoney(measure) ? plainMoney : amountText;
  const written = (value = NaN) => (Number.isFinite(value) ? text(value) : '');
  return { quota: written(quota[at]?.[row]), done: written(values[at]?.[row]) };
}

function stateText(unit: string, answer: ActualsAnswer | undefined, at: number): string {
  const state = DAY_STATES[answer?.states[at]?.[answer.units.indexOf(unit)] ?? 0];
  if (state === undefined || state === 'work') return '';
  return state === 'leave' ? t().daily.state.leave : t().daily.state.off;
}
