import { untrack } from 'svelte';
import { t } from '../../i18n/i18n.svelte.ts';
import { isSamePlace } from '../../model/goal-place.ts';
import type { GoalPlace } from '../../model/ids.ts';
import type { GoalEdit, Spread } from '../../model/planning/goals.ts';
import { tryGoals } from '../../sheets/goals/trial.ts';
import type { EditOutcome } from '../../sheets/sheet.ts';
import type { PlanSession } from '../../state/contract.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import type { SaidWithGoal } from '../../state/goals-desk.ts';
import { showToast } from '../../ui/toasts.svelte.ts';
import type { Host, LookedAt } from '../sheet/host.svelte.ts';
import { contextOf } from '../sheet/sheet.svelte.ts';

type Edits = readonly GoalEdit[];

/**
 * What is typed and looked at: joined by what is typed next, shared out another way, or anew when the plan has changed
 * under it. One after the other: each begins with what came of the one before it, and nothing is taken before all of
 * it is there.
 */
export class GoalsTrialDesk {
  /** Enter was pressed before it was worked out: it is taken as soon as it is. */
  taking = $state(false);
  /** What is being worked out, and what waits for that. */
  #open = $state(0);
  #last: Promise<unknown> = Promise.resolve();
  /** Of two ways to share it out the later counts. */
  #asked = 0;
  #dropped = 0;

  constructor(
    private readonly session: PlanSession,
    private readonly desk: Desk,
  ) {}

  /** It is being worked out. */
  get busy(): boolean {
    return this.#open > 0;
  }

  get edits(): Edits {
    return this.desk.goals.trial?.edits ?? [];
  }

  /** What was typed last: whose sharing out is chosen. */
  get edit(): GoalEdit | null {
    return this.edits.at(-1) ?? null;
  }

  /** The plan has changed under it. */
  again(): void {
    if (this.edits.length > 0) void this.ask(() => this.edits);
  }

  /** What is still being worked out is not looked at any more. */
  drop(): void {
    this.#dropped++;
    this.taking = false;
    const { goals } = this.desk;
    if (goals.trial || goals.open || goals.conflict)
      this.desk.goals = { ...goals, trial: null, open: null, conflict: null };
  }

  readonly type: LookedAt['edit'] = (run, take) => {
    const outcome = this.busy ? null : run();
    const isPlain = outcome && !('then' in outcome) && outcome.rejected.length === 0;
    if (isPlain) return take(outcome);
    // More is typed: what comes of all of it is to be seen first.
    this.taking = false;
    const dropped = this.#dropped;
    return this.#inTurn(async () => {
      const { trial, conflict, ...plain } = await (outcome ?? run());
      if (dropped !== this.#dropped) return take(plain);
      if (conflict || plain.rejected.length > 0) this.taking = false;
      return take({ ...plain, ...(trial && { trial }), ...(conflict && { conflict }) } satisfies EditOutcome);
    });
  };

  /** Takes or drops what is looked at, or will be; false = there is nothing. */
  settle(take: boolean, host: Pick<Host, 'commit'>): boolean {
    const { goals } = this.desk;
    if (!goals.trial && (take || !this.busy)) return false;
    if (!take) this.drop();
    else if (this.busy) this.taking = true;
    else if (goals.trial) {
      const { changes: typed, says, done } = goals.trial;
      this.desk.goals = { ...goals, trial: null };
      const changes = [...typed, ...says.map(({ said }) => said)];
      host.commit(changes, { code: 'spread', count: typed.length }, done);
    }
    return true;
  }

  /** The last typed total, shared out another way. */
  choose(spread: Spread, amount?: number): Promise<void> {
    return this.ask(() => {
      const last = this.edit;
      return (
        last && [...this.edits.slice(0, -1), { ...last, spread, ...(amount !== undefined && { amount }) }]
      );
    });
  }

  /** A total as it is, to be shared out anew. */
  shareAnew(place: GoalPlace, amount: number, spread: Spread | null): Promise<void> {
    return this.ask(() => [{ ...place, amount, spread }]);
  }

  async ask(make: () => Edits | null): Promise<void> {
    await this.#work(make, [], (result) => this.#show(result));
  }

  /**
   * A goal that is agreed on, and what is said with it. Where nothing but the goal and its sums follows it stands at once;
   * all else is looked at first, as any goal that is typed, and so is why it can't be had.
   */
  async agree(now: SaidWithGoal): Promise<'done' | 'shown' | 'left'> {
    const { edit } = now;
    const before = () => this.edits.filter((old) => !isSamePlace(old, edit));
    const agreed = await this.#work(
      () => [...before(), edit],
      [now],
      (result) => {
        const { trial } = result;
        if (trial && this.edit === null && trial.cells <= 1) {
          void this.session.commit([...trial.changes, now.said], { code: 'agree' });
          return 'done';
        }
        this.#show(result);
        return trial || result.conflict ? 'shown' : 'left';
      },
    );
    return agreed ?? 'left';
  }

  #show(result: Tried): void {
    this.desk.goals = { ...this.desk.goals, trial: null, ...result };
  }

  /** What typed goals come to; null = it is not wanted any more, or can't be told just now. */
  #work<T>(
    make: () => Edits | null,
    said: readonly SaidWithGoal[],
    use: (result: Tried) => T,
  ): Promise<T | null> {
    const [asked, dropped] = [++this.#asked, this.#dropped];
    const counts = () => asked === this.#asked && dropped === this.#dropped;
    return this.#inTurn(async () => {
      const edits = counts() ? make() : null;
      if (!edits) return null;
      const context = untrack(() => contextOf(this.session, this.desk));
      const result = await tryGoals(context, edits, (query) => this.session.read(query), said);
      if (!counts()) return null;
      if (!result?.trial) this.taking = false;
      if (result === null) showToast({ text: t().sheets.notNow });
      return result && use(result);
    });
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    this.#open++;
    const turn = this.#last.then(run).finally(() => this.#open--);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

type Tried = NonNullable<Awaited<ReturnType<typeof tryGoals>>>;

const known = new WeakMap<PlanSession, GoalsTrialDesk>();

/** One for all that shows it: the bar, the panel and the sheet of a phone. */
export function goalsTrial(session: PlanSession, desk: Desk): GoalsTrialDesk {
  const trial = known.get(session) ?? new GoalsTrialDesk(session, desk);
  known.set(session, trial);
  return trial;
}
