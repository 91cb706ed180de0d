import { recordId } from '../../model/ids.ts';
import type { QualityAnswer } from '../../model/planning.ts';
import type { PlanSession } from '../../state/contract.ts';
import type { Check } from './check-writer.ts';
import { DayChecks } from './day-checks.ts';
import { MonthChecks } from './month-checks.ts';

export type { Check, CheckAct, Place } from './check-writer.ts';

/** What there is to check, the wrong before the doubtful; what somebody has settled is left out. */
export function checksOf(answer: QualityAnswer, session: PlanSession): Check[] {
  const [days, month] = [new DayChecks(answer, session), new MonthChecks(answer, session)];
  const all = [...days.wrong(), ...month.hollow(), ...days.doubtful(), ...month.doubtful()];
  return all.filter(({ signature }) => !session.get(recordId.alert(signature))?.['doneOn']);
}
