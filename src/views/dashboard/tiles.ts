import { t } from '../../i18n/i18n.svelte.ts';
import type { BoardAnswer } from '../../model/planning.ts';
import { countText, daysText } from '../shell/figures.ts';
import type { Board } from './board.svelte.ts';
import { chanceText, wholePercent } from './short-money.ts';

export interface Tile {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

/** The month's figures; those that the plan has no number for are left out. */
export function tilesOf(board: Board, { sum, measures, reps }: BoardAnswer): Tile[] {
  const words = t().dashboard;
  const { short, isRunning } = board;
  const known = Number.isFinite;
  const tile = (name: string, value: string, note: string): Tile => ({ name, value, note });
  const toGo = Math.max(0, sum.goal - sum.won);
  const work = measures[0]?.measure;
  const left = sum.daysLeft > 0 ? words.days(daysText(sum.daysLeft)) : words.none;
  const dueNote = sum.due > 0 ? words.due(short(sum.due), wholePercent(sum.won / sum.due)) : words.notDue;
  return [
    tile(words.goal, known(sum.goal) ? short(sum.goal) : words.none, words.ofMonth(board.month, reps)),
    tile(words.won, known(sum.won) ? short(sum.won) : words.none, known(sum.due) ? dueNote : words.noGoal),
    ...(known(sum.expected) && sum.daysLeft > 0
      ? [tile(words.expected, short(sum.expected), words.band(short(sum.low), short(sum.high)))]
      : []),
    ...(known(sum.chance) && sum.daysLeft > 0
      ? [tile(words.chance, chanceText(sum.chance), words.atPace)]
      : []),
    ...(work !== undefined && known(sum.done) && sum.workDue > 0
      ? [
          tile(
            words.work(board.measure(work)),
            wholePercent(sum.done / sum.workDue),
            words.ofDue(countText(Math.round(sum.done)), countText(Math.round(sum.workDue))),
          ),
        ]
      : []),
    ...(known(sum.inHand)
      ? [tile(words.inHand, short(sum.inHand), words.worth(short(sum.inHandWorth)))]
      : known(sum.underWay) && isRunning
        ? [tile(words.underWay, short(sum.underWay), words.underWayText)]
        : []),
    ...(known(sum.goal)
      ? [
          tile(
            words.left,
            left,
            toGo === 0
              ? words.reached
              : sum.daysLeft > 0
                ? words.needADay(short(toGo / sum.daysLeft))
                : words.over,
          ),
        ]
      : []),
  ];
}

/** New customers, ticket size and shares of other revenue, where the plan tracks them. */
export function moreFigures(board: Board, { sum, measures }: BoardAnswer): { name: string; value: string }[] {
  const words = t().dashboard;
  const deals = measures.find(({ measure }) => measure === 'wins')?.amount ?? NaN;
  const revenue = measures.at(-1)?.amount ?? NaN;
  const shares = (sum.other ?? []).flatMap(({ kind, come }) =>
    come >= 0 && sum.won > 0
      ? [{ name: words.otherShare(board.measure(kind)), value: wholePercent(come / sum.won) }]
      : [],
  );
  return [
    ...(Number.isFinite(deals) ? [{ name: words.deals, value: countText(deals) }] : []),
    ...(deals > 0 && Number.isFinite(revenue)
      ? [{ name: words.ticket, value: board.short(revenue / deals) }]
      : []),
    ...shares,
  ];
}
