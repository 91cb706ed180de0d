import type { GoalEdit, SpreadChoicesQuery } from '../../model/planning/goals.ts';
import type { PlanSession } from '../../state/contract.ts';

/** Questions that were left so far: their answers are kept for whoever asks the same, and are none. */
let left = 0;

/** A question for what the ways of sharing an edit out come to, whichever is chosen now; and how it is left. */
export class ChoicesAsked {
  #isOpen = false;

  static query(edit: GoalEdit): SpreadChoicesQuery {
    return { kind: 'spreadChoices', edit: { ...edit, spread: null }, turn: left };
  }

  /** It is being asked; what is returned leaves it, unless it has been answered by then. */
  open(session: Pick<PlanSession, 'read'>): () => void {
    this.#isOpen = true;
    return () => {
      if (!this.#isOpen) return;
      const leaving = session.read({ kind: 'goalProgress', of: 'spreadChoices', poll: ++left, leave: true });
      // A plan that is closed works nothing out.
      leaving.catch(() => undefined);
    };
  }

  answered(): void {
    this.#isOpen = false;
  }
}
