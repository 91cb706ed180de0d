import type { Alert, AlertsAnswer, AlertsQuery } from '../../../model/planning.ts';
import { behindMonths } from '../alerts/behind-months.ts';
import { behindWeeks } from '../alerts/behind-weeks.ts';
import { missing } from '../alerts/missing.ts';
import { noSales } from '../alerts/no-sale.ts';
import { otherDrops } from '../alerts/other-drops.ts';
import { overridesContradicted } from '../alerts/overrides.ts';
import { ratioDrops } from '../alerts/ratio-drops.ts';
import { workDrops } from '../alerts/work-drops.ts';
import { keptWhileUnchanged } from '../kept.ts';
import type { PlanState } from '../plan-state.ts';

const kept = keptWhileUnchanged<Alert[]>();

/** What asks for a decision this morning: only what chance alone hardly ever does. */
export const alertsAnswer = (state: PlanState, _: AlertsQuery): AlertsAnswer => ({
  kind: 'alerts',
  alerts: kept(state, '', () => alertsOf(state)),
});

function alertsOf(state: PlanState): Alert[] {
  const found: Alert[] = [
    ...behindMonths(state),
    ...behindWeeks(state),
    ...noSales(state),
    ...ratioDrops(state),
    ...workDrops(state),
    ...otherDrops(state),
    ...overridesContradicted(state),
    ...missing(state),
  ];
  // Reps before the teams that they are a part of: there something can be done.
  const place = ({ unit }: Alert): number => {
    const at = state.org.index.get(unit) ?? -1;
    return (state.org.repOf[at] ?? -1) >= 0 ? 0 : 1;
  };
  return found.sort((a, b) => rank(a) - rank(b) || place(a) - place(b));
}

const rank = ({ severity }: Alert): number => (severity === 'decide' ? 0 : 1);
