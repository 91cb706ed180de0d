import type { Change } from '../../model/diff.ts';
import type { Lever } from '../../model/planning.ts';
import type { Month } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';
import { overrideChanges } from '../sheet/override/changes.ts';

/** The overrides that a lever stands for, from a month on. */
export const leverChanges = (
  session: PlanSession,
  { measure, ratios }: Pick<Lever, 'measure' | 'ratios'>,
  from: Month,
  reason: string,
): Change[] =>
  ratios.flatMap(({ unit, ratio }) =>
    overrideChanges(session, { unit, measure, from, ratio, until: null, reason, setOn: session.asOf }),
  );
