import type { Status } from '../../../model/planning.ts';
import { judge } from '../../review/luck.ts';
import { rateMidP } from '../../review/mid-p.ts';
import { stepMonths } from '../alerts/step-months.ts';
import type { Window } from '../alerts/looked.ts';
import type { PlanState } from '../plan-state.ts';
import { stepsBefore } from '../steps-before.ts';

/** What the word about a rep rests on. Money in minor units; NaN = not known. */
export interface Facts {
  readonly won: number;
  readonly due: number;
  readonly chance: number;
  readonly done: number;
  readonly workDue: number;
  /** Less work than was asked, by more than the rep's weeks stray. */
  readonly short: boolean;
  /** Planned and proven best, a working day. */
  readonly planned: number;
  readonly best: number;
  readonly low: string | null;
  readonly overridden: string | null;
  readonly ownRecord: boolean;
}

const LIKELY = 0.8;
const EVEN = 0.5;
const SURE = 0.05;
/** Work nearer to what was asked than this is nobody's matter. */
const ENOUGH = 0.95;

/** Whether work stayed under what was due. `noise`: how far work of so many days strays, relative variance. */
export function isShort(done: number, workDue: number, noise: number): boolean {
  if (!(workDue > 0 && done < workDue * ENOUGH)) return false;
  return rateMidP(Math.round(done), workDue, workDue + workDue ** 2 * noise) / 2 < SURE;
}

export function statusOf(facts: Facts): { status: Status; measure: string | null } {
  const word = (status: Status, measure: string | null = null) => ({ status, measure });
  const { won, due, chance } = facts;
  if (Number.isNaN(facts.done) || Number.isNaN(due)) return word('none');
  if (chance >= LIKELY) return word('ahead');
  if (won >= due && !(chance < EVEN)) return word('steady');
  if (facts.short) return word(facts.planned > facts.best ? 'overload' : 'execution');
  if (facts.low !== null) return word('ability', facts.low);
  if (facts.overridden !== null) return word('override', facts.overridden);
  if (chance >= EVEN) return word('steady');
  return word(facts.ownRecord ? 'luck' : 'tooLittle');
}

/**
 * By rep the measure whose ratio is lower than its own record beyond chance, all steps together (Holm: the rarest counts
 * as many times as there are steps); null = none is.
 */
export function lowRatios(state: PlanState, looked: Window): (string | null)[] {
  const steps = stepsBefore(state, looked.month);
  const rarest = state.org.repKeys.map(() => ({
    p: SURE / Math.max(1, steps.length),
    measure: null as string | null,
  }));
  for (const ratios of steps)
    stepMonths(state, ratios, looked).forEach((month, rep) => {
      if (!month || ratios.fit?.reps[rep]?.basis !== 'own') return;
      if (!(month.x < month.n * month.belief.shrunk)) return;
      const { p } = judge(month);
      if (p < rarest[rep]!.p) rarest[rep] = { p, measure: ratios.step.measure };
    });
  return rarest.map(({ measure }) => measure);
}
