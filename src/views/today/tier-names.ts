import { currentLanguage, t } from '../../i18n/i18n.svelte.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { recordId } from '../../model/ids.ts';
import { TIERS } from '../../model/records/tier.ts';
import type { PlanSession } from '../../state/contract.ts';
import { textOr } from '../shell/follow.ts';

/** What a tier is called: the plan's own word, else the usual one's in this language, else its key. */
export function tierName(session: Pick<PlanSession, 'get'>, key: string): string {
  const own = textOr(session.get(recordId.tier(key))?.['name'], '');
  const usual = TIERS.find((tier) => tier === key);
  return own || (usual ? t().tiers.names[usual] : key);
}

/** The share that is paid, as it was entered: 8%, 11.5%; a dash where none is said. */
export function payText(share: number | null | undefined): string {
  if (typeof share !== 'number') return '—';
  const percent = Number((share * 100).toFixed(2));
  const digits = String(percent).split('.')[1]?.length ?? 0;
  return `${formatNumber(percent, currentLanguage(), digits)}%`;
}
