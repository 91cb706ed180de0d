import { planningMonth } from '../../model/entry/month.ts';
import type { HistoryAnswer } from '../../model/planning.ts';
import { addMonths, monthsOf, type Month, type MonthSpan } from '../../model/time.ts';
import type { SheetContext } from '../definition.ts';

const MOST = 24;
const FEWEST = 6;

/** The month that today lies in; nothing in it is a gap yet. */
export const runningMonth = ({ asOf, settings }: Pick<SheetContext, 'asOf' | 'settings'>): Month =>
  planningMonth(asOf, settings.cutoffDay);

/** What the sheet asks for: two years up to the running month, or up to an older one that lies on the desk. */
export function askedSpan(context: Pick<SheetContext, 'asOf' | 'settings' | 'month'>): MonthSpan {
  const running = runningMonth(context);
  const to = context.month < addMonths(running, 1 - MOST) ? context.month : running;
  return { from: addMonths(to, 1 - MOST), to };
}

/** The months shown: from the first with data, but no fewer than half a year. */
export function shownMonths(asked: MonthSpan, extent: HistoryAnswer['extent']): Month[] {
  const latest = addMonths(asked.to, 1 - FEWEST);
  const first = extent && extent.from < latest ? extent.from : latest;
  return monthsOf({ from: first > asked.from ? first : asked.from, to: asked.to });
}
