import { t } from '../../i18n/i18n.svelte.ts';
import type { Alert, BoardAnswer, FunnelMeasure } from '../../model/planning.ts';
import { alertText } from '../dashboard/alert-words.ts';
import type { Board } from '../dashboard/board.svelte.ts';
import { chanceText } from '../dashboard/short-money.ts';
import type { Words } from './draft.ts';

/** How the month stands, in one line. */
export function goalLine({ short }: Pick<Board, 'short'>, { sum }: BoardAnswer): string {
  const words = t().reports;
  const gap = sum.won - sum.due;
  const gapText = gap < 0 ? words.behindBy(short(-gap)) : words.aheadBy(short(gap));
  const chance = Number.isFinite(sum.chance) ? chanceText(sum.chance) : '—';
  return words.goalLine(short(sum.won), short(sum.goal), gapText, chance);
}

/** The step that lies farthest below its best rep; null = no rep's record is clear enough. */
export function weakestStep(measures: readonly FunnelMeasure[]): FunnelMeasure | null {
  const behind = measures.flatMap((each) => {
    const { step } = each;
    const share = step?.best ? step.ratio / step.best.ratio : NaN;
    return share < 1 ? [{ each, share }] : [];
  });
  return behind.sort((a, b) => a.share - b.share)[0]?.each ?? null;
}

export function practiceLine(words: Words, measures: readonly FunnelMeasure[]): string {
  const say = t().reports;
  const weakest = weakestStep(measures);
  const step = weakest?.step;
  if (!weakest || !step?.best) return say.noPractice;
  const text = (value: number): string => words.ratioText(value, step.kind);
  const ratio = words.ratio(weakest.measure, step.from, step.kind);
  return say.practiceLine(words.nameOf(step.best.unit), ratio, text(step.best.ratio), text(step.ratio));
}

/** What befell a whole team, beyond usual swings. */
export function sharedLines(
  words: Words,
  alerts: readonly Alert[],
  isTeam: (unit: string) => boolean,
): string[] {
  const own = alerts.filter(({ unit, rule }) => isTeam(unit) && (rule === 'drop' || rule === 'behind'));
  const lines = own.map((alert) => {
    const { title, lines } = alertText(words, alert);
    return `${title}${t().reports.colon}${lines.join(' ')}`;
  });
  return lines.length > 0 ? lines : [t().reports.noShared];
}
