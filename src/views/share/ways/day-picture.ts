import { currentLanguage, t } from '../../../i18n/i18n.svelte.ts';
import { formatDay } from '../../../i18n/numbers.ts';
import type { Day } from '../../../model/time.ts';
import { amountText } from '../../shell/figures.ts';
import { hasNothing, totals, worksToday, type Cell, type DeskRow } from '../../today/desk/rows.ts';
import { timeText } from '../../today/time-text.ts';

/** A day as a picture: words and shares, without pixels. */
export interface DayPicture {
  readonly title: string;
  readonly subtitle: string;
  /** Everybody together, a measure each. */
  readonly sums: readonly PictureNumber[];
  /** Names of the measures, over the columns of `rows`. */
  readonly measures: readonly string[];
  readonly rows: readonly PictureRow[];
  /** Who had no room; '' = all had. */
  readonly more: string;
}

export interface PictureNumber {
  readonly measure: string;
  readonly text: string;
  /** Done of the quota, 0 to 1; NaN = no quota. */
  readonly share: number;
}

export interface PictureRow {
  readonly name: string;
  /** Done and quota, a measure each; '' = none. */
  readonly cells: readonly string[];
  /** Of the first measure: done, and due by now, of the quota; NaN = none. */
  readonly share: number;
  readonly due: number;
  /** Instead of numbers: away, or nothing yet; '' = numbers. */
  readonly state: string;
}

interface About {
  readonly measures: readonly string[];
  readonly scope: string;
  readonly day: Day;
  readonly minute: number;
}

/** Fits a chat's picture on a phone. */
const MOST_ROWS = 20;
const MOST_MEASURES = 4;

export function dayPicture(rows: readonly DeskRow[], { measures, scope, day, minute }: About): DayPicture {
  const shown = rows.slice(0, MOST_ROWS);
  const left = rows.length - shown.length;
  const written = formatDay(day, currentLanguage(), { month: 'long', day: 'numeric', weekday: 'long' });
  const columns = measures.slice(0, MOST_MEASURES);
  return {
    title: scope,
    subtitle: `${written} ${timeText(minute)}`,
    sums: totals(rows, columns).map((sum, at) => ({
      measure: columns[at] ?? '',
      text: cellText(sum),
      share: shareOf(sum),
    })),
    measures: columns,
    // One person's numbers stand large above: the same again below would say nothing.
    rows: rows.length > 1 ? shown.map((row) => rowOf(row, columns.length)) : [],
    more: left > 0 ? t().daily.desk.more(left) : '',
  };
}

const shareOf = ({ value, quota }: Cell): number =>
  quota > 0 && Number.isFinite(quota) ? Math.min(1, (Number.isNaN(value) ? 0 : value) / quota) : NaN;

const isBlank = ({ value, quota }: Cell): boolean =>
  Number.isNaN(value) && !(quota > 0 && Number.isFinite(quota));

function cellText(cell: Cell): string {
  if (isBlank(cell)) return '';
  const done = Number.isNaN(cell.value) ? '—' : amountText(cell.value);
  return Number.isFinite(cell.quota) ? `${done} / ${amountText(cell.quota)}` : done;
}

function rowOf(row: DeskRow, columns: number): PictureRow {
  const [first] = row.cells;
  const quota = first?.quota ?? NaN;
  return {
    name: row.unit.name,
    cells: row.cells.slice(0, columns).map(cellText),
    share: first ? shareOf(first) : NaN,
    due: quota > 0 && Number.isFinite(quota) ? Math.min(1, row.due / quota) : NaN,
    state: stateText(row),
  };
}

function stateText(row: DeskRow): string {
  if (hasNothing(row)) return t().daily.desk.nothing;
  if (worksToday(row) || row.logged > 0 || row.state === null) return '';
  return t().daily.state[row.state === 'leave' ? 'leave' : 'off'];
}
