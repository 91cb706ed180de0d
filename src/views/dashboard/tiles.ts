import { t } from '../../i18n/i18n.svelte.ts';
import type { BoardAnswer } from '../../model/planning.ts';
import { countText, daysText } from '../shell/figures.ts';
import type { Board } from './board.svelte.ts';
import { chanceText, wholePercent } from './short-money.ts';

export interface Tile {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** How it has moved; absent = it is not known, or does not. */
  readonly change?: string;
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
      ? [{ ...tile(words.chance, chanceText(sum.chance), words.atPace), ...changeOf(board, sum.chance) }]
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

/** How the chance has moved in a week, or since the month began. */
function changeOf(board: Board, chance: number): Pick<Tile, 'change'> {
  const before = board.before.answer;
  // An answer to an earlier edit or another unit waits for its successor.
  if (!before?.day || before.unit !== board.unit) return {};
  if (!(Math.abs(before.chance + before.change - chance) < 1e-9)) return {};
  const words = t().dashboard;
  const since = before.day.endsWith('-01') ? words.thanAtStart : words.thanLastWeek;
  const points = Math.round(Math.abs(before.change) * 100);
  const moved = points === 0 ? 'same' : before.change > 0 ? 'up' : 'down';
  return { change: since[moved](points) };
}
