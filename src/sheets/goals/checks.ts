import { currentLanguage, type Language } from '../../i18n/i18n.svelte.ts';
import { formatDay, formatNumber } from '../../i18n/numbers.ts';
import type { AgreementAnswer, AgreementMonth, Answer, StretchAnswer } from '../../model/planning.ts';
import type { Unit } from '../../model/records/unit.ts';
import type { Month } from '../../model/time.ts';
import { cellOf } from '../columns/index.ts';
import type { SheetContext } from '../definition.ts';
import { indexIn } from '../rows.ts';
import type { Cell } from '../sheet.ts';

/** What the columns are made from that look at the goals of one month; the answers follow the goals. */
export interface Checks {
  readonly context: SheetContext;
  readonly stretch: StretchAnswer | null;
  readonly agreement: AgreementAnswer | null;
  /** The goals are those that would be. */
  readonly isSupposed: boolean;
  /** 12 月, Dec. */
  readonly month: string;
}

export function checksOf(
  context: SheetContext,
  late: readonly Answer[] | null | undefined,
  isSupposed: boolean,
): Checks {
  return {
    ...{ context, isSupposed, month: monthName(context.month) },
    stretch: late?.find((answer) => answer.kind === 'stretch') ?? null,
    agreement: late?.find((answer) => answer.kind === 'agreement') ?? null,
  };
}

export const monthName = (month: Month): string =>
  formatDay(`${month}-01`, currentLanguage(), { month: 'short' });

/** A unit's value of a column of the stretch check; NaN = none, or not here yet. */
export function ofStretch(
  { stretch }: Checks,
  name: 'goal' | 'median' | 'eighty' | 'chance' | 'best' | 'growth',
  unit: Unit,
): number {
  return stretch?.[name][indexIn(stretch.units, unit.key)] ?? NaN;
}

type AgreementColumn = {
  [K in keyof AgreementMonth]: AgreementMonth[K] extends Float64Array ? K : never;
}[keyof AgreementMonth];

export function ofAgreement({ agreement }: Checks, name: AgreementColumn, unit: Unit): number {
  return agreement?.of[0]?.[name][indexIn(agreement.units, unit.key)] ?? NaN;
}

export const stateOf = ({ agreement }: Checks, unit: Unit): AgreementMonth['state'][number] =>
  agreement?.of[0]?.state[indexIn(agreement.units, unit.key)] ?? null;

/** An estimate deserves no more than three digits. */
export const roughly = (minor: number): number => Number(minor.toPrecision(3));

export const figure = (minor: number, context: SheetContext): string =>
  cellOf('money', Number.isFinite(minor) ? minor : null, context).text;

/** A part of a task, to the tenth of a per cent: 102.6%. */
export const percent = (share: number, language: Language): string =>
  `${formatNumber(share * 100, language, 1)}%`;

/** With its sign: +2,000, −1,500, 0. */
export function signed(minor: number, context: SheetContext): string {
  const sign = minor > 0 ? '+' : minor < 0 ? '−' : '';
  return `${sign}${figure(Math.abs(minor), context)}`;
}

/** Still being worked out: nothing of older goals stands here meanwhile. */
export const waiting = (hint: string): Cell => ({
  ...{ text: '…', value: null, input: false, marks: ['muted'] as const },
  hint,
});
