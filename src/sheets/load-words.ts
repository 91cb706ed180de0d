import { t, type Language } from '../i18n/i18n.svelte.ts';
import { formatNumber } from '../i18n/numbers.ts';
import type { LoadAnswer } from '../model/planning.ts';
import { shownPerDay } from '../model/shown.ts';
import { averageFigure } from './figures.ts';
import { indexIn } from './rows.ts';

/** The load of one unit. */
export type UnitLoad = {
  readonly [
    K in
      | 'needed'
      | 'available'
      | 'share'
      | 'work'
      | 'best'
      | 'ofBest'
      | 'reps'
      | 'overTime'
      | 'overBest'
      | 'over'
  ]: number;
} & { readonly isRep: boolean };

/** null: nothing is asked of the unit. */
export function unitLoad(answer: LoadAnswer, key: string, isRep: boolean): UnitLoad | null {
  const at = indexIn(answer.units, key);
  const of = (column: Float64Array): number => column[at] ?? NaN;
  if (Number.isNaN(of(answer.needed))) return null;
  const { needed, available, share, work, best, ofBest, reps, overTime, overBest, over } = answer;
  return {
    ...{ isRep, needed: of(needed), available: of(available), share: of(share), work: of(work) },
    ...{ best: of(best), ofBest: of(ofBest), reps: of(reps) },
    ...{ overTime: of(overTime), overBest: of(overBest), over: of(over) },
  };
}

/** A share of the limit in whole per cents. */
export const loadFigure = (share: number, language: Language): string =>
  Number.isFinite(share) ? `${formatNumber(Math.round(share * 100), language)}%` : t().load.noTime;

/** Hours of minutes: 7.9. */
const hours = (minutes: number, language: Language): string => formatNumber(minutes / 60, language, 1);

/** Needed against working time, and against the proven best; of a team, how many have too much. */
export function loadSentences(load: UnitLoad, measure: string, language: Language): string[] {
  const words = t().load;
  const [needed, available] = [hours(load.needed, language), hours(load.available, language)];
  if (!load.isRep) {
    const [over, reps] = [load.over, load.reps].map((count) => formatNumber(count, language)) as [
      string,
      string,
    ];
    return [load.over > 0 ? words.over(over, reps) : words.fits(reps), words.team(needed, available)];
  }
  const time = (load.overTime ? words.overTime : words.time)(needed, available);
  if (!(load.best > 0)) return [time];
  const [best, work] = [load.best, load.work].map((value) =>
    averageFigure(shownPerDay(value, 'count'), language),
  ) as [string, string];
  return [time, (load.overBest ? words.overBest : words.best)(measure, best, work)];
}
