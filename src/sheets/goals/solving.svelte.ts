import type { GoalEditAnswer, GoalEditQuery } from '../../model/planning/goals.ts';
import type { Ask } from '../definition.ts';

/** Milliseconds until a change of goals is said to take long, and between two looks at how far it has come. */
const EVERY = 400;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A change of goals that takes long, as locks that cross can: how far it has come, and the way to leave it. */
class Solving {
  /** 0 to 1; null = nothing takes long. */
  share = $state<number | null>(null);
  /** It is being left. */
  leaving = $state(false);
  private turns = 0;

  async ask(ask: Ask, query: GoalEditQuery): Promise<GoalEditAnswer | null> {
    let isOpen = true;
    void this.follow(ask, () => isOpen);
    try {
      return await ask({ ...query, turn: ++this.turns });
    } finally {
      isOpen = false;
      this.share = null;
      this.leaving = false;
    }
  }

  private async follow(ask: Ask, isOpen: () => boolean): Promise<void> {
    for (;;) {
      await pause(EVERY);
      if (!isOpen()) return;
      const poll = ++this.turns;
      const told = await ask({ kind: 'goalProgress', of: 'goalEdit', poll, leave: this.leaving }).catch(
        () => null,
      );
      if (!isOpen()) return;
      this.share = Math.max(this.share ?? 0, told?.share ?? 0);
    }
  }
}

export const solving = new Solving();
