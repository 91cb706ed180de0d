import { SLICE_ID } from '../../model/ids.ts';
import type { PlanSession } from '../../state/contract.ts';
import { me } from '../today/me.svelte.ts';

/**
 * Who speaks of a rep's goal: the rep, in a part or on a page of the rep's own; the manager, who answers; or the leader of
 * a part with several reps, who can note down what they say and answers nothing.
 */
export type Speaker = 'rep' | 'manager' | 'leader';

/** null = nobody: who plans alone agrees with nobody. */
export function speakerOf(session: PlanSession, unit: string, reps: number): Speaker | null {
  const isPart = session.get(SLICE_ID) !== undefined;
  if (reps === 1) return isPart ? 'rep' : null;
  if (me.of(session.planId) === unit) return 'rep';
  return isPart ? 'leader' : 'manager';
}
