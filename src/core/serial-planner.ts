import type { Answer, GoalEditAnswer, Planner, Query, SpreadChoicesAnswer } from '../model/planning.ts';
import type { InSteps } from './in-steps.ts';
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
  const work = {
    goalEdit: new LongWork<GoalEditAnswer>(turns, { kind: 'goalEdit', possible: false, why: 'left' }),
    spreadChoices: new LongWork<SpreadChoicesAnswer>(turns, { kind: 'spreadChoices', choices: [] }),
  };
  let ready: Promise<void> = Promise.resolve();
  const told = (pending: void | Promise<void>): void | Promise<void> => {
    // They change nothing themselves: of another plan than the one they were asked of, nobody wants them.
    work.spreadChoices.leave();
    // Who told it hears of a failure.
    if (pending) ready = Promise.allSettled([ready, pending]).then(() => undefined);
    return pending;
  };
  const answer = (query: Query): Answer | Promise<Answer> => {
    if (query.kind === 'goalEdit') return work.goalEdit.run(planner.goalEditInSteps(query));
    if (query.kind === 'spreadChoices') return work.spreadChoices.run(planner.spreadChoicesInSteps(query));
    if (query.kind !== 'goalProgress') return planner.read(query);
    if (query.leave) work[query.of].leave();
    return { kind: 'goalProgress', share: work[query.of].share };
  };
  return {
    load: (records, asOf) => told(planner.load(records, asOf)),
    apply: (changes) => told(planner.apply(changes)),
    applyColumns: (columns) => {
      work.spreadChoices.leave();
      planner.applyColumns(columns);
    },
    read: (query) => ready.then(() => answer(query)),
  };
}

/** What is being worked out for long, in turns with other questions. */
class LongWork<T> {
  private readonly running = new Set<{ share: number; left: boolean }>();

  /** `left`: the answer to what was left. */
  constructor(
    private readonly turns: Turns,
    private readonly left: T,
  ) {}

  /** Of what has come least far; null = nothing is being worked out. */
  get share(): number | null {
    return this.running.size > 0 ? Math.min(...[...this.running].map(({ share }) => share)) : null;
  }

  leave(): void {
    for (const each of this.running) each.left = true;
  }

  async run(steps: InSteps<T>): Promise<T> {
    const own = { share: 0, left: false };
    this.running.add(own);
    try {
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        own.share = step.value;
        if (!this.turns.isOver()) continue;
        await this.turns.next();
        if (own.left) return this.left;
      }
    } finally {
      this.running.delete(own);
    }
  }
}
