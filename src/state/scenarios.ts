import { keysOf } from '../model/ids.ts';
import { parseScenario } from '../model/records/read.ts';
import type { Scenario } from '../model/records/scenario.ts';
import type { PlanSession } from './contract.ts';

/** All scenarios of a plan, in their order. */
export const scenariosOf = (plan: Pick<PlanSession, 'ofKind'>): Scenario[] =>
  plan
    .ofKind('scenario')
    .map(([id, values]) => parseScenario(keysOf(id)[0] ?? '', values))
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
