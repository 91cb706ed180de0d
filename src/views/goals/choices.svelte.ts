import type { GoalEdit, SpreadChoicesAnswer, SpreadChoicesQuery } from '../../model/planning/goals.ts';
import type { PlanSession } from '../../state/contract.ts';
import { Late } from '../shell/late.svelte.ts';
import { ChoicesAsked } from './choices-asked.ts';

/** What each way of sharing a typed total out comes to. Work on it is left once it is of another one, or of none. */
export class Choices {
  // As text: it stays the same when another way is chosen.
  readonly #edit = $derived.by(() => {
    const edit = this.edit();
    return edit ? JSON.stringify({ ...edit, spread: null }) : null;
  });
  readonly #query = $derived(
    this.#edit === null ? null : ChoicesAsked.query(JSON.parse(this.#edit) as GoalEdit),
  );
  readonly #late: Late<SpreadChoicesQuery>;

  constructor(
    session: () => PlanSession,
    private readonly edit: () => GoalEdit | null,
  ) {
    this.#late = new Late(session, () => this.#query);
    const asked = new ChoicesAsked();
    $effect(() => (this.#query ? asked.open(session()) : undefined));
    $effect(() => {
      if (this.answer) asked.answered();
    });
  }

  get answer(): SpreadChoicesAnswer | null {
    return this.#late.answer;
  }
}
