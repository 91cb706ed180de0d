import type { AnswerTo, Query } from '../../model/planning.ts';
import type { PlanSession } from '../../state/contract.ts';
import { follow } from '../shell/follow.ts';

/** An answer of the planner that follows the plan: asked again after each change, the newest one wins. */
export class Live<Q extends Query> {
  answer = $state.raw<AnswerTo<Q> | null>(null);
  #asked = 0;

  constructor(session: PlanSession, query: () => Q) {
    $effect(() => {
      follow(session.revision);
      const asked = ++this.#asked;
      void session.read(query()).then((answer) => {
        if (answer && asked === this.#asked) this.answer = answer;
      });
    });
  }
}
