import type { AnswerTo, Query } from '../../model/planning.ts';
import type { PlanSession } from '../../state/contract.ts';

/** Edits that follow each other this closely (ms) are answered at once, and what takes longer after the last of them. */
const PAUSE = 60;

export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** An answer that takes longer and follows: never shown when it is of an older plan or of another question. */
export class Late<Q extends Query> {
  readonly answer: AnswerTo<Q> | null = $derived.by(() => {
    const { known } = this;
    const isCurrent = known?.revision === this.session().revision && known.asked === this.asks();
    return isCurrent ? known.answer : null;
  });
  private known = $state.raw<{ revision: number; asked: string; answer: AnswerTo<Q> } | null>(null);

  /** `query` null: nothing is asked, and nothing is answered. */
  constructor(
    private readonly session: () => PlanSession,
    private readonly query: () => Q | null,
  ) {
    $effect(() => {
      const from = session();
      const asked = query();
      let gone = false;
      if (asked && this.answer === null) void this.ask(from, asked, from.revision, () => gone);
      return () => {
        gone = true;
      };
    });
  }

  private async ask(from: PlanSession, query: Q, revision: number, isGone: () => boolean): Promise<void> {
    await pause();
    const answer = isGone() ? null : await from.read(query);
    if (answer) this.known = { revision, asked: JSON.stringify(query), answer };
  }

  private asks(): string {
    return JSON.stringify(this.query());
  }
}
