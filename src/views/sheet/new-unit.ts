import { t } from '../../i18n/i18n.svelte.ts';
import type { Change } from '../../model/diff.ts';
import { randomKey, recordId } from '../../model/ids.ts';
import type { PlanSession } from '../../state/contract.ts';

/** A new unit under the selected one, or beside it; behind all others. */
export function newUnit(session: PlanSession, selected: string | null, kind: 'team' | 'rep'): Change {
  const all = session.ofKind('unit').map(([id, values]) => ({ key: id.slice('unit/'.length), values }));
  const near = all.find(({ key }) => key === selected) ?? all.find(({ values }) => values['kind'] !== 'rep');
  const inside = near && near.values['kind'] !== 'rep' && (kind === 'rep' || near.values['kind'] !== 'team');
  const parent = inside ? near.key : (near?.values['parent'] ?? null);
  const order = Math.max(0, ...all.map(({ values }) => Number(values['order'] ?? 0))) + 1;
  const name = kind === 'rep' ? t().desk.newRep : t().desk.newTeam;
  return { create: recordId.unit(randomKey()), values: { name, kind, parent, order } };
}
