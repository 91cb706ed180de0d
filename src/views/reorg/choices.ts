import { t } from '../../i18n/i18n.svelte.ts';
import type { GoalFate, ReorganisingAnswer } from '../../model/planning.ts';
import type { Reorganisation } from '../../sheets/definition.ts';
import type { Names } from './names.ts';

export interface FateChoice {
  readonly fate: GoalFate;
  /** takenOver: whose goals. */
  readonly of: string | null;
  readonly label: string;
}

/** What may become of the goals, in words; one line for each leaver. */
export function fateChoices(
  { fates, leavers, from, to }: ReorganisingAnswer,
  kind: Reorganisation['kind'],
  names: Names,
): FateChoice[] {
  const words = t().reorg;
  const teams = (keys: readonly string[]): string => keys.map((key) => names.unit(key)).join(' / ');
  const one = (fate: GoalFate, label: string): FateChoice => ({ fate, of: null, label });
  return fates.flatMap((fate): FateChoice[] => {
    if (fate === 'asIs') return [one(fate, words.fates[kind])];
    if (fate === 'stays') return [one(fate, words.stays(teams(from)))];
    if (fate === 'spread') return [one(fate, words.spread(teams(kind === 'begin' ? [...from, ...to] : to)))];
    if (fate === 'dropped') return kind === 'delete' ? [] : [one(fate, words.dropped)];
    return leavers.map(({ unit, amount }) => ({
      fate,
      of: unit,
      label: words.takenOver(names.unit(unit), names.money(amount)),
    }));
  });
}
