import { currentLanguage, t } from '../../../i18n/i18n.svelte.ts';
import { formatDay, formatNumber } from '../../../i18n/numbers.ts';
import type { Day } from '../../../model/time.ts';
import { amountText } from '../../shell/figures.ts';
import { timeText } from '../time-text.ts';
import { hasNothing, isBehind, sumOf, totals, worksToday, type DeskRow } from './rows.ts';

interface About {
  readonly today: Day;
  readonly minute: number;
  /** What the first measure and the scope are called. */
  readonly measure: string;
  readonly scope: string;
}

/** The day in a few lines of plain text, for a chat. */
export function dayText(rows: readonly DeskRow[], { today, minute, measure, scope }: About): string {
  const words = t().daily.desk.text;
  const { comma } = t().daily;
  const day = formatDay(today, currentLanguage(), { month: 'short', day: 'numeric', weekday: 'short' });
  const sum = totals(rows, [measure])[0];
  const working = rows.filter(worksToday);
  const nothing = working.filter(hasNothing);
  const names = (some: readonly DeskRow[]) => some.map(({ unit }) => unit.name).join(comma);
  const behind = working.filter(isBehind).map((row) => {
    const gap = Math.round((row.cells[0]?.value ?? 0) - row.due);
    return `${row.unit.name} ${formatNumber(gap, currentLanguage())}`;
  });
  const off = rows.filter(({ state }) => state === 'off' || state === 'leave');
  return [
    words.head(day, timeText(minute), scope),
    words.sum(
      measure,
      amountText(sum?.value ?? NaN),
      amountText(sum?.quota ?? NaN),
      amountText(sumOf(rows.map(({ due }) => due))),
    ),
    words.logged(working.length - nothing.length, working.length),
    ...(behind.length > 0 ? [words.behind(behind.join(comma))] : []),
    ...(nothing.length > 0 && nothing.length < working.length ? [words.notLogged(names(nothing))] : []),
    ...(off.length > 0 ? [words.off(names(off))] : []),
  ].join('\n');
}
