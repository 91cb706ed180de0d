import type { AnswerTo, Query } from '../../../model/planning.ts';
import type { PlanSession } from '../../../state/contract.ts';
import { follow } from '../../shell/follow.ts';

/** An answer that follows the plan and what lies on the desk; the last one stays until the next is there. */
export class Asked<Q extends Query> {
  answer = $state.raw<AnswerTo<Q> | null>(null);
  #asked = 0;

  /** `query` null: nothing is asked, and nothing is answered. */
  constructor(session: () => PlanSession, query: () => Q | null) {
    $effect(() => {
      const from = session();
      follow(from.revision);
      void this.#ask(from, query());
    });
  }

  async #ask(session: PlanSession, query: Q | null): Promise<void> {
    const asked = ++this.#asked;
    const answer = query && (await session.read(query));
    if (asked === this.#asked && (answer || !query)) this.answer = answer;
  }
}
