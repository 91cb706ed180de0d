import { SETTINGS_ID } from '../../model/ids.ts';
import type { ReviewAnswer, ReviewedRep, ReviewQuery } from '../../model/planning.ts';
import { parseSettings } from '../../model/records/read.ts';
import { addMonths, monthsOf, quarterOf, type Month } from '../../model/time.ts';
import type { PlanSession } from '../../state/contract.ts';
import { follow } from '../shell/follow.ts';
import { Asked } from '../sheet/why/asked.svelte.ts';
import { shownFigures, type PlanFigures } from '../sheet/why/figures.ts';
import { notesOf } from './notes.ts';
import { periodName } from './words.ts';

/** The review on the screen: whose, of which months, and what the planner says. */
export class Review {
  /** null: the last month that is over. */
  month = $state<Month | null>(null);
  quarter = $state(false);
  readonly #session: () => PlanSession;
  readonly #scope: () => string | null;
  readonly #asked: Asked<ReviewQuery>;
  readonly answer: ReviewAnswer | null = $derived.by(() => this.#asked.answer);
  readonly figures: PlanFigures = $derived.by(() => shownFigures(this.#session()));
  readonly firstMonth: number = $derived.by(() => {
    follow(this.#session().revision);
    return parseSettings(this.#session().get(SETTINGS_ID) ?? {}).firstMonth;
  });
  readonly notes = $derived.by(() => {
    follow(this.#session().revision);
    return notesOf(this.#session());
  });
  /** What is under review, in words. */
  readonly period: string = $derived.by(() =>
    this.answer?.months.length ? periodName(this.answer, this.quarter, this.firstMonth, this.figures) : '',
  );

  constructor(session: () => PlanSession, scope: () => string | null) {
    this.#session = session;
    this.#scope = scope;
    this.#asked = new Asked(session, () => this.query);
  }

  get session(): PlanSession {
    return this.#session();
  }

  get scope(): string | null {
    return this.#scope();
  }

  get query(): ReviewQuery {
    const { month } = this;
    const months = month === null ? null : this.quarter ? this.#quarterOf(month) : [month];
    return { kind: 'review', unit: this.#scope(), months };
  }

  #quarterOf = (month: Month): Month[] => monthsOf(quarterOf(month, this.firstMonth));

  /** The month that is looked at, the last one of several. */
  get last(): Month | null {
    return this.answer?.months.at(-1) ?? null;
  }

  rep(unit: string | null): ReviewedRep | null {
    return this.answer?.reps.find((rep) => rep.unit === unit) ?? null;
  }

  choose(quarter: boolean): void {
    this.month ??= this.last;
    this.quarter = quarter;
  }

  canGo(by: number): boolean {
    const to = this.#reached(by);
    const known = this.answer?.known ?? [];
    return to !== null && to.some((month) => known.includes(month));
  }

  go(by: number): void {
    const to = this.canGo(by) ? this.#reached(by) : null;
    if (to) this.month = to[0] ?? null;
  }

  #reached(by: number): Month[] | null {
    // From what was last asked for: a second key may come before the answer to the first.
    const from = this.query.months?.[0] ?? this.answer?.months[0];
    if (from === undefined) return null;
    return this.quarter ? this.#quarterOf(addMonths(from, 3 * by)) : [addMonths(from, by)];
  }
}
