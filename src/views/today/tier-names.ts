import { t } from '../../i18n/i18n.svelte.ts';
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
