import type { AnswerTo, Query } from '../../model/planning.ts';
import type { PlanSession } from '../../state/contract.ts';
import { follow } from '../shell/follow.ts';

/** Taps follow each other at this pace (ms): what takes longer is asked once they rest. */
const REST = 150;

/** An answer that takes longer. The one before stays until then: a number that comes and goes is no number to read. */
export class Following<Q extends Query> {
  answer = $state.raw<AnswerTo<Q> | null>(null);

  /** `query` null: nothing is asked. */
  constructor(session: PlanSession, query: () => Q | null) {
    $effect(() => {
      follow(session.revision);
      const asked = query();
      if (!asked) return undefined;
      let gone = false;
      const ask = async () => {
        const answer = await session.read(asked);
        if (answer && !gone) this.answer = answer;
      };
      const timer = setTimeout(() => void ask(), this.answer ? REST : 0);
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    });
  }
}
