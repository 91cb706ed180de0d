import { t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import type { Values } from '../../model/json.ts';
import { monthNumber, type Month } from '../../model/time.ts';
import { columnTypes } from '../columns/index.ts';
import type { SheetContext } from '../definition.ts';
import { noNumber } from '../figure-cells.ts';
import { averageFigure } from '../figures.ts';
import { blankCell, type Cell } from '../sheet.ts';
import type { HeadRow } from '../unit-sheet.ts';
import type { Written } from '../written.ts';
import type { GoalsPlan } from './goals-plan.ts';
import type { Period } from './periods.ts';

/** Key of the row of weights. */
export const SEASON = 'season';

/** The weights that goals without present values are split over months by. `periods`: what each column is of. */
export function seasonRow(
  { context, answer, places }: GoalsPlan,
  periods: readonly (Period | null)[],
): HeadRow {
  const words = t().goals;
  const monthAt = (column: number): Month | null => {
    const months = periods[column]?.months ?? [];
    return months.length === 1 ? (months[0] ?? null) : null;
  };
  const idOf = (month: Month): string => recordId.season((monthNumber(month) % 12) + 1);
  const shareOf = (months: readonly Month[]): string => {
    const share = months.reduce((sum, month) => sum + (answer.seasonShare[places.get(month) ?? -1] ?? 0), 0);
    return `${formatNumber(share * 100, context.language, 1)}%`;
  };
  /** Once a month is weighted, a blank one counts as the mean of those: it is shown, or the shares look wrong. */
  const unweighted = (share: string): Cell => {
    const blank = { text: '', value: null, input: true, draft: '' };
    if (answer.blankWeight === null) return { ...blank, hint: `${words.seasonShare} ${share}` };
    const text = averageFigure(answer.blankWeight, context.language);
    return { ...blank, text, marks: ['muted'], hint: words.seasonBlank(text, share) };
  };
  const cell = (column: number): Cell => {
    if (column === 0) return nameCell(learnedBy(answer.months.map((month) => context.get(idOf(month)))));
    const months = periods[column]?.months;
    if (!months) return blankCell;
    const month = monthAt(column);
    if (month === null) return { ...noNumber(words.seasonShare), text: shareOf(months) };
    const weight = context.get(idOf(month))?.['weight'];
    if (typeof weight !== 'number') return unweighted(shareOf(months));
    const text = formatNumber(weight, context.language, decimals(weight));
    const learned = learnedBy([context.get(idOf(month))]);
    const share = `${words.seasonShare} ${shareOf(months)}`;
    const hint = learned ? `${share}${words.stop}${fromWords(learned)}` : share;
    return { text, value: weight, input: true, draft: String(weight), hint };
  };
  return {
    row: { key: SEASON, level: 0, expanded: null, total: false },
    name: words.season,
    cell,
    write: (column, text) => writeWeight(idOf(monthAt(column) ?? ''), text, context),
    note: (column) => {
      if (column === 0) return cell(0).hint ?? '';
      const month = monthAt(column);
      if (month === null) return words.seasonShare;
      const learned = learnedBy([context.get(idOf(month))]);
      return learned ? words.seasonLearned(fromWords(learned)) : words.seasonNote;
    },
  };
}

/** What weights are from. */
interface Learned {
  readonly first: string;
  readonly last: string;
  /** Complete years behind them; 0 = it was not kept. */
  readonly count: number;
}

/** Of which years all these weights are; null = some were typed. */
function learnedBy(months: readonly (Values | undefined)[]): Learned | null {
  const years = months[0]?.['years'];
  const all = months.every((of) => typeof of?.['weight'] === 'number' && of['weight'] === of['learned']);
  if (!all || typeof years !== 'string') return null;
  const [first = '', last = first, count = '0'] = years.split(' ');
  return { first, last, count: Number(count) };
}

const fromWords = ({ first, last, count }: Learned): string => t().goals.seasonFrom(first, last, count);

function nameCell(learned: Learned | null): Cell {
  const { season } = t().goals;
  if (!learned) return { text: season, value: season, input: false };
  const { first, last } = learned;
  const shown = first === last ? first : `${first}–${last}`;
  return { text: `${season} · ${shown}`, value: season, input: false, hint: fromWords(learned) };
}

const decimals = (weight: number): number => Math.min(2, String(weight).split('.')[1]?.length ?? 0);

function writeWeight(id: string, text: string, context: SheetContext): Written {
  const read = columnTypes.count.parse(text.replace(/[%％]\s*$/, ''), context);
  if (!read.ok) return { kind: 'refused', message: read.message };
  return { kind: 'value', id, field: 'weight', value: read.value };
}
