import { t } from '../../i18n/i18n.svelte.ts';
import type { Figure, FigureNumbers } from '../../model/planning.ts';
import { countText } from '../shell/figures.ts';
import type { Board } from './board.svelte.ts';
import { wholePercent } from './short-money.ts';

interface FigureText {
  readonly name: string;
  readonly value: string;
  /** What it rests on; empty = nothing beside itself. */
  readonly note: string;
}

/** A figure as the line under the tiles says it. */
export function figureText(board: Board, { name, measure, amount, of, value }: Figure): FigureText {
  const words = t().dashboard;
  switch (name) {
    case 'newCustomers':
    case 'wins':
      return { name: words[name], value: countText(value), note: measureNote(name, measure) };
    case 'ticket':
      return { name: words.ticket, value: board.short(value), note: words.ofDeals(of) };
    case 'share':
      return { name: words.otherShare(board.measure(measure)), value: wholePercent(value), note: '' };
    case 'margin':
      return {
        name: board.measure(measure),
        value: board.short(amount),
        note: words.ofRevenue(wholePercent(value)),
      };
  }
}

/** New customers that nobody entered are the deals of the chain. */
const measureNote = (name: Figure['name'], measure: string): string =>
  name === 'newCustomers' && measure === 'wins' ? t().dashboard.byDeals : '';

interface FigureColumn {
  readonly name: string;
  readonly text: (numbers: FigureNumbers) => string;
}

/** What stands beside a name in the table of a figure. */
export function figureColumns(board: Board, { name, measure }: Figure): FigureColumn[] {
  const words = t().dashboard;
  const money = (amount: number): string => board.amount('revenue', amount);
  if (name === 'newCustomers' || name === 'wins')
    return [{ name: board.measure(measure), text: ({ amount }) => countText(amount) }];
  if (name === 'ticket')
    return [
      { name: words.won, text: ({ amount }) => money(amount) },
      { name: words.deals, text: ({ of }) => countText(of) },
      { name: words.ticket, text: ({ value }) => (Number.isNaN(value) ? words.none : money(value)) },
    ];
  return [
    { name: board.measure(measure), text: ({ amount }) => money(amount) },
    { name: words.allRevenue, text: ({ of }) => money(of) },
    { name: words.share, text: ({ value }) => wholePercent(value) },
  ];
}
