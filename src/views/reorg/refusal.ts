import { t } from '../../i18n/i18n.svelte.ts';
import type { ReorganisingAnswer } from '../../model/planning.ts';
import type { Names } from './names.ts';

/** So many locks are named. */
const MOST = 3;

/** Why the goals can't be had that way. */
export function refusal(refused: NonNullable<ReorganisingAnswer['refused']>, names: Names): string {
  const words = t().reorg.refused;
  if (refused.why !== 'locks') return words[refused.why === 'left' ? 'tooHard' : refused.why];
  const locks = refused.locks.slice(0, MOST).map(({ unit, span }) => {
    const months = span.from === span.to ? [span.from] : [span.from, span.to];
    return t().reorg.lock(names.unit(unit), months.map((month) => names.month(month)).join('–'));
  });
  return words.locks(locks.join(', '), names.money(Math.abs(refused.by)));
}
