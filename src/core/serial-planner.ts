import type { Answer, GoalEditAnswer, Planner, Query } from '../model/planning.ts';
import { createSteppingPlanner } from './planner.ts';

/** A planner that may be told and asked without waiting: it answers when all it was told before is taken over. */
export type SerialPlanner = Omit<Planner, 'read'> & { read(query: Query): Promise<Answer> };

/** When long work lets others have their turn. */
export interface Turns {
  /** It has had its share of time. */
  isOver(): boolean;
  /** Kept when the others have had theirs. */
  next(): Promise<void>;
}

/** Without turns, everything is done at one go. */
const atOneGo: Turns = { isOver: () => false, next: () => Promise.resolve() };

/** A planner of its own that keeps questions back while the holidays of another country are fetched. */
export function createSerialPlanner(turns: Turns = atOneGo): SerialPlanner {
  const planner = createSteppingPlanner();
  const goalWork = new GoalWork(turns);
  let ready: Promise<void> = Promise.resolve();
  const told = (pending: void | Promise<void>): void | Promise<void> => {
    // Who told it hears of a failure.
    if (pending) ready = Promise.allSettled([ready, pending]).then(() => undefined);
    return pending;
  };
  const answer = (query: Query): Answer | Promise<Answer> => {
    if (query.kind === 'goalEdit') return goalWork.run(planner.goalEditInSteps(query));
    if (query.kind !== 'goalProgress') return planner.read(query);
    if (query.leave) goalWork.leave();
    return { kind: 'goalProgress', share: goalWork.share };
  };
  return {
    load: (records, asOf) => told(planner.load(records, asOf)),
    apply: (changes) => told(planner.apply(changes)),
    applyColumns: (columns) => planner.applyColumns(columns),
    read: (query) => ready.then(() => answer(query)),
  };
}

/** Goals that are being worked out, in turns with other questions. */
class GoalWork {
  private readonly running = new Set<{ share: number; left: boolean }>();
  constructor(private readonly turns: Turns) {}

  /** Of what has come least far; null = nothing is being worked out. */
  get share(): number | null {
    return this.running.size > 0 ? Math.min(...[...this.running].map(({ share }) => share)) : null;
  }

  leave(): void {
    for (const each of this.running) each.left = true;
  }

  async run(steps: Generator<number, GoalEditAnswer>): Promise<GoalEditAnswer> {
    const own = { share: 0, left: false };
    this.running.add(own);
    try {
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        own.share = step.value;
        if (!this.turns.isOver()) continue;
        await this.turns.next();
        if (own.left) return { kind: 'goalEdit', possible: false, why: 'left' };
      }
    } finally {
      this.running.delete(own);
    }
  }
}
