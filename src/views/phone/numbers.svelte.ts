import type { BackcastMode, ChainProblem, DayOff, QuotaMode } from '../../model/planning.ts';
import type { Day } from '../../model/time.ts';
import type { Desk } from '../../state/desk.svelte.ts';
import { Live } from './answers.svelte.ts';
import type { PlanFacts } from './plan-facts.svelte.ts';

/** Days are asked for as they are followed, so that a number is the same here as where it is logged. */
export const followedMode = (mode: BackcastMode): QuotaMode => (mode === 'goal' ? 'followed' : mode);

/** What a unit has to do, in one measure. NaN = no number. */
export interface UnitNumbers {
  readonly goal: number;
  readonly won: number;
  /** On average over the month. */
  readonly perDay: number;
  readonly month: number;
  /** The day whose quota this is: today or the next working day; null = none. */
  readonly day: Day | null;
  readonly off: DayOff | null;
  readonly quota: number;
  readonly weekLeft: number;
  readonly problem: ChainProblem | null;
  /** Today has been asked for and answered. */
  readonly answered: boolean;
}

/** Everybody's numbers of today and of the month on the desk. */
export class Numbers {
  /** The month on the desk is the one that holds today. */
  readonly isNow: boolean = $derived.by(() => this.desk.month === this.facts.running);
  private readonly backcast: Live<{ kind: 'backcast'; month: string; mode: 'goal' | 'toGo' }>;
  private readonly today: Live<{ kind: 'today'; mode: QuotaMode }>;
  private readonly rows: ReadonlyMap<string, number> = $derived.by(
    () => new Map(this.backcast.answer?.units.map((unit, row) => [unit, row])),
  );
  private readonly todayRows: ReadonlyMap<string, number> = $derived.by(
    () => new Map(this.today.answer?.units.map((unit, row) => [unit, row])),
  );

  constructor(
    readonly facts: PlanFacts,
    private readonly desk: Desk,
  ) {
    const { session } = facts;
    this.backcast = new Live(session, () => ({ kind: 'backcast', month: desk.month, mode: desk.mode }));
    this.today = new Live(session, () => ({ kind: 'today', mode: followedMode(desk.mode) }));
  }

  /**
   * Counts from the work back to the result: money has no numbers a day. Before the first answer they are those on
   * record, so that nothing below them moves under a thumb when it comes.
   */
  get measures(): readonly string[] {
    const all = this.backcast.answer?.measures ?? this.facts.chain;
    return all.filter((measure) => !this.facts.isMoney(measure)).toReversed();
  }

  /** How many reps work today. */
  get atWork(): number {
    const { answer } = this.today;
    const works = (key: string) => answer?.off[this.todayRows.get(key) ?? -1] === null;
    return this.facts.reps.filter(({ key }) => works(key)).length;
  }

  of(unit: string, measure: string | null): UnitNumbers {
    const [month, today] = [this.backcast.answer, this.today.answer];
    const row = this.rows.get(unit) ?? -1;
    const todayRow = this.todayRows.get(unit) ?? -1;
    const column = month?.measures.indexOf(measure ?? '') ?? -1;
    const todayColumn = today?.measures.indexOf(measure ?? '') ?? -1;
    return {
      goal: month?.goal[row] ?? NaN,
      won: month?.won[row] ?? NaN,
      perDay: month?.perDay[column]?.[row] ?? NaN,
      month: month?.requirement[column]?.[row] ?? NaN,
      day: today?.day[todayRow] ?? null,
      off: today?.off[todayRow] ?? null,
      quota: today?.quota[todayColumn]?.[todayRow] ?? NaN,
      weekLeft: today?.weekLeft[todayColumn]?.[todayRow] ?? NaN,
      problem: month?.problems[unit] ?? null,
      answered: todayRow >= 0,
    };
  }
}
